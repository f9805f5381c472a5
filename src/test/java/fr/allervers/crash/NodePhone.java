package fr.allervers.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.allervers.inventory.photo.TestPhotos;
import java.io.IOException;
import java.net.CookieManager;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** A telephone on a node, that opened an inventory's link and gave the birth date: what the tenant's page sends. */
final class NodePhone {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Node.Person person;
    private final String base;
    private final String csrf;

    NodePhone(Node node, String token, String birth) throws IOException, InterruptedException {
        person = node.visitor(new CookieManager());
        base = "/l/" + token + "/etat-des-lieux";
        csrf = person.token(base);
        var answer = person.post("/l/" + token + "/verification", Map.of("naissance", birth, "_csrf", csrf), csrf);
        assertThat(answer.body()).contains("data-base=\"" + base);
    }

    JsonNode announce(String key, long itemId, byte[] photo) throws IOException, InterruptedException {
        var body = "{\"key\":\"%s\",\"itemId\":%d,\"size\":%d,\"sha256\":\"%s\"}"
                .formatted(key, itemId, photo.length, TestPhotos.sha256(photo));
        return sent(request("POST", "/photos", "application/json", body.getBytes(StandardCharsets.UTF_8)));
    }

    JsonNode part(String key, int from, int to, byte[] photo) throws IOException, InterruptedException {
        return sent(part(key, from, Arrays.copyOfRange(photo, from, Math.min(photo.length, to))));
    }

    /** Announces the photo and sends what the server does not hold yet, part by part; says what became of it. */
    JsonNode upload(String key, long itemId, byte[] photo, int partSize) throws IOException, InterruptedException {
        var status = announce(key, itemId, photo);
        while (status.path("state").asText().equals("RECEIVING")) {
            var from = status.path("offset").asInt();
            status = part(key, from, from + partSize, photo);
        }
        return status;
    }

    /** Begins the rest and does not wait for what becomes of it. */
    void begin(String key, int from, byte[] photo) {
        person.begin(part(key, from, Arrays.copyOfRange(photo, from, photo.length)));
    }

    private HttpRequest part(String key, int from, byte[] bytes) {
        return request("PATCH", "/photos/" + key + "?debut=" + from, "application/octet-stream", bytes);
    }

    private JsonNode sent(HttpRequest request) throws IOException, InterruptedException {
        return JSON.readTree(person.send(request).body());
    }

    private HttpRequest request(String method, String path, String type, byte[] body) {
        return person.request(base + path)
                .header("Content-Type", type)
                .header("Accept", "application/json")
                .header("X-CSRF-TOKEN", csrf)
                .method(method, BodyPublishers.ofByteArray(body))
                .build();
    }
}
