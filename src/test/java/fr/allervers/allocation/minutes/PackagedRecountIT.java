package fr.allervers.allocation.minutes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.allocation.ballot.Canonical;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;

/** The command of docs/allocation-minutes.md, from the packaged jar alone, over the minutes of a real session. */
class PackagedRecountIT {

    @TempDir
    Path folder;

    private record Said(int exit, String words) {}

    private Said recount(String... arguments) throws Exception {
        var out = folder.resolve("out.txt");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                "target/aller-vers.jar",
                "-Dloader.main=fr.allervers.allocation.minutes.Recount",
                "org.springframework.boot.loader.launch.PropertiesLauncher"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), Files.readString(out));
    }

    private static String minutes() throws IOException {
        return new ClassPathResource("allocation/proces-verbal.json").getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void whatWasSignedAgreesAndWhatWasChangedDoesNot() throws Exception {
        var text = minutes();
        var signed = Files.writeString(folder.resolve("signed.json"), text);
        var good = recount(signed.toString(), Canonical.sha256(text));
        assertThat(good.exit()).as(good.words()).isZero();
        assertThat(good.words()).contains("Tout concorde.");

        var changed = text.replaceFirst("\"kind\":\"RANKED_ALLOCATION\"", "\"kind\":\"NON_ALLOCATION\"");
        assertThat(changed).isNotEqualTo(text);
        var forged = Files.writeString(folder.resolve("forged.json"), changed);
        // Even with a seal made anew: the decision is not what the ballots give.
        var bad = recount(forged.toString(), Canonical.sha256(changed));
        assertThat(bad.exit()).isOne();
        assertThat(bad.words()).contains("FAUX");
        assertThat(recount(signed.toString(), Canonical.sha256(changed)).exit()).isOne();
        assertThat(recount(folder.resolve("missing.json").toString()).exit()).isEqualTo(2);
    }
}
