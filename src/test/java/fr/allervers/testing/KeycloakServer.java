package fr.allervers.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.allervers.dev.Turns;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The real Keycloak with the repository's realm, which the build has unpacked below target. */
public final class KeycloakServer {

    /** The secrets of this run; nothing outside knows them. */
    public static final String CLIENT_SECRET = UUID.randomUUID().toString();

    public static final String ERP_SECRET = UUID.randomUUID().toString();
    public static final String PASSWORD = "Une-Phrase-Assez-Longue-1";

    private static final String ADMIN_PASSWORD = UUID.randomUUID().toString();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String root;

    private KeycloakServer(String root) {
        this.root = root;
    }

    private static @Nullable KeycloakServer shared;

    /** The one server of this JVM, with which it ends; it takes sign-ins for the application at these addresses from now on. */
    public static synchronized KeycloakServer of(String... applications) throws Exception {
        if (shared == null) {
            // It builds itself in its folder while it starts.
            shared = Turns.take("keycloak", () -> start(applications[0]));
        }
        shared.allow(List.of(applications));
        return shared;
    }

    private static KeycloakServer start(String application) throws IOException, InterruptedException {
        var home = home();
        var imports = Files.createDirectories(home.resolve("data/import"));
        Files.copy(
                Path.of("src/main/keycloak/aller-vers-realm.json"),
                imports.resolve("aller-vers-realm.json"),
                StandardCopyOption.REPLACE_EXISTING);
        var port = freePort();
        var builder = new ProcessBuilder(
                home.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--db=dev-mem",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--http-management-port=" + freePort());
        builder.environment()
                .putAll(Map.of(
                        "ALLERVERS_URL", application,
                        "ALLERVERS_SIGN_IN_CLIENT_SECRET", CLIENT_SECRET,
                        "ALLERVERS_ERP_SECRET", ERP_SECRET,
                        "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                        "KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN_PASSWORD,
                        "JAVA_OPTS", "-Xms64m -Xmx512m -XX:TieredStopAtLevel=1 -Djava.net.preferIPv4Stack=true"));
        var process = builder.redirectErrorStream(true)
                .redirectOutput(
                        Path.of("target", "keycloak-" + ProcessHandle.current().pid() + ".log")
                                .toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }));
        var server = new KeycloakServer("http://localhost:" + port);
        server.await(process);
        return server;
    }

    private static Path home() throws IOException {
        try (var unpacked = Files.list(Path.of("target", "keycloak"))) {
            return unpacked.filter(Files::isDirectory).findFirst().orElseThrow().toAbsolutePath();
        }
    }

    /** A port that nobody uses now. */
    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void await(Process process) throws InterruptedException {
        for (var attempt = 0; attempt < 360 && process.isAlive(); attempt++) {
            try {
                if (send(HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration")))
                                .statusCode()
                        == 200) {
                    return;
                }
            } catch (IllegalStateException e) {
                // Not listening yet.
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
        throw new IllegalStateException("Keycloak did not start; see target/keycloak.log");
    }

    public String issuer() {
        return root + "/realms/aller-vers";
    }

    private void allow(List<String> applications) {
        var client =
                read(admin("GET", "/clients?clientId=aller-vers", null).body()).get(0);
        admin(
                "PUT",
                "/clients/" + client.path("id").asText(),
                Map.of(
                        "clientId",
                        "aller-vers",
                        "redirectUris",
                        applications.stream()
                                .map(application -> application + "/login/oauth2/code/keycloak")
                                .toList(),
                        "attributes",
                        Map.of(
                                "post.logout.redirect.uris",
                                applications.stream()
                                        .map(application -> application + "/connexion")
                                        .collect(Collectors.joining("##")))));
    }

    /** An account with a password and these groups, as an administrator makes it; gives its id. */
    public String add(String username, String firstName, String lastName, String... groups) {
        var created = admin(
                "POST",
                "/users",
                Map.of(
                        "username",
                        username,
                        "firstName",
                        firstName,
                        "lastName",
                        lastName,
                        "email",
                        username + "@example.org",
                        "enabled",
                        true,
                        "groups",
                        List.of(groups),
                        "credentials",
                        List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false))));
        var location =
                created.headers().firstValue("Location").orElseThrow(() -> new IllegalStateException(created.body()));
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** Changes an account. */
    public void change(String id, Map<String, Object> fields) {
        admin("PUT", "/users/" + id, fields);
    }

    public void join(String id, String group) {
        admin("PUT", "/users/" + id + "/groups/" + group(group), Map.of());
    }

    public void leave(String id, String group) {
        admin("DELETE", "/users/" + id + "/groups/" + group(group), Map.of());
    }

    /** A group below {@code /agences}. */
    public void addAgency(String code) {
        admin("POST", "/groups/" + group("/agences") + "/children", Map.of("name", code));
    }

    /** How long tokens live from now on. */
    public void tokensLive(int seconds) {
        admin("PUT", "", Map.of("accessTokenLifespan", seconds));
    }

    private String group(String path) {
        return read(admin("GET", "/group-by-path" + path, null).body())
                .path("id")
                .asText();
    }

    /** A token for the ERP's account, with these scopes. */
    public String erpToken(String scopes) {
        var answer = form(
                issuer() + "/protocol/openid-connect/token",
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        "erp",
                        "client_secret",
                        ERP_SECRET,
                        "scope",
                        scopes));
        return read(answer.body()).path("access_token").asText();
    }

    /** A token of this server's other realm, of which the application knows nothing. */
    public String foreignToken() {
        var answer = form(
                root + "/realms/master/protocol/openid-connect/token",
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        "admin",
                        "password",
                        ADMIN_PASSWORD));
        return read(answer.body()).path("access_token").asText();
    }

    private HttpResponse<String> admin(String method, String path, Object body) {
        var request = HttpRequest.newBuilder(URI.create(root + "/admin/realms/aller-vers" + path))
                .header("Authorization", "Bearer " + foreignToken())
                .header("Content-Type", "application/json");
        try {
            request.method(
                    method,
                    body == null
                            ? HttpRequest.BodyPublishers.noBody()
                            : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        var answer = send(request);
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer;
    }

    private HttpResponse<String> form(String address, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
