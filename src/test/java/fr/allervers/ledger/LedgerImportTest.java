package fr.allervers.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.ledger.Leases.Let;
import fr.allervers.ledger.LedgerImport.Source;
import fr.allervers.ledger.files.CamtText;
import fr.allervers.ledger.files.CfonbText;
import fr.allervers.ledger.files.CsvMapping;
import fr.allervers.shared.imports.FileRefused;
import fr.allervers.shared.imports.ImportState;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.testing.Tenants;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** Files of banks and landlords: each movement on its account, once, whatever comes twice. */
@ApplicationTest
class LedgerImportTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String HEADER = "Code bail;Date;Nature;Montant;Mois;Libellé\n";

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

    private final int number = NUMBER.incrementAndGet();
    /** A bank account of its own for each test: what one imports, no other knows. */
    private final String account = "FR76999990000200000%06d".formatted(number) + "42";

    private StaffMember officer;
    private Leases leases;
    private Let let;

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

    private CamtText statement(String name) {
        return CamtText.statement(name).ofAccount(account);
    }

    private CamtText notice(String name) {
        return CamtText.notice(name).ofAccount(account);
    }

    private LedgerImport upload(byte[] content) {
        return imports.upload("fichier", new ByteArrayInputStream(content), Source.SCREEN, null);
    }

    private LedgerImport run(byte[] content) {
        var id = upload(content).id();
        if (imports.require(id).state() == ImportState.MAPPING) {
            imports.map(id, imports.columns(id).proposed(), "essai");
        }
        imports.start(id);
        runner.runAll();
        return imports.require(id);
    }

    private LedgerImport csv(String lines) {
        return run((HEADER + lines).getBytes(StandardCharsets.UTF_8));
    }

    private void assertCounts(LedgerImport done, int posted, int suspended, int known, int rejected) {
        assertThat(done.state()).isEqualTo(ImportState.DONE);
        assertThat(List.of(done.posted(), done.suspended(), done.known(), done.rejected()))
                .as("posted, suspended, known, rejected")
                .containsExactly(posted, suspended, known, rejected);
    }

    private SuspenseItem waiting(LedgerImport of) {
        return suspense.require(jdbc.sql("select min(id) from suspense_item where import_id = ? and state = 'OPEN'")
                .param(of.id())
                .query(Long.class)
                .single());
    }

    @Test
    void aCsvIsMappedOnceLookedAtStartedAndItsRejectsFetched() throws Exception {
        var header = "Bail;Date;Nature;Montant;Colonne " + number + "\n";
        var first = upload((header + let.code()
                        + ";05/11/2026;Loyer;500,00;\nXX;05/11/2026;Loyer;1;\nYY9;?;Loyer;1;\nZZ99;06/11/2026;Virement;12;\n")
                .getBytes(StandardCharsets.UTF_8));
        assertThat(first.state()).isEqualTo(ImportState.MAPPING);
        assertThatThrownBy(() -> imports.start(first.id())).isInstanceOf(UserError.class);
        assertThatThrownBy(() -> imports.map(first.id(), new CsvMapping(java.util.Map.of()), "x"))
                .hasMessage("ledger.mapping.no-amount");
        imports.map(first.id(), imports.columns(first.id()).proposed(), "Logiciel");
        var looked = imports.require(first.id());
        assertThat(looked.state()).isEqualTo(ImportState.READY);
        assertThat(List.of(looked.linesTotal(), looked.posted(), looked.suspended(), looked.rejected()))
                .containsExactly(4, 1, 1, 2);
        assertThat(imports.preview(first.id())).hasSize(4);
        assertThat(leases.entries(let.id())).as("nothing before the start").isZero();
        imports.start(first.id());
        runner.runAll();
        assertCounts(imports.require(first.id()), 1, 1, 0, 2);
        assertThat(leases.balance(let.id())).isEqualTo(50000);
        var rejects = new StringWriter();
        imports.writeRejects(first.id(), rejects);
        assertThat(rejects.toString()).contains("3;bail inconnu : XX").contains("4;date attendue");

        var second = upload((header + let.code() + ";05/12/2026;Loyer;500,00;\n").getBytes(StandardCharsets.UTF_8));
        assertThat(second.state()).as("its columns are known").isEqualTo(ImportState.READY);
    }

    @Test
    void theSameFileTwiceIsOneImport() {
        var content =
                statement("S").credit("B1", 10000, let.code(), "P", "", "loyer").bytes();
        var done = run(content);
        assertThat(upload(content)).isEqualTo(done);
        assertThat(leases.balance(let.id())).isEqualTo(-10000);
    }

    @Test
    void aFileGivenUpMayComeAgain() {
        var content =
                statement("S").credit("B1", 10000, let.code(), "P", "", "loyer").bytes();
        var first = upload(content);
        imports.cancel(first.id());
        assertThat(upload(content).id()).isNotEqualTo(first.id());
    }

    @Test
    void threadsWhoSendTheSameFileMakeOneImport() throws Exception {
        var content =
                statement("S").credit("B1", 10000, let.code(), "P", "", "loyer").bytes();
        var pool = Executors.newFixedThreadPool(4);
        try {
            var barrier = new CyclicBarrier(4);
            var made = IntStream.range(0, 4)
                    .mapToObj(thread -> pool.submit(() -> {
                        people.signIn(officer);
                        barrier.await();
                        return upload(content).id();
                    }))
                    .toList();
            var ids = new java.util.HashSet<Long>();
            for (var one : made) {
                ids.add(one.get());
            }
            assertThat(ids).hasSize(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void overlappingFilesBringEachPaymentOnce() {
        assertCounts(
                run(statement("S1")
                        .credit("B1", 10000, let.code(), "P", "", "a")
                        .credit("B2", 20000, let.code(), "P", "", "b")
                        .bytes()),
                2,
                0,
                0,
                0);
        assertCounts(
                run(statement("S2")
                        .credit("B2", 20000, let.code(), "P", "", "b")
                        .credit("B3", 30000, let.code(), "P", "", "c")
                        .bytes()),
                1,
                0,
                1,
                0);
        assertThat(leases.balance(let.id())).isEqualTo(-60000);
    }

    @Test
    void aStatementSentAgainUnderAnotherFileIsKnownByItsNumberAccountAndDay() {
        run(statement("S1").credit("", 10000, let.code(), "P", "", "a").bytes());
        assertCounts(
                run(statement("S1")
                        .credit("", 10000, let.code(), "P", "", "autre libellé")
                        .bytes()),
                0,
                0,
                1,
                0);
        assertCounts(
                run(statement("S1")
                        .on("2027-11-05")
                        .credit("", 10000, let.code(), "P", "", "a")
                        .bytes()),
                1,
                0,
                0,
                0);
    }

    @Test
    void twoIdenticalGenuinePaymentsAreTwo() {
        assertCounts(
                run(statement("S1")
                        .credit("", 10000, let.code(), "P", "", "a")
                        .credit("", 10000, let.code(), "P", "", "a")
                        .bytes()),
                2,
                0,
                0,
                0);
        assertCounts(csv((let.code() + ";05/11/2026;Virement;50;;Guichet\n").repeat(2)), 2, 0, 0, 0);
        assertThat(leases.balance(let.id())).isEqualTo(-30000);
    }

    @Test
    void aNoticeAfterItsStatementIsNotCountedAgainNorTheReverse() {
        run(statement("S1").credit("B1", 10000, let.code(), "P", "", "a").bytes());
        assertCounts(
                run(notice("N1").credit("B1", 10000, let.code(), "P", "", "a").bytes()), 0, 0, 1, 0);
        run(notice("N2").credit("B2", 20000, let.code(), "P", "", "a").bytes());
        assertCounts(
                run(statement("S2")
                        .credit("B2", 20000, let.code(), "P", "", "a")
                        .bytes()),
                0,
                0,
                1,
                0);
        assertThat(leases.balance(let.id())).isEqualTo(-30000);
    }

    @Test
    void aNoticeTellsThePaymentsOfABatchThatTheStatementSummedUp() {
        var other = leases.lease();
        var sum = run(statement("S1").batchSum("B1", 30000, 2).bytes());
        assertCounts(sum, 0, 1, 0, 0);
        assertThat(waiting(sum).doubt()).isEqualTo(Doubt.BATCH);
        var told = notice("N1")
                .batch(
                        "B1",
                        30000,
                        CamtText.payment(10000, let.code(), "P", "", "", ""),
                        CamtText.payment(20000, other.code(), "Q", "", "", ""))
                .bytes();
        assertCounts(run(told), 2, 0, 0, 0);
        assertThat(leases.balance(let.id())).isEqualTo(-10000);
        assertThat(leases.balance(other.id())).isEqualTo(-20000);
        assertThat(jdbc.sql("select state from suspense_item where import_id = ?")
                        .param(sum.id())
                        .query(String.class)
                        .single())
                .isEqualTo("DETAILED");
    }

    @Test
    void theSumOfABatchWhosePaymentsAreKnownBringsNothing() {
        run(notice("N1")
                .batch(
                        "B1",
                        30000,
                        CamtText.payment(10000, let.code(), "P", "", "", ""),
                        CamtText.payment(20000, let.code(), "P", "", "", ""))
                .bytes());
        assertCounts(run(statement("S1").batchSum("B1", 30000, 2).bytes()), 0, 0, 1, 0);
        assertThat(leases.balance(let.id())).isEqualTo(-30000);
    }

    @Test
    void aBatchThatAPersonAttributedWholeIsNotCountedAgainByItsPayments() {
        var sum = run(statement("S1").batchSum("B1", 30000, 2).bytes());
        suspense.attribute(waiting(sum).id(), let.id(), false);
        assertCounts(
                run(notice("N1")
                        .batch(
                                "B1",
                                30000,
                                CamtText.payment(10000, let.code(), "P", "", "", ""),
                                CamtText.payment(20000, let.code(), "P", "", "", ""))
                        .bytes()),
                0,
                0,
                2,
                0);
        assertThat(leases.balance(let.id())).isEqualTo(-30000);
    }

    @Test
    void withoutReferencesALookalikeOfAnotherFileWaitsForAPerson() {
        run(statement("S1").credit("", 10000, let.code(), "P", "", "loyer").bytes());
        var notice = run(notice("N1")
                .credit("", 10000, let.code(), "P", "", "loyer novembre")
                .bytes());
        assertCounts(notice, 0, 1, 0, 0);
        assertThat(waiting(notice)).satisfies(item -> {
            assertThat(item.doubt()).isEqualTo(Doubt.LOOKALIKE);
            assertThat(item.candidates()).extracting(AccountLine::leaseId).containsExactly(let.id());
        });
        suspense.dismiss(waiting(notice).id(), "déjà comptée");
        assertThat(leases.balance(let.id())).isEqualTo(-10000);
    }

    @Test
    void anEntryToldBareAndThenInFullFindsItsAccount() {
        assertCounts(run(statement("S1").bare("B1", 10000).bytes()), 0, 1, 0, 0);
        assertCounts(
                run(notice("N1").credit("B1", 10000, let.code(), "P", "", "").bytes()), 1, 0, 0, 0);
        assertThat(leases.balance(let.id())).isEqualTo(-10000);
    }

    @Test
    void aRejectedDebitReopensTheDebt() {
        csv(let.code() + ";05/11/2026;Loyer;100;;\n");
        run(statement("S1").credit("B1", 10000, let.code(), "P", "", "").bytes());
        assertThat(leases.balance(let.id())).isZero();
        assertCounts(
                run(statement("S2")
                        .on("2026-11-12")
                        .rejected("B2", 10000, let.code())
                        .bytes()),
                1,
                0,
                0,
                0);
        assertThat(leases.balance(let.id())).isEqualTo(10000);
    }

    @Test
    void moneyWithoutANameWaitsIsAttributedOnceAndTheBankAccountLearnt() {
        var iban = "FR7699999000030000000%04d42".formatted(number);
        var done = run(statement("S1")
                .credit("B1", 10000, "", "Inconnu", iban, "merci")
                .bytes());
        assertCounts(done, 0, 1, 0, 0);
        var item = waiting(done);
        suspense.attribute(item.id(), let.id(), true);
        assertThat(leases.balance(let.id())).isEqualTo(-10000);
        assertThatThrownBy(() -> suspense.attribute(item.id(), let.id(), true)).hasMessage("ledger.suspense.settled");
        assertThatThrownBy(() -> suspense.dismiss(item.id(), "x")).hasMessage("ledger.suspense.settled");
        assertCounts(
                run(statement("S2")
                        .on("2026-12-05")
                        .credit("B2", 10000, "", "Inconnu", iban, "merci")
                        .bytes()),
                1,
                0,
                0,
                0);
        assertCounts(
                run(notice("N1")
                        .credit("B1", 10000, "", "Inconnu", iban, "merci")
                        .bytes()),
                0,
                0,
                1,
                0);
    }

    @Test
    void twoWhoAttributeTheSameMoneyDoItOnce() throws Exception {
        var item = waiting(
                run(statement("S1").credit("B1", 10000, "", "X", "", "merci").bytes()));
        var pool = Executors.newFixedThreadPool(2);
        try {
            var barrier = new CyclicBarrier(2);
            var tries = IntStream.range(0, 2)
                    .mapToObj(thread -> pool.submit(() -> {
                        people.signIn(officer);
                        barrier.await();
                        try {
                            suspense.attribute(item.id(), let.id(), false);
                            return 1;
                        } catch (UserError e) {
                            return 0;
                        }
                    }))
                    .toList();
            assertThat(tries.get(0).get() + tries.get(1).get()).isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
        assertThat(leases.balance(let.id())).isEqualTo(-10000);
    }

    @Test
    void anotherAgencysAccountIsNotForHerWhoWorksElsewhere() {
        var item = waiting(
                run(statement("S1").credit("B1", 10000, "", "X", "", "merci").bytes()));
        people.signIn(people.somebodyOf(tenants.agency(), Role.RENT_OFFICER));
        assertThatThrownBy(() -> suspense.attribute(item.id(), let.id(), false))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aCfonbStatementIsBooked() {
        var content = new CfonbText(0)
                .movement("18", 10000, "VIR " + number, "", "")
                .more("LCC", "LOYER " + let.code())
                .close()
                .bytes();
        assertCounts(run(content), 1, 0, 0, 0);
        assertThat(leases.balance(let.id())).isEqualTo(-10000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "<a/>", "PK\u0003\u0004x", "Bonjour", "01\u0000"})
    void aFileOfAnotherKindIsRefusedWhole(String content) {
        var before =
                jdbc.sql("select count(*) from ledger_import").query(Long.class).single();
        try {
            var made = upload(content.getBytes(StandardCharsets.UTF_8));
            assertThat(made.state())
                    .as("a text may be a CSV: somebody is asked")
                    .isEqualTo(ImportState.MAPPING);
            imports.cancel(made.id());
        } catch (FileRefused e) {
            assertThat(jdbc.sql("select count(*) from ledger_import")
                            .query(Long.class)
                            .single())
                    .isEqualTo(before);
        }
    }

    @Test
    void aFileThatContradictsItselfAtItsEndBooksNothing() {
        var content = new String(
                statement("S1").credit("B1", 10000, let.code(), "P", "", "").bytes(), StandardCharsets.UTF_8);
        assertThatThrownBy(
                        () -> upload(content.substring(0, content.length() - 40).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(FileRefused.class);
        assertThat(leases.entries(let.id())).isZero();
    }

    @Test
    void theRegisterLearnsWhatTheHouseholdOwes() {
        csv(let.code() + ";05/11/2026;Loyer;321,09;;\n");
        assertThat(arrears()).isEqualTo(32109);
        run(statement("S1").credit("B1", 50000, let.code(), "P", "", "").bytes());
        assertThat(arrears()).isZero();
    }

    private long arrears() {
        return jdbc.sql("select arrears_cents from household where id = ?")
                .param(let.tenant().householdId())
                .query(Long.class)
                .single();
    }

    /** As a power cut: nothing catches it. */
    private static final class PowerCut extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void aStopInTheMiddleOfAChunkLosesAndDoublesNothing() {
        var lines = new StringBuilder(HEADER);
        for (var line = 0; line < 2500; line++) {
            // Identical payments in every chunk: only their count tells them apart.
            lines.append(let.code())
                    .append(line % 2 == 0 ? ";05/11/2026;Virement;1,00;;même\n" : ";05/11/2026;Loyer;1,00;;même\n");
        }
        var id = upload(lines.toString().getBytes(StandardCharsets.UTF_8)).id();
        if (imports.require(id).state() == ImportState.MAPPING) {
            imports.map(id, imports.columns(id).proposed(), "essai");
        }
        imports.start(id);
        var chunks = new AtomicInteger();
        var stopping = new LedgerChunkWriter(template, sorter, journal, events, clock) {
            @Override
            public void write(fr.allervers.shared.imports.ImportQueue.Turn turn, ChunkSorter.Read read, String by) {
                transactions.executeWithoutResult(status -> {
                    super.write(turn, read, by);
                    if (chunks.incrementAndGet() == 2) {
                        throw new PowerCut();
                    }
                });
            }
        };
        assertThatThrownBy(() -> new LedgerImportRunner(journal, files, stopping, arrears).runAll())
                .isInstanceOf(PowerCut.class);
        assertThat(imports.require(id).linesDone()).isEqualTo(1000);
        assertThat(runner.runAll()).as("the dead node's turn is not over").isZero();
        clock.advance(Duration.ofMinutes(2));
        assertThat(runner.runAll()).isEqualTo(1);
        assertCounts(imports.require(id), 2500, 0, 0, 0);
        assertThat(leases.entries(let.id())).isEqualTo(2500);
        assertThat(leases.balance(let.id())).isZero();
    }

    @Test
    void othersHaveNoPartInImports() {
        for (var role : List.of(Role.CALLER, Role.FIELD_MANAGER, Role.SOCIAL_ADVISOR)) {
            people.signIn(people.somebody(role));
            assertThatThrownBy(() -> imports.history()).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> suspense.open()).isInstanceOf(AccessDeniedException.class);
        }
    }
}
