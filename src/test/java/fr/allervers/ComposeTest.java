package fr.allervers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What can be said of docker-compose.yml without an engine that runs it. */
class ComposeTest {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)([^}]*)}");

    private static String text;
    private static Map<String, Map<String, Object>> services;
    private static Map<String, Object> volumes;

    @BeforeAll
    @SuppressWarnings("unchecked")
    static void read() throws IOException {
        text = Files.readString(Path.of("docker-compose.yml"));
        Map<String, Object> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        services = (Map<String, Map<String, Object>>) file.get("services");
        volumes = (Map<String, Object>) file.get("volumes");
    }

    @Test
    void everyServiceIsCheckedLimitedRestartedAndKeepsItsLogsShort() {
        services.forEach((name, service) ->
                assertThat(service).as(name).containsKeys("healthcheck", "restart", "deploy", "logging"));
        services.forEach((name, service) ->
                assertThat(service.get("deploy").toString()).as(name).contains("memory=", "cpus="));
    }

    @Test
    void imagesAreOfAGivenVersion() throws IOException {
        var images = services.values().stream()
                .map(service -> service.get("image").toString())
                .filter(image -> !image.startsWith("aller-vers:"))
                .collect(Collectors.toCollection(java.util.ArrayList::new));
        for (var line : Files.readAllLines(Path.of("Dockerfile"))) {
            if (line.startsWith("FROM ")) {
                images.add(line.split(" ")[1]);
            }
        }
        assertThat(images).allSatisfy(image -> assertThat(image).matches(".+:v?\\d+\\.\\d+(\\.\\d+)?[-_.\\w]*"));
    }

    @Test
    void keycloakIsTheOneOfTheTests() throws IOException {
        var tested = Pattern.compile("<keycloak.version>(.+)</keycloak.version>")
                .matcher(Files.readString(Path.of("pom.xml")));
        assertThat(tested.find()).isTrue();
        assertThat(services.get("keycloak").get("image").toString()).endsWith(":" + tested.group(1));
    }

    @Test
    void everyVariableIsExplainedAndNoneHasASecretForADefault() throws IOException {
        var named = new TreeSet<String>();
        var variables = VARIABLE.matcher(text);
        while (variables.find()) {
            if (variables.group(1).equals("ALLERVERS_VERSION")) {
                continue;
            }
            assertThat(variables.group(2)).as(variables.group()).isEqualTo(":?");
            named.add(variables.group(1));
        }
        var explained = Files.readAllLines(Path.of(".env.example")).stream()
                .filter(line -> line.contains("=") && !line.startsWith("#"))
                .collect(Collectors.toMap(line -> line.split("=")[0], line -> line.substring(line.indexOf('=') + 1)));
        assertThat(explained.keySet()).containsExactlyInAnyOrderElementsOf(named);
        assertThat(explained).allSatisfy((name, value) -> assertThat(value)
                .as(name)
                .matches(given -> name.endsWith("_HOST") ? given.endsWith("example.org") : given.isEmpty()));
    }

    @Test
    void whatIsMountedIsThere() {
        for (var service : services.values()) {
            for (var mounted : (List<?>) service.getOrDefault("volumes", List.of())) {
                var source = mounted.toString().split(":")[0];
                if (source.startsWith(".")) {
                    assertThat(Path.of(source)).exists();
                } else {
                    assertThat(volumes).containsKey(source);
                }
            }
        }
    }

    @Test
    void theApplicationRunsOnTwoNodesBehindTheProxyOnly() {
        assertThat(services.get("application").get("deploy").toString()).contains("replicas=2");
        assertThat(services.get("application")).doesNotContainKey("ports");
        assertThat(services.get("database")).doesNotContainKey("ports");
        assertThat(services.get("keycloak")).doesNotContainKey("ports");
    }

    @Test
    void bothNodesKeepTheirDocumentsInTheStoreAndTheToolsSaveThem() {
        assertThat(services.get("application").get("environment").toString())
                .contains(
                        "ALLERVERS_DOCUMENTS_BUCKET_NAME=documents",
                        "ALLERVERS_DOCUMENTS_BUCKET_ENDPOINT=http://store:");
        assertThat(services.get("store")).doesNotContainKey("ports");
        assertThat(services.get("store").get("volumes").toString()).contains("objects:/objects");
        assertThat(services.get("tools").get("volumes").toString()).contains("objects:/objects");
        assertThat(services.get("tools").get("environment").toString()).contains("DOCUMENTS_FOLDER=/objects/documents");
    }

    @Test
    void nobodyRunsTheApplicationAsRoot() throws IOException {
        assertThat(Files.readString(Path.of("Dockerfile"))).containsPattern("(?m)^USER (?!root)\\w+");
    }
}
