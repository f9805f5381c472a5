package fr.allervers;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database and its documents are lost, and come back by the scripts that docs/operations.md names. */
class SaveAndRestoreTest {

    private static final String NAME = "allervers_saved";
    private static final Path BASE = Path.of("target", "mariadb", "base").toAbsolutePath();

    private static JdbcTemplate jdbc;

    @TempDir
    Path folder;

    private Path documents;
    private Path save;
    private boolean keptElsewhere;

    /** @param output both its streams */
    private record Ended(int code, String output) {}

    @BeforeAll
    static void fill() {
        var address = TestDatabase.server().schema(NAME);
        var source = new DriverManagerDataSource(address, "root", "");
        Flyway.configure().dataSource(source).load().migrate();
        jdbc = new JdbcTemplate(source);
        jdbc.update("insert into agency (code, name) values ('SAVE', 'Agence de l’Été')");
        jdbc.update(
                "insert into stored_file (name, content_type, size_bytes, sha256, stored_by, stored_at)"
                        + " select concat('pièce ', seq), 'application/pdf', 12, sha2(seq, 256), 'sophie', now(3) from seq_1_to_500");
    }

    @AfterAll
    static void forget() {
        jdbc.execute("drop database " + NAME);
    }

    @BeforeEach
    void aFolderOfDocuments() throws IOException {
        documents = Files.createDirectories(folder.resolve("documents"));
        Files.createDirectories(documents.resolve("ab"));
        Files.write(documents.resolve("ab").resolve("abcdef"), new byte[] {0, 1, 2, (byte) 0xFF});
        save = folder.resolve("save");
    }

    @Test
    void whatIsLostComesBackToTheLetter() throws Exception {
        var before = contents();
        assertThat(run("save.sh")).extracting(Ended::code).isEqualTo(0);
        lose();
        var restored = run("restore.sh");
        assertThat(restored.code()).as(restored.output()).isZero();
        assertThat(contents()).isEqualTo(before).hasSizeGreaterThan(100);
        assertThat(documents.resolve("ab").resolve("abcdef")).hasBinaryContent(new byte[] {0, 1, 2, (byte) 0xFF});
    }

    @Test
    void nothingIsRestoredOverWhatIsThere() throws Exception {
        run("save.sh");
        var refused = run("restore.sh");
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.output()).endsWith(NAME + " holds tables already: nothing is restored");
    }

    @Test
    void documentsOfAnotherStoreAreLeftToIt() throws Exception {
        keptElsewhere = true;
        assertThat(run("save.sh")).extracting(Ended::code).isEqualTo(0);
        assertThat(save.resolve("documents.tar.gz")).doesNotExist();
        lose();
        var restored = run("restore.sh");
        assertThat(restored.code()).as(restored.output()).isZero();
        assertThat(documents).isEmptyDirectory();
    }

    @Test
    void aDamagedSaveIsRefusedBeforeAnythingChanges() throws Exception {
        run("save.sh");
        var dump = save.resolve(NAME + ".sql.gz");
        var bytes = Files.readAllBytes(dump);
        bytes[bytes.length / 2] ^= 1;
        Files.write(dump, bytes);
        var refused = run("restore.sh");
        assertThat(refused.code()).isEqualTo(3);
        assertThat(refused.output()).contains("The save is damaged: nothing is restored");
    }

    @Test
    void anOlderSaveIsNotWrittenOver() throws Exception {
        run("save.sh");
        assertThat(run("save.sh").code()).isNotZero();
    }

    private void lose() throws IOException {
        jdbc.execute("drop database " + NAME);
        Files.delete(documents.resolve("ab").resolve("abcdef"));
        Files.delete(documents.resolve("ab"));
    }

    /** The sum of each table's rows, and the triggers that keep some of them as they are. */
    private static Map<String, String> contents() {
        var sums = new TreeMap<String, String>();
        jdbc.queryForList("select table_name from information_schema.tables where table_schema = ?", String.class, NAME)
                .forEach(table -> sums.put(
                        table,
                        String.valueOf(jdbc.queryForMap("checksum table " + NAME + "." + table)
                                .get("Checksum"))));
        jdbc.queryForList(
                        "select trigger_name, action_statement from information_schema.triggers where trigger_schema = ?",
                        NAME)
                .forEach(row -> sums.put(
                        "trigger " + row.get("trigger_name"),
                        row.get("action_statement").toString()));
        return sums;
    }

    private Ended run(String script) throws Exception {
        var tool = new ProcessBuilder(List.of(
                        "bash",
                        Path.of("src", "main", "docker", script)
                                .toAbsolutePath()
                                .toString(),
                        save.toString()))
                .redirectErrorStream(true);
        var environment = tool.environment();
        environment.merge("PATH", BASE.resolve("bin").toString(), (path, bin) -> bin + ":" + path);
        environment.put("LD_LIBRARY_PATH", BASE.resolve("libs").toString());
        environment.put("DATABASE_HOST", "127.0.0.1");
        environment.put("DATABASE_PORT", Integer.toString(TestDatabase.server().port()));
        environment.put("DATABASE_USER", "root");
        environment.put("DATABASE_PASSWORD", "");
        environment.put("DATABASE_NAMES", NAME);
        environment.put("DOCUMENTS_FOLDER", keptElsewhere ? "" : documents.toString());
        var running = tool.start();
        var output = new String(running.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(running.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Ended(running.exitValue(), output.strip());
    }
}
