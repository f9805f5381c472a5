package fr.allervers.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.ledger.Leases.Let;
import fr.allervers.ledger.LedgerImport.Source;
import fr.allervers.ledger.files.CamtText;
import fr.allervers.shared.imports.ImportState;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.testing.Tenants;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An officer, a lease, and a bank account of its own for each test: what one imports, no other knows. */
@ApplicationTest
abstract class AbstractLedgerImportTest {

    static final AtomicInteger NUMBER = new AtomicInteger();
    static final String HEADER = "Code bail;Date;Nature;Montant;Mois;Libellé\n";

    @Autowired
    LedgerImports imports;

    @Autowired
    LedgerImportRunner runner;

    @Autowired
    LedgerJournal journal;

    @Autowired
    LedgerFiles files;

    @Autowired
    ChunkSorter sorter;

    @Autowired
    ArrearsNote arrears;

    @Autowired
    Suspense suspense;

    @Autowired
    JdbcTemplate template;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    @Autowired
    Tenants tenants;

    @Autowired
    MovableClock clock;

    final int number = NUMBER.incrementAndGet();

    /** A bank account of its own for each test: what one imports, no other knows. */
    final String account = "FR76999990000200000%06d".formatted(number) + "42";

    StaffMember officer;
    Leases leases;
    Let let;

    @BeforeEach
    void signIn() {
        officer = people.somebody(Role.RENT_OFFICER);
        people.signIn(officer);
        leases = new Leases(jdbc, tenants);
        let = leases.lease();
    }

    @AfterEach
    void reset() {
        people.signOut();
        clock.reset();
    }

    CamtText statement(String name) {
        return CamtText.statement(name).ofAccount(account);
    }

    CamtText notice(String name) {
        return CamtText.notice(name).ofAccount(account);
    }

    LedgerImport upload(byte[] content) {
        return imports.upload("fichier", new ByteArrayInputStream(content), Source.SCREEN, null);
    }

    LedgerImport run(byte[] content) {
        var id = upload(content).id();
        if (imports.require(id).state() == ImportState.MAPPING) {
            imports.map(id, imports.columns(id).proposed(), "essai");
        }
        imports.start(id);
        runner.runAll();
        return imports.require(id);
    }

    LedgerImport csv(String lines) {
        return run((HEADER + lines).getBytes(StandardCharsets.UTF_8));
    }

    void assertCounts(LedgerImport done, int posted, int suspended, int known, int rejected) {
        assertThat(done.state()).isEqualTo(ImportState.DONE);
        assertThat(List.of(done.posted(), done.suspended(), done.known(), done.rejected()))
                .as("posted, suspended, known, rejected")
                .containsExactly(posted, suspended, known, rejected);
    }

    SuspenseItem waiting(LedgerImport of) {
        return suspense.require(jdbc.sql("select min(id) from suspense_item where import_id = ? and state = 'OPEN'")
                .param(of.id())
                .query(Long.class)
                .single());
    }

    long arrears() {
        return jdbc.sql("select arrears_cents from household where id = ?")
                .param(let.tenant().householdId())
                .query(Long.class)
                .single();
    }
}
