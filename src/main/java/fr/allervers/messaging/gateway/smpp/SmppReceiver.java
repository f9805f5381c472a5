package fr.allervers.messaging.gateway.smpp;

import fr.allervers.messaging.gateway.FromNetwork;
import fr.allervers.messaging.gateway.Incoming;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in what the centre delivers: receipts and replies. It is acknowledged once it is kept, and comes again otherwise. */
class SmppReceiver implements MessageReceiverListener {

    private static final Logger LOG = LoggerFactory.getLogger(SmppReceiver.class);

    private static final Pattern DIGITS = Pattern.compile("[0-9]{8,15}");

    private final FromNetwork network;
    private final ReceiptReader receipts;

    SmppReceiver(FromNetwork network, ReceiptReader receipts) {
        this.network = network;
        this.receipts = receipts;
    }

    @Override
    public void onAcceptDeliverSm(DeliverSm message) throws ProcessRequestException {
        try {
            take(message);
        } catch (RuntimeException e) {
            LOG.warn("A delivered message could not be kept: {}", e.toString());
            throw new ProcessRequestException("not kept", SMPPConstant.STAT_ESME_RX_T_APPN);
        }
    }

    private void take(DeliverSm message) {
        var text = DeliveredText.of(message);
        var tlvId = message.getOptionalParameter(OptionalParameter.Receipted_message_id.class);
        if (isReceipt(message, tlvId != null, text)) {
            var state = message.getOptionalParameter(OptionalParameter.Message_state.class);
            var reference = message.getOptionalParameter(OptionalParameter.User_message_reference.class);
            var receipt = receipts.read(
                    text,
                    tlvId == null ? null : tlvId.getValueAsString(),
                    state == null ? null : (int) state.getValue(),
                    number(message.getSourceAddr()),
                    reference == null ? null : reference.getValue() & 0xFFFF);
            receipt.ifPresentOrElse(
                    one -> Acknowledgements.after(network.receipt(one)),
                    () -> LOG.warn("A receipt without an id was left aside"));
        } else {
            network.reply(new Incoming(
                    number(message.getSourceAddr()),
                    text,
                    fingerprint(message.getSourceAddr() + "\n" + message.getDestAddress() + "\n" + text),
                    false,
                    DeliveredPart.of(message)));
        }
    }

    private static boolean isReceipt(DeliverSm message, boolean hasReceiptedId, String text) {
        return hasReceiptedId
                || MessageType.SMSC_DEL_RECEIPT.containedIn(message.getEsmClass())
                || MessageType.INTER_DEL_NOTIF.containedIn(message.getEsmClass())
                || ReceiptReader.looksLikeOne(text);
    }

    /** Centres write numbers with and without the plus. */
    static String number(@Nullable String address) {
        if (address == null || address.isEmpty()) {
            return "?";
        }
        return DIGITS.matcher(address).matches() ? "+" + address : address;
    }

    static String fingerprint(String of) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(of.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification notification) {
        // We never ask for one.
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm message, Session source) throws ProcessRequestException {
        throw new ProcessRequestException("data_sm is not taken", SMPPConstant.STAT_ESME_RINVCMDID);
    }
}
