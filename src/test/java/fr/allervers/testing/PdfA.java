package fr.allervers.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Asks veraPDF, the reference for PDF/A, in a process of its own: it brings other XML libraries than the application. The build
 * puts it below target.
 */
public final class PdfA {

    private static final Path VERAPDF = Path.of("target", "verapdf", "verapdf.jar");
    private static final long SECONDS = 120;

    private PdfA() {}

    /** Fails unless each of these is valid PDF/A-2b, and says of which not. */
    public static void assertValid(Map<String, byte[]> papers) throws IOException, InterruptedException {
        assertThat(VERAPDF).as("veraPDF, which the build fetches").exists();
        var folder = Files.createTempDirectory(Path.of("target"), "pdfa");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                VERAPDF.toString(),
                "org.verapdf.apps.GreenfieldCliWrapper",
                "--format",
                "text",
                "--flavour",
                "2b"));
        for (var paper : papers.entrySet()) {
            command.add(Files.write(folder.resolve(paper.getKey() + ".pdf"), paper.getValue())
                    .toString());
        }
        var said = folder.resolve("said.txt");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
        var lines = Files.readAllLines(said);
        for (var name : papers.keySet()) {
            assertThat(lines)
                    .as("PDF/A-2b of " + name + ":\n" + String.join("\n", lines))
                    .anyMatch(line -> line.startsWith("PASS") && line.contains(name + ".pdf"));
        }
    }
}
