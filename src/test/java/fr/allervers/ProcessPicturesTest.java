package fr.allervers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pictures of docs/processes.md are those of the diagrams as they are: npm run draw:processes, below src/main/frontend, makes them anew. */
class ProcessPicturesTest {

    private static final Path PICTURES = Path.of("docs", "processes");
    private static final Pattern SHOWN = Pattern.compile("!\\[([^]]+)]\\(processes/([a-z-]+)\\.svg\\)");

    private static final TreeSet<String> shown = new TreeSet<>();

    @BeforeAll
    static void read() throws IOException {
        SHOWN.matcher(Files.readString(Path.of("docs", "processes.md")))
                .results()
                .forEach(picture -> shown.add(picture.group(2)));
    }

    @Test
    void theFourProcessesAreShown() {
        assertThat(shown)
                .contains(
                        "call-campaign",
                        "household-call",
                        "unpaid-rent-prevention",
                        "allocation-session",
                        "allocation-item",
                        "declarative-inventory");
    }

    @Test
    void eachPictureIsOfItsDiagramAsItIs() throws Exception {
        for (var id : shown) {
            // Of the text: a checkout may end lines otherwise.
            var diagram = Files.readString(Path.of("processes", id + ".bpmn")).replace("\r\n", "\n");
            var sum = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(diagram.getBytes(StandardCharsets.UTF_8)));
            var picture = Files.readString(PICTURES.resolve(id + ".svg"));
            assertThat(picture)
                    .as("docs/processes/" + id + ".svg: npm run draw:processes")
                    .contains("SHA-256 " + sum + ";")
                    .contains("<path", "<text", "<title>");
        }
    }

    @Test
    void noPictureIsLeftBehind() throws IOException {
        try (var files = Files.list(PICTURES)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".svg", "")))
                    .containsExactlyInAnyOrderElementsOf(shown);
        }
    }
}
