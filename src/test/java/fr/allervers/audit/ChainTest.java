package fr.allervers.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is changed in a copy of the log, taken out of it, put in or moved, is found out. */
class ChainTest {

    private final List<String> copy = new ArrayList<>();
    private String end = "";

    @TempDir
    Path folder;

    @BeforeEach
    void fourEntries() {
        copy.add(ChainCopy.head(0, Chain.BEGINNING));
        var before = Chain.BEGINNING;
        for (var place = 1; place <= 4; place++) {
            var open = entry(place, null, null);
            before = open.hash(before, place);
            copy.add(ChainCopy.line(entry(place, (long) place, before)));
            end = place + ":" + HexFormat.of().formatHex(before);
        }
    }

    private static Entry entry(int number, @Nullable Long seq, byte @Nullable [] hash) {
        return new Entry(
                number * 10L,
                Instant.parse("2026-11-24T09:00:00Z").plusMillis(number),
                "STAFF",
                number == 2 ? null : 7L,
                "SEEN",
                "DONE",
                "household",
                42L,
                "GET /locataires/{id}",
                number == 3 ? "mots é \" \n ; 3" : null,
                "0a1b2c3d4e",
                42L,
                1L,
                seq,
                hash);
    }

    private ChainReport verify(String noted) throws IOException {
        return VerifyAudit.of(new BufferedReader(new StringReader(String.join("\n", copy))), noted);
    }

    @Test
    void anUntouchedCopyAgrees() throws IOException {
        assertThat(verify(end)).isEqualTo(new ChainReport(4, 0, end, null));
        assertThat(verify("").good()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'\"actorId\":7', '\"actorId\":8'",
        "'\"actorId\":7', '\"actorId\":null'",
        "DONE, REFUSED",
        "'\"subjectId\":42', '\"subjectId\":43'",
        "locataires, fiches",
        "'\"householdId\":42', '\"householdId\":null'",
        "'\"agencyId\":1', '\"agencyId\":2'",
        "0a1b2c3d4e, 0a1b2c3d4f",
    })
    void aChangedFieldIsFound(String was, String is) throws IOException {
        var line = copy.get(3);
        assertThat(line).contains(was);
        copy.set(3, line.replace(was, is));
        assertThat(verify(end).fault()).isEqualTo("place 3 : l’écriture a été changée");
    }

    @Test
    void anEntryTakenOutMovedOrRepeatedIsFound() throws IOException {
        var third = copy.remove(3);
        assertThat(verify("").fault()).isEqualTo("place 3 : l’écriture manque");
        copy.add(third);
        assertThat(verify("").fault()).isEqualTo("place 3 : l’écriture manque");
        copy.add(3, third);
        copy.remove(5);
        assertThat(verify(end).good()).isTrue();
        copy.add(4, third);
        assertThat(verify("").fault()).isEqualTo("place 4 : l’écriture manque");
    }

    @Test
    void aTailCutOffIsFoundByTheEndNotedElsewhereAlone() throws IOException {
        copy.remove(4);
        assertThat(verify("").good()).isTrue();
        assertThat(verify(end).fault()).startsWith("la fin n’est pas celle");
    }

    @Test
    void whatIsNoCopyIsRefused() {
        copy.set(0, "{\"format\":\"other\"}");
        assertThatThrownBy(() -> verify("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noTwoEntriesAreWrittenAlike() {
        assertThat(Chain.hash(Chain.BEGINNING, Arrays.asList("ab", null, "c")))
                .isNotEqualTo(Chain.hash(Chain.BEGINNING, Arrays.asList("a", null, "bc")))
                .isNotEqualTo(Chain.hash(Chain.BEGINNING, Arrays.asList("ab", "", "c")));
    }

    /** With nothing but the application's classes and a JSON reader: no Spring, no database. */
    @Test
    void theCommandRunsAloneAndSaysByItsExitWhetherAllAgrees() throws Exception {
        var file = Files.write(folder.resolve("journal.jsonl"), copy);
        assertThat(run(file.toString(), end)).isZero();
        Files.write(file, copy.subList(0, 4));
        assertThat(run(file.toString(), end)).isOne();
        assertThat(run(file.resolveSibling("missing.jsonl").toString())).isEqualTo(2);
    }

    private static int run(String... arguments) throws Exception {
        var alone = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> path.endsWith("classes") || path.contains("jackson-") || path.contains("jspecify"))
                .filter(path -> !path.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                alone,
                VerifyAudit.class.getName()));
        command.addAll(Arrays.asList(arguments));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
