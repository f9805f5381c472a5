package fr.allervers.inventory;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.allervers.inventory.declaration.Item;
import fr.allervers.inventory.declaration.ItemKind;
import fr.allervers.inventory.photo.TestPhotos;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A telephone with a link, as the tenant's page uses it. */
public final class Phone {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final MockMvc mvc;
    private final String token;
    private final Map<String, String> manifest = new HashMap<>();
    private @Nullable Cookie proof;
    private String csrf = "";

    public Phone(MockMvc mvc, String token) {
        this.mvc = mvc;
        this.token = token;
    }

    /** Opens the link and gives the birth date. */
    public Phone prove() throws Exception {
        csrf = csrfOf(perform(get("/l/" + token + "/etat-des-lieux")).getContentAsString());
        var answer = perform(post("/l/" + token + "/verification")
                .param("naissance", "1942-03-01")
                .param("_csrf", csrf));
        proof = answer.getCookie("preuve");
        return this;
    }

    /** A guess of the birth date. */
    public MockHttpServletResponse guess(String day) throws Exception {
        if (csrf.isEmpty()) {
            csrf = csrfOf(perform(get("/l/" + token + "/etat-des-lieux")).getContentAsString());
        }
        return perform(
                post("/l/" + token + "/verification").param("naissance", day).param("_csrf", csrf));
    }

    public MockHttpServletResponse page(String path) throws Exception {
        return perform(get("/l/" + token + "/etat-des-lieux" + path));
    }

    public MockHttpServletResponse form(String path, String... fields) throws Exception {
        var request = post("/l/" + token + "/etat-des-lieux" + path).param("_csrf", csrf);
        for (var at = 0; at < fields.length; at += 2) {
            request.param(fields[at], fields[at + 1]);
        }
        return perform(request);
    }

    public JsonNode snapshot() throws Exception {
        return JSON.readTree(page("/donnees").getContentAsString());
    }

    public MockHttpServletResponse send(String path, Object body) throws Exception {
        return perform(post("/l/" + token + "/etat-des-lieux" + path)
                .accept(MediaType.APPLICATION_JSON)
                .header("Accept", "application/json")
                .header("X-CSRF-TOKEN", csrf)
                .contentType(MediaType.APPLICATION_JSON)
                .content(JSON.writeValueAsBytes(body)));
    }

    public MockHttpServletResponse answer(String key, long itemId, Map<String, Object> said) throws Exception {
        var body = new LinkedHashMap<String, Object>(said);
        body.put("key", key);
        body.put("itemId", itemId);
        return send("/reponses", body);
    }

    /** Answers every item in a plain way: all is good, meters show 100, two keys of each. */
    public void answerAll(List<Item> items) throws Exception {
        for (var item : items) {
            answer(key(), item.id(), plain(item.kind()));
        }
    }

    private static Map<String, Object> plain(ItemKind kind) {
        return switch (kind) {
            case ELEMENT -> Map.of("state", "GOOD");
            case METER -> Map.of("serial", "A-1", "reading", 100);
            case KEYS -> Map.of("quantity", 2);
        };
    }

    /** Photographs what the template wants to see. */
    public void photographAll(List<Item> items) throws Exception {
        var number = 0;
        for (var item : items) {
            if (item.photoRequired()) {
                photo(item.id(), TestPhotos.jpeg(160 + number++, 120));
            }
        }
    }

    /** Sends a photo in one part and says what became of it. */
    public JsonNode photo(long itemId, byte[] content) throws Exception {
        var key = key();
        announce(key, itemId, content);
        return part(key, 0, content);
    }

    public JsonNode announce(String key, long itemId, byte[] content) throws Exception {
        manifest.put(key, TestPhotos.sha256(content));
        return json(send(
                "/photos",
                Map.of("key", key, "itemId", itemId, "size", content.length, "sha256", TestPhotos.sha256(content))));
    }

    public JsonNode part(String key, long offset, byte[] bytes) throws Exception {
        return json(perform(patch("/l/" + token + "/etat-des-lieux/photos/" + key)
                .param("debut", Long.toString(offset))
                .header("Accept", "application/json")
                .header("X-CSRF-TOKEN", csrf)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .content(bytes)));
    }

    public MockHttpServletResponse sendWhole(String key) throws Exception {
        return send("/envoi", Map.of("key", key, "photos", manifest));
    }

    /** The whole inventory, from the first answer to the sending. */
    public void declare(List<Item> items) throws Exception {
        answerAll(items);
        photographAll(items);
        sendWhole(key());
    }

    public static String key() {
        return UUID.randomUUID().toString();
    }

    public static JsonNode json(MockHttpServletResponse answer) throws Exception {
        return JSON.readTree(answer.getContentAsString());
    }

    public MockHttpServletResponse perform(MockHttpServletRequestBuilder request) throws Exception {
        if (proof != null) {
            request.cookie(proof);
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    private static String csrfOf(String page) {
        return Arrays.stream(page.split("name=\"_csrf\" value=\""))
                .skip(1)
                .findFirst()
                .map(rest -> rest.substring(0, rest.indexOf('"')))
                .orElse("");
    }
}
