package fr.allervers;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.audit.ActTable;
import fr.allervers.staff.Role;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.w3c.dom.Element;

/** docs/rights.md is the table of who may do what, made from what enforces it: handlers, audit-acts.txt and processes. */
@ApplicationTest
class RightsDocTest {

    private static final Path DOCUMENT = Path.of("docs", "rights.md");
    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @Autowired
    ActTable acts;

    @Test
    void theDocumentSaysWhatIsEnforced() throws Exception {
        var made = Files.readString(Path.of("src", "test", "resources", "rights-head.md"))
                + "\n## Pages and acts\n"
                + pages()
                + "\n## Tasks\n"
                + tasks()
                + "\n## Facades that do not ask\n"
                + doors();
        if (!Files.exists(DOCUMENT) || !Files.readString(DOCUMENT).equals(made)) {
            Files.writeString(Path.of("target", "rights.md"), made);
        }
        assertThat(Files.exists(DOCUMENT) && Files.readString(DOCUMENT).equals(made))
                .as("docs/rights.md is out of date: look at target/rights.md and keep it in its place")
                .isTrue();
    }

    private String pages() {
        var byBeginning = Route.all(handlers).stream()
                .filter(route ->
                        !route.pattern().startsWith("/l/") && !route.pattern().equals("/error"))
                .collect(Collectors.groupingBy(RightsDocTest::beginning, TreeMap::new, Collectors.toList()));
        var text = new StringBuilder();
        byBeginning.forEach((beginning, routes) -> {
            text.append("\n### ").append(beginning).append("\n| Address | | ");
            text.append(
                    Arrays.stream(Role.values()).map(RightsDocTest::initials).collect(Collectors.joining(" | ")));
            text.append(" | For whom | Log |\n|---|---|")
                    .append("---|".repeat(Role.values().length))
                    .append("---|---|\n");
            routes.forEach(route -> text.append(row(route)));
        });
        return text.toString();
    }

    private String row(Route route) {
        var act = acts.of(route.method(), route.pattern()).act();
        return "| `" + route.pattern().replaceAll(":[^/{}]*(\\{[^}]*})?[^/{}]*}", "}") + "` | " + route.method() + " | "
                + Arrays.stream(Role.values())
                        .map(role -> route.isOpenTo(role) ? "x" : "")
                        .collect(Collectors.joining(" | "))
                + " | "
                + (route.isForEveryone()
                        ? "everyone"
                        : acts.scope(route.pattern()).orElse("")) + " | "
                + (act == null ? "" : act) + " |\n";
    }

    private static String beginning(Route route) {
        var parts = route.pattern().split("/");
        return parts.length < 2 ? "/" : "/" + parts[1];
    }

    /** CAller, SocialAdvisor: « SA ». */
    private static String initials(Role role) {
        return Arrays.stream(role.name().split("_"))
                .map(word ->
                        word.substring(0, word.length() >= 6 && !role.name().contains("_") ? 2 : 1))
                .collect(Collectors.joining());
    }

    /** The few that a reader has to know of; all of them, with what they answer, are in facades.txt. */
    private static String doors() throws IOException {
        return "\n| Method | Why that is right |\n|---|---|\n"
                + Files.readAllLines(Path.of("src", "test", "resources", "facades-open.txt")).stream()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> "| `" + line.replaceFirst(" \\| ", "` | ") + " |\n")
                        .collect(Collectors.joining());
    }

    private static String tasks() throws Exception {
        var text = new StringBuilder("\n| Process | Task | For |\n|---|---|---|\n");
        List<Path> files;
        try (var all = Files.list(Path.of("processes"))) {
            files = all.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .toList();
        }
        for (var file : files) {
            text.append(tasks(file));
        }
        return text.toString();
    }

    private static String tasks(Path file) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        try (var in = Files.newInputStream(file)) {
            var found = factory.newDocumentBuilder().parse(in).getElementsByTagNameNS(BPMN, "userTask");
            var lines = new java.util.TreeSet<String>();
            for (var i = 0; i < found.getLength(); i++) {
                var task = (Element) found.item(i);
                lines.add("| " + file.getFileName().toString().replace(".bpmn", "") + " | "
                        + task.getAttribute("name").replaceAll("\\s+", " ") + " | "
                        + task.getAttributeNS(CAMUNDA, "candidateGroups") + " |\n");
            }
            return String.join("", lines);
        }
    }
}
