package fr.allervers.bench;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.ledger.LedgerImport.Source;
import fr.allervers.ledger.LedgerImportRunner;
import fr.allervers.ledger.LedgerImports;
import fr.allervers.shared.imports.ImportState;
import fr.allervers.staff.Role;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.People;
import fr.allervers.testing.Tenants;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Books a file of entries: kept, looked through for the preview, matched, compared with what is known, booked, balances moved. Limit: the
 * same rows of entries, inserted by bare JDBC batches of 1,000, a transaction each, with no look at anything.
 */
@ApplicationTest
class LedgerImportBenchmark {

    private static final int LEASES = 5_000;
    private static final int CHUNK = 1_000;

    @Autowired
    LedgerImports imports;

    @Autowired
    LedgerImportRunner runner;

    @Autowired
    Tenants tenants;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    DataSource database;

    private int round;

    @Test
    void entriesImportedPerSecond() throws Exception {
        var bench = Bench.rate("ledger-import", "ledger entries imported per second", "1/s", 100_000);
        people.signIn(people.somebody(Role.RENT_OFFICER));
        var tenant = tenants.tenant();
        jdbc.update(
                "insert into lease (code, dwelling_id, household_id, starts_on) select concat('LB', seq), h.dwelling_id, h.id, '2020-01-01' from seq_1_to_"
                        + LEASES + " join household h on h.id = ?",
                tenant.householdId());
        var leases = jdbc.queryForList("select id from lease where code like 'LB%' order by id", Long.class);
        leases.forEach(lease -> jdbc.update("insert ignore into rent_account (lease_id) values (?)", lease));
        bench.side("ours", () -> ours(bench.size(), false))
                .side("with-preview", () -> ours(bench.size(), true))
                .side("limit", () -> limit(bench.size(), leases))
                .target("limit", 0.5)
                .note(
                        "Ours is from the person's start; with-preview is the whole way from the file's arrival: two readings, the first for the preview.")
                .note("Memory: LedgerScaleTest holds 100,000 entries under 40 MB more than before.")
                .run(database);
        people.signOut();
    }

    private double ours(int size, boolean fromArrival) {
        var file = file(size);
        var arrived = System.nanoTime();
        var id = imports.upload("bench.csv", new ByteArrayInputStream(file), Source.SCREEN, null)
                .id();
        if (imports.require(id).state() == ImportState.MAPPING) {
            imports.map(id, imports.columns(id).proposed(), "bench");
        }
        var start = System.nanoTime();
        imports.start(id);
        runner.runAll();
        var rate = perSecond(size, fromArrival ? arrived : start);
        var done = imports.require(id);
        assertThat(done.state()).isEqualTo(ImportState.DONE);
        assertThat(done.posted()).isEqualTo(size);
        return rate;
    }

    private byte[] file(int size) {
        round++;
        var file = new StringBuilder("Code bail;Date;Nature;Montant;Numéro écriture\n");
        for (var line = 0; line < size; line++) {
            file.append("LB")
                    .append(1 + line % LEASES)
                    .append(";05/11/2026;Loyer;1,00;B")
                    .append(round)
                    .append('-')
                    .append(line)
                    .append('\n');
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private double limit(int size, List<Long> leases) throws Exception {
        round++;
        var start = System.nanoTime();
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into rent_entry (lease_id, kind, side, amount_cents, value_on, due_on, period, label, reference, line_no, booked_at, booked_by, entry_key)
                        values (?, 'RENT', 'D', 100, '2026-11-05', '2026-11-05', '2026-11-01', 'Loyer', ?, ?, now(3), 'bench', ?)
                        """)) {
            connection.setAutoCommit(false);
            for (var line = 0; line < size; line++) {
                insert.setLong(1, leases.get(line % leases.size()));
                insert.setString(2, "B" + round + "-" + line);
                insert.setInt(3, line);
                insert.setBytes(4, key(line));
                insert.addBatch();
                if ((line + 1) % CHUNK == 0 || line + 1 == size) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
            connection.setAutoCommit(true);
        }
        return perSecond(size, start);
    }

    /** As scattered as the keys of ours, which are hashes. */
    private byte[] key(int line) {
        var mixed = (line + 1L) * 0x9E3779B97F4A7C15L;
        return ByteBuffer.allocate(16).putLong(mixed).putLong(round).array();
    }

    private static double perSecond(int count, long start) {
        return count / ((System.nanoTime() - start) / 1e9);
    }
}
