package fr.allervers.messaging.gateway.smpp;

import fr.allervers.messaging.Gsm7;
import fr.allervers.messaging.SmsText;
import fr.allervers.messaging.SmsText.Encoding;
import fr.allervers.messaging.gateway.Answer;
import fr.allervers.messaging.gateway.Answer.Part;
import fr.allervers.messaging.gateway.Answer.Verdict;
import fr.allervers.messaging.gateway.GatewayStatus;
import fr.allervers.messaging.gateway.Parcel;
import fr.allervers.messaging.gateway.SmsGateway;
import fr.allervers.messaging.gateway.SmsSettings;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameters;
import org.jsmpp.bean.RawDataCoding;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;
import org.jspecify.annotations.Nullable;

/**
 * A centre by SMPP 3.4. Each part of a long text is submitted once; an answer that does not come, or a connection that
 * breaks after the submit, leaves the message unknown.
 */
class SmppGateway implements SmsGateway {

    private static final byte GSM_DEFAULT = 0;
    private static final byte UCS2 = 8;

    private final SmsSettings.Smpp settings;
    private final SmsSettings all;
    private final SmppLink link;
    private final MessageIds ids;

    SmppGateway(SmsSettings all, SmsSettings.Smpp settings, SmppLink link) {
        this.all = all;
        this.settings = settings;
        this.link = link;
        this.ids = new MessageIds(settings.ids());
    }

    @Override
    public int window() {
        return settings.window();
    }

    @Override
    public double perSecond() {
        return all.perSecond();
    }

    @Override
    public boolean ready() {
        return link.session() != null;
    }

    @Override
    public GatewayStatus status() {
        return new GatewayStatus("SMPP " + settings.host() + ":" + settings.port(), ready(), link.problem());
    }

    @Override
    public Answer send(Parcel parcel) {
        var text = SmsText.of(parcel.body());
        var accepted = new ArrayList<Part>();
        for (var number = 1; number <= text.parts().size(); number++) {
            if (parcel.partsSent().contains(number)) {
                continue;
            }
            var session = link.session();
            if (session == null) {
                return Answer.of(Verdict.NOT_SENT, "Pas de connexion au centre").with(accepted);
            }
            var failure = submit(session, parcel, text, number, accepted);
            if (failure != null) {
                return failure.with(accepted);
            }
        }
        return Answer.accepted(accepted);
    }

    /** What stands in the way of the rest; none when the centre took the part. */
    private @Nullable Answer submit(
            SMPPSession session, Parcel parcel, SmsText text, int number, ArrayList<Part> accepted) {
        try {
            var id = submit(session, parcel, text, number);
            accepted.add(new Part(number, ids.ofAnswer(id)));
            return null;
        } catch (NegativeResponseException e) {
            return Refusals.of(e.getCommandStatus());
        } catch (PDUException e) {
            // The message itself could not be written down: nothing has left.
            return Answer.of(Verdict.REFUSED, "Message impossible à écrire : " + e.getMessage());
        } catch (ResponseTimeoutException e) {
            return Answer.of(Verdict.UNKNOWN, "Le centre n’a pas répondu à temps");
        } catch (InvalidResponseException | IOException e) {
            return Answer.of(Verdict.UNKNOWN, "Connexion perdue pendant l’envoi");
        }
    }

    private String submit(SMPPSession session, Parcel parcel, SmsText text, int number)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        var source = Address.of(parcel.sender() == null ? all.sender() : parcel.sender());
        var several = text.parts().size() > 1;
        return session.submitShortMessage(
                        "",
                        source.type(),
                        source.plan(),
                        source.digits(),
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        parcel.recipient().replace("+", ""),
                        several ? new ESMClass(GSMSpecificFeature.UDHI.value()) : new ESMClass(),
                        (byte) 0,
                        (byte) 0,
                        null,
                        validity(settings.validity()),
                        new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                        (byte) 0,
                        new RawDataCoding(text.encoding() == Encoding.GSM7 ? GSM_DEFAULT : UCS2),
                        (byte) 0,
                        octets(parcel.id(), text, number),
                        reference(parcel))
                .getMessageId();
    }

    private OptionalParameter[] reference(Parcel parcel) {
        return settings.userMessageReference()
                ? new OptionalParameter[] {new OptionalParameter.User_message_reference((short) parcel.id())}
                : OptionalParameters.EMPTY_OPTIONAL_PARAMETERS;
    }

    /** The part, after the header that numbers it (3GPP 23.040, 9.2.3.24.1) when there are several. */
    static byte[] octets(long id, SmsText text, int number) {
        var part = text.parts().get(number - 1);
        var letters = text.encoding() == Encoding.GSM7 ? Gsm7.encode(part) : part.getBytes(StandardCharsets.UTF_16BE);
        var total = text.parts().size();
        if (total == 1) {
            return letters;
        }
        return ByteBuffer.allocate(6 + letters.length)
                .put(new byte[] {5, 0, 3, (byte) id, (byte) total, (byte) number})
                .put(letters)
                .array();
    }

    /** Relative time of SMPP 3.4, 7.1.1: YYMMDDhhmmsstnnR. */
    static String validity(Duration length) {
        return "0000%02d%02d%02d%02d000R"
                .formatted(length.toDays(), length.toHoursPart(), length.toMinutesPart(), length.toSecondsPart());
    }

    /** Who sends, as the centre wants it told. */
    record Address(
            TypeOfNumber type,
            NumberingPlanIndicator plan,
            @Nullable String digits) {

        static Address of(@Nullable String sender) {
            if (sender == null) {
                return new Address(TypeOfNumber.UNKNOWN, NumberingPlanIndicator.UNKNOWN, null);
            }
            if (sender.startsWith("+")) {
                return new Address(TypeOfNumber.INTERNATIONAL, NumberingPlanIndicator.ISDN, sender.substring(1));
            }
            return sender.chars().allMatch(Character::isDigit)
                    ? new Address(TypeOfNumber.NETWORK_SPECIFIC, NumberingPlanIndicator.UNKNOWN, sender)
                    : new Address(TypeOfNumber.ALPHANUMERIC, NumberingPlanIndicator.UNKNOWN, sender);
        }
    }
}
