package fr.allervers.crash;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.testing.KeycloakServer;
import fr.allervers.testing.OneTimePassword;
import java.io.File;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The application in a JVM of its own, which a test may kill as a power cut would. */
final class Node implements AutoCloseable {

    private static final Pattern KEYCLOAK_FORM = Pattern.compile("id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"");
    private static final Pattern KEYCLOAK_TELEPHONE =
            Pattern.compile("action=\"([^\"]+)\"[^>]*id=\"kc-totp-settings-form\"");
    private static final Pattern KEYCLOAK_SECRET = Pattern.compile("name=\"totpSecret\" value=\"([^\"]+)\"");
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"\\s+(?:content|value)=\"([^\"]+)\"");

    private final Process process;
    private final int port;

    private Node(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts a node on this database, with the demo's sign-in, and waits until it answers. */
    static Node start(String databaseUrl, Path documents, String... settings) throws IOException, InterruptedException {
        var node = start(
                KeycloakServer.freePort(),
                List.of("-cp", classPath(), NodeMain.class.getName()),
                databaseUrl,
                documents,
                settings);
        node.awaitHealth();
        return node;
    }

    /** Starts the application as it is packaged, and does not wait. */
    static Node packaged(int port, String databaseUrl, Path documents, String... settings) throws IOException {
        return start(port, List.of("-jar", "target/aller-vers.jar"), databaseUrl, documents, settings);
    }

    private static Node start(int port, List<String> what, String databaseUrl, Path documents, String... settings)
            throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.timezone=UTC",
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(what);
        command.addAll(List.of(
                "--server.port=" + port,
                "--spring.datasource.url=" + databaseUrl,
                "--spring.datasource.username=root",
                "--spring.datasource.password=",
                "--allervers.documents.folder=" + documents,
                "--allervers.data-keys=node:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
                "--spring.main.banner-mode=off",
                "--allervers.register.turn=PT5S",
                "--logging.level.root=warn"));
        command.addAll(List.of(settings));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        Path.of("target", "crash-nodes.log").toFile()))
                .start();
        return new Node(process, port);
    }

    /** The CSRF token of this page. */
    static String tokenIn(HttpResponse<String> page) {
        var found = CSRF.matcher(page.body());
        assertThat(found.find())
                .as("a CSRF token on " + page.uri() + ":\n" + page.body())
                .isTrue();
        return found.group(1);
    }

    /** How the process ended by itself. */
    int exit() throws InterruptedException {
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("ended by itself").isTrue();
        return process.exitValue();
    }

    /** SIGKILL: no hook runs, nothing is closed. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    /** Somebody in front of this node who is not signed in, with a browser that may have been elsewhere before. */
    Person visitor(CookieManager cookies) {
        return new Person(cookies);
    }

    /** A person signed in on this node. */
    Person signIn(String username) throws IOException, InterruptedException {
        var person = new Person(new CookieManager());
        var answer = person.post("/connexion", "/connexion", Map.of("username", username, "password", "demo"));
        assertThat(answer.uri().getPath()).isNotEqualTo("/connexion");
        return person;
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            kill();
        }
    }

    /** This JVM's own, without the packaged application, in which everything stands a second time. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(File.pathSeparator))
                .filter(entry ->
                        !Path.of(entry).startsWith(Path.of("target").toAbsolutePath()) || !entry.endsWith(".jar"))
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Waits until it answers. */
    void awaitHealth() throws InterruptedException {
        var client = HttpClient.newHttpClient();
        for (var attempt = 0; attempt < 240; attempt++) {
            assertThat(process.isAlive())
                    .as("the node; see target/crash-nodes.log")
                    .isTrue();
            try {
                var health = client.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health"))
                                .build(),
                        BodyHandlers.discarding());
                if (health.statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // not listening yet
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
        throw new IllegalStateException("The node did not start; see target/crash-nodes.log");
    }

    /** A browser without pictures: cookies, and the CSRF token of the page on which a form stands. */
    final class Person {

        private final HttpClient client;
        private final CookieManager cookies;

        private Person(CookieManager cookies) {
            this.cookies = cookies;
            client = HttpClient.newBuilder()
                    .cookieHandler(cookies)
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
        }

        /** Fills in Keycloak's own form, to which any page leads, and sets a telephone up when it asks for one. */
        HttpResponse<String> signInAtKeycloak(String username) throws IOException, InterruptedException {
            var page = fill(
                    get("/a-faire").body(),
                    KEYCLOAK_FORM,
                    Map.of("username", username, "password", KeycloakServer.PASSWORD));
            var secret = KEYCLOAK_SECRET.matcher(page.body());
            if (!secret.find()) {
                return page;
            }
            var telephone = new OneTimePassword(secret.group(1).getBytes(StandardCharsets.UTF_8));
            return fill(
                    page.body(),
                    KEYCLOAK_TELEPHONE,
                    Map.of("totp", telephone.code(0), "totpSecret", secret.group(1), "userLabel", "test"));
        }

        private HttpResponse<String> fill(String page, Pattern which, Map<String, String> fields)
                throws IOException, InterruptedException {
            var form = which.matcher(page);
            assertThat(form.find()).as("Keycloak's form:\n" + page).isTrue();
            // As browsers do: this machine is safe without TLS.
            cookies.getCookieStore().getCookies().forEach(cookie -> cookie.setSecure(false));
            return client.send(
                    HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(body(fields)))
                            .build(),
                    BodyHandlers.ofString());
        }

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return client.send(request(path).GET().build(), BodyHandlers.ofString());
        }

        /** Sends a form that stands on the page {@code from}. */
        HttpResponse<String> post(String from, String to, Map<String, String> fields)
                throws IOException, InterruptedException {
            return post(to, fields, token(from));
        }

        HttpResponse<String> post(String to, Map<String, String> fields, String token)
                throws IOException, InterruptedException {
            return send(form(to, fields, token));
        }

        /** A form as a browser sends it. */
        HttpRequest form(String to, Map<String, String> fields, String token) {
            return request(to)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("X-CSRF-TOKEN", token)
                    .POST(HttpRequest.BodyPublishers.ofString(body(fields)))
                    .build();
        }

        private static String body(Map<String, String> fields) {
            return fields.entrySet().stream()
                    .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                    .collect(Collectors.joining("&"));
        }

        /** Sends a file as the ERP does. */
        HttpResponse<String> postFile(String to, byte[] content, String contentType, String token)
                throws IOException, InterruptedException {
            return client.send(
                    request(to)
                            .header("Content-Type", contentType)
                            .header("X-CSRF-TOKEN", token)
                            .POST(HttpRequest.BodyPublishers.ofByteArray(content))
                            .build(),
                    BodyHandlers.ofString());
        }

        /** The same person with the same browser in front of another node. */
        Person on(Node other) {
            return other.visitor(cookies);
        }

        /** The status of the first answer: a page that it leads to is not asked for. */
        int answer(HttpRequest request) throws IOException, InterruptedException {
            return HttpClient.newBuilder()
                    .cookieHandler(cookies)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build()
                    .send(request, BodyHandlers.discarding())
                    .statusCode();
        }

        /** Sends it and waits for the answer. */
        HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
            return client.send(request, BodyHandlers.ofString());
        }

        /** Begins to send it and does not wait for what becomes of it. */
        void begin(HttpRequest request) {
            client.sendAsync(request, BodyHandlers.discarding());
        }

        /** The CSRF token of a page. */
        String token(String page) throws IOException, InterruptedException {
            return tokenIn(get(page));
        }

        /** A request of its own making. */
        HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .timeout(Duration.ofSeconds(60));
        }

        private static String encode(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
