package fr.allervers.allocation.minutes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.allocation.ballot.Canonical;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recount runs with nothing but the application's classes and a JSON reader: no Spring, no database. */
class RecountAloneTest {

    private static final String EMPTY = "{\"format\":\"allervers-minutes-1\",\"items\":[]}";

    @TempDir
    Path folder;

    @Test
    void itSaysByItsExitWhetherTheMinutesAgree() throws Exception {
        var file = Files.writeString(folder.resolve("minutes.json"), EMPTY);
        assertThat(run(file.toString(), Canonical.sha256(EMPTY))).isZero();
        assertThat(run(file.toString(), Canonical.sha256(EMPTY + " "))).isOne();
        assertThat(run(file.resolveSibling("missing.json").toString())).isEqualTo(2);
    }

    private static int run(String... arguments) throws Exception {
        var alone = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> path.endsWith("classes") || path.contains("jackson-") || path.contains("jspecify"))
                .filter(path -> !path.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        var command = new java.util.ArrayList<>(java.util.List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                alone,
                Recount.class.getName()));
        command.addAll(Arrays.asList(arguments));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
