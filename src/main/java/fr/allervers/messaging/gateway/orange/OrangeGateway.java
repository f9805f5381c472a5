package fr.allervers.messaging.gateway.orange;

import static java.util.Objects.requireNonNull;

import fr.allervers.messaging.SmsText;
import fr.allervers.messaging.SmsText.Encoding;
import fr.allervers.messaging.gateway.Answer;
import fr.allervers.messaging.gateway.Answer.Part;
import fr.allervers.messaging.gateway.Answer.Verdict;
import fr.allervers.messaging.gateway.GatewayStatus;
import fr.allervers.messaging.gateway.Parcel;
import fr.allervers.messaging.gateway.SmsGateway;
import fr.allervers.messaging.gateway.SmsSettings;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/**
 * Contact Everyone as a centre: one diffusion per message, so that each has its own answer. The service knows no
 * receipts over this interface: accepted is the last that it says.
 */
class OrangeGateway implements SmsGateway {

    private final SmsSettings settings;
    private final ContactEveryone service;

    private volatile @Nullable String problem;

    OrangeGateway(SmsSettings settings, ContactEveryone service) {
        this.settings = settings;
        this.service = service;
    }

    @Override
    public int window() {
        return requireNonNull(settings.orange()).window();
    }

    @Override
    public double perSecond() {
        return settings.perSecond();
    }

    @Override
    public GatewayStatus status() {
        return new GatewayStatus("Orange Contact Everyone", problem == null, problem);
    }

    @Override
    public Answer send(Parcel parcel) {
        try {
            service.open();
        } catch (RuntimeException e) {
            problem = "Contact Everyone ne nous laisse pas entrer";
            return Answer.of(Verdict.NOT_SENT, problem);
        }
        var answer = diffuse(parcel);
        problem = answer.verdict() == Verdict.NOT_SENT ? answer.reason() : null;
        return answer;
    }

    private Answer diffuse(Parcel parcel) {
        var sender = parcel.sender() == null ? settings.sender() : parcel.sender();
        var unicode = SmsText.of(parcel.body()).encoding() == Encoding.UCS2;
        try {
            var id = service.diffuse(parcel.reference(), parcel.recipient(), parcel.body(), unicode, sender);
            return Answer.accepted(
                    id.map(one -> List.of(new Part(1, "orange:" + one))).orElse(List.of()));
        } catch (RestClientResponseException e) {
            return ofStatus(e.getStatusCode());
        } catch (ResourceAccessException e) {
            return neverConnected(e)
                    ? Answer.of(Verdict.NOT_SENT, "Pas de connexion à Contact Everyone")
                    : Answer.of(Verdict.UNKNOWN, "Contact Everyone n’a pas répondu à temps");
        } catch (RestClientException e) {
            return Answer.of(Verdict.UNKNOWN, "Réponse illisible de Contact Everyone");
        }
    }

    private static Answer ofStatus(HttpStatusCode status) {
        return switch (status.value()) {
            case 429 -> Answer.of(Verdict.TOO_FAST, "Contact Everyone demande de ralentir");
            case 503 -> Answer.of(Verdict.TRY_LATER, "Contact Everyone est indisponible");
            case 401, 403 -> Answer.of(Verdict.NOT_SENT, "Contact Everyone ne nous laisse pas entrer");
            default ->
                status.is4xxClientError()
                        ? Answer.of(Verdict.REFUSED, "Refusé par Contact Everyone (" + status.value() + ")")
                        // 500, 502, 504: something behind the door may have taken it.
                        : Answer.of(Verdict.UNKNOWN, "Erreur de Contact Everyone (" + status.value() + ")");
        };
    }

    private static boolean neverConnected(Throwable error) {
        for (@Nullable Throwable at = error; at != null; at = at.getCause()) {
            if (at instanceof ConnectException || at instanceof HttpConnectTimeoutException) {
                return true;
            }
        }
        return false;
    }
}
