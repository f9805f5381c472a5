package fr.allervers.messaging.gateway.orange;

import fr.allervers.messaging.gateway.SmsSettings;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/**
 * Orange Contact Everyone 1.2 over HTTP. The token is kept until the service no longer takes it (401): then one is asked
 * for and the call is made once more, which is safe, for a call that was not let in has sent nothing.
 */
class ContactEveryone {

    private static final ParameterizedTypeReference<List<Map<String, Object>>> ROWS =
            new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {};

    private final SmsSettings.Orange settings;
    private final RestClient http;

    private volatile @Nullable String token;
    private volatile @Nullable String group;

    ContactEveryone(SmsSettings.Orange settings) {
        this.settings = settings;
        this.group = settings.groupId();
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(settings.connectWithin()).build());
        requests.setReadTimeout(settings.answerWithin());
        this.http = RestClient.builder()
                .baseUrl(settings.url().toString())
                .requestFactory(requests)
                .build();
    }

    /** Whether the service has let us in and named the group. */
    boolean isOpen() {
        return token != null && group != null;
    }

    /** Gets the token and the group where they are not there yet; nothing is sent. */
    void open() {
        if (token == null) {
            renew(null);
        }
        if (group == null) {
            group = firstGroup();
        }
    }

    private String firstGroup() {
        var groups = authorized(bearer -> http.get()
                .uri("/groups")
                .headers(h -> h.setBearerAuth(bearer))
                .retrieve()
                .body(ROWS));
        return groups.stream()
                .map(one -> one.get("id"))
                .filter(java.util.Objects::nonNull)
                .map(Object::toString)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The account has no group"));
    }

    /**
     * Asks for one diffusion.
     *
     * @param unicode whether the text is outside the alphabet of SMS
     * @return the diffusion's id
     */
    Optional<String> diffuse(String name, String msisdn, String body, boolean unicode, @Nullable String sender) {
        var sms = new java.util.HashMap<String, Object>(Map.of("encoding", unicode ? "UNICODE" : "GSM7", "body", body));
        if (sender != null) {
            sms.put("senderName", sender);
        }
        var request = Map.of("name", name, "msisdns", List.of(msisdn), "smsParam", sms);
        var answer = authorized(bearer -> http.post()
                .uri("/groups/{group}/diffusion-requests", group)
                .headers(h -> h.setBearerAuth(bearer))
                .contentType(MediaType.APPLICATION_JSON)
                .body(request)
                .retrieve()
                .body(OBJECT));
        return Optional.ofNullable(answer).map(all -> all.get("id")).map(Object::toString);
    }

    /** The replies that the service holds, newest or oldest first as it likes. */
    List<Map<String, Object>> replies() {
        var answer = authorized(bearer -> http.get()
                .uri("/smsplus")
                .headers(h -> h.setBearerAuth(bearer))
                .retrieve()
                .body(ROWS));
        return answer == null ? List.of() : answer;
    }

    private <T> T authorized(Function<String, T> call) {
        var bearer = token == null ? renew(null) : token;
        try {
            return call.apply(bearer);
        } catch (HttpClientErrorException.Unauthorized expired) {
            return call.apply(renew(bearer));
        }
    }

    /** One thread asks; the others find the new token. */
    private synchronized String renew(@Nullable String old) {
        var current = token;
        if (current != null && !current.equals(old)) {
            return current;
        }
        token = null;
        var form = new LinkedMultiValueMap<String, String>();
        form.add("username", settings.username());
        form.add("password", settings.password());
        var answer = http.post()
                .uri("/oauth/token")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .body(OBJECT);
        if (answer == null || answer.get("access_token") == null) {
            throw new NoToken();
        }
        var fresh = answer.get("access_token").toString();
        token = fresh;
        return fresh;
    }

    /** The service answered without a token. */
    static final class NoToken extends RuntimeException {
        NoToken() {
            super("No token");
        }
    }
}
