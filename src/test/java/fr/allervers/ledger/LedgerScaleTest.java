package fr.allervers.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.ledger.LedgerImport.Source;
import fr.allervers.shared.imports.ImportState;
import fr.allervers.staff.Role;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.HeldMemory;
import fr.allervers.testing.MadeWhileRead;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.testing.Tenants;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** 100,000 entries go through without the memory that they would take together, and what they leave is swept in one query. */
@ApplicationTest
class LedgerScaleTest {

    private static final int LINES = 100_000;
    private static final int LEASES = 5_000;

    /** As objects the lines would take ten times that; the counts of what is identical take 5 MB. */
    private static final long MOST_BYTES = 40L * 1024 * 1024;

    @Autowired
    LedgerImports imports;

    @Autowired
    LedgerImportRunner runner;

    @Autowired
    RentAccounts accounts;

    @Autowired
    Tenants tenants;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    People people;

    @BeforeEach
    void signIn() {
        people.signIn(people.somebody(Role.RENT_OFFICER));
    }

    @AfterEach
    void signOut() {
        people.signOut();
    }

    @Test
    void aHundredThousandEntriesStreamInConstantMemory() throws InterruptedException {
        var tenant = tenants.tenant();
        jdbc.update(
                "insert into lease (code, dwelling_id, household_id, starts_on) select concat('LS', seq), h.dwelling_id, h.id, '2020-01-01' from seq_1_to_"
                        + LEASES + " join household h on h.id = ?",
                tenant.householdId());
        var id = new AtomicLong();
        var held = HeldMemory.during(() -> {
            id.set(imports.upload("grand.csv", file(), Source.SCREEN, null).id());
            if (imports.require(id.get()).state() == ImportState.MAPPING) {
                imports.map(id.get(), imports.columns(id.get()).proposed(), "grand");
            }
            imports.start(id.get());
            runner.runAll();
        });
        var done = imports.require(id.get());
        assertThat(done.state()).isEqualTo(ImportState.DONE);
        assertThat(done.posted()).isEqualTo(LINES);
        assertThat(held).as("bytes held more than before").isLessThan(MOST_BYTES);
        assertThat(jdbc.queryForObject(
                        "select count(*) from rent_account a join lease l on l.id = a.lease_id where l.code like 'LS%' and a.balance_cents = 100 * ?",
                        Integer.class, LINES / LEASES))
                .isEqualTo(LEASES);
        sweep(tenant.householdId());
    }

    private void sweep(long householdId) {
        var first = jdbc.queryForObject("select min(id) from lease where household_id = ?", Long.class, householdId);
        var on = MovableClock.START.atZone(ZoneId.of("Europe/Paris")).toLocalDate();
        var found = new ArrayList<>(accounts.inDebt(on, 1, first - 1, LEASES));
        assertThat(found.stream().filter(one -> one.householdId() == householdId))
                .hasSize(LEASES);
    }

    private static MadeWhileRead file() {
        return new MadeWhileRead(
                "Code bail;Date;Nature;Montant;Numéro écriture\n",
                LINES,
                number -> "LS" + (1 + number % LEASES) + ";05/11/2026;Loyer;1,00;E" + number + "\n");
    }
}
