package fr.allervers.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.ledger.files.CsvMapping;
import fr.allervers.shared.imports.FileRefused;
import fr.allervers.shared.imports.ImportState;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Role;
import fr.allervers.testing.AtOnce;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.access.AccessDeniedException;

/** Files of banks and landlords: each movement on its account, once, whatever comes twice. */
class LedgerImportTest extends AbstractLedgerImportTest {

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
        var ids = AtOnce.times(4, () -> {
            people.signIn(officer);
            return upload(content).id();
        });
        assertThat(ids).containsOnly(ids.get(0));
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
        assertThat(imports.require(id).linesDone()).isEqualTo(ReadAhead.CHUNK);
        assertThat(runner.runAll()).as("the dead node's turn is not over").isZero();
        clock.advance(Duration.ofMinutes(2));
        assertThat(runner.runAll()).isEqualTo(1);
        assertCounts(imports.require(id), 2500, 0, 0, 0);
        assertThat(leases.entries(let.id())).isEqualTo(2500);
        assertThat(leases.balance(let.id())).isZero();
    }

    @Test
    void whatIsBookedAfterItWasLookedUpAheadIsNotBookedAgain() {
        var id = upload((HEADER + let.code() + ";05/11/2026;Loyer;1,00;;a\n" + let.code()
                                + ";06/11/2026;Loyer;2,00;;b\n")
                        .getBytes(StandardCharsets.UTF_8))
                .id();
        if (imports.require(id).state() == ImportState.MAPPING) {
            imports.map(id, imports.columns(id).proposed(), "essai");
        }
        imports.start(id);
        var between = new LedgerChunkWriter(template, sorter, journal, events, clock) {
            @Override
            public void write(fr.allervers.shared.imports.ImportQueue.Turn turn, ChunkSorter.Read read, String by) {
                if (read.isNew()) {
                    template.update("insert ignore into rent_account (lease_id) values (?)", let.id());
                    template.update("""
                            insert into rent_entry (lease_id, kind, side, amount_cents, value_on, due_on, period, label, booked_at, booked_by, entry_key)
                            values (?, 'RENT', 'D', 100, '2026-11-05', '2026-11-05', '2026-11-01', 'Loyer', now(3), 'essai', ?)
                            """, let.id(), read.movements().get(0).key());
                }
                transactions.executeWithoutResult(status -> super.write(turn, read, by));
            }
        };
        assertThat(new LedgerImportRunner(journal, files, between, arrears).runAll())
                .isEqualTo(1);
        assertCounts(imports.require(id), 1, 0, 1, 0);
        assertThat(leases.entries(let.id())).isEqualTo(2);
    }

    @Test
    void othersHaveNoPartInImports() {
        for (var role : List.of(Role.CALLER, Role.FIELD_MANAGER, Role.SOCIAL_ADVISOR)) {
            people.signIn(people.somebody(role));
            assertThatThrownBy(() -> imports.history()).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> suspense.open()).isInstanceOf(AccessDeniedException.class);
        }
    }

    /** As a power cut: nothing catches it. */
    private static final class PowerCut extends Error {
        private static final long serialVersionUID = 1L;
    }
}
