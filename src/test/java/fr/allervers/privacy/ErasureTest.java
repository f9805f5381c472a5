package fr.allervers.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import fr.allervers.documents.DocumentStore;
import fr.allervers.outreach.followup.FieldCheckOrder;
import fr.allervers.outreach.followup.FieldChecks;
import fr.allervers.outreach.report.CampaignReports;
import fr.allervers.outreach.report.ReportFilter;
import fr.allervers.shared.personal.DataKind;
import fr.allervers.shared.sealed.ValueSealing;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Role;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.People;
import fr.allervers.testing.Tenants;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Cases;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipInputStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** One person stands everywhere, is handed all of it, is erased, and stands nowhere; the figures are what they were. */
@ApplicationTest
class ErasureTest {

    private static final DataSubject.Kind TENANT = DataSubject.Kind.TENANT;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DocumentStore documents;

    @Autowired
    Tenants tenants;

    @Autowired
    People people;

    @Autowired
    Erasures erasures;

    @Autowired
    ErasureJournal journal;

    @Autowired
    ValueSealing sealing;

    @Autowired
    PersonExports exports;

    @Autowired
    CampaignReports reports;

    @Autowired
    FieldChecks fieldChecks;

    @Autowired
    Cases cases;

    @Autowired
    ProcessEngine engine;

    @Autowired
    TransactionTemplate transaction;

    @Value("${allervers.documents.folder}")
    Path folder;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private Traces traces;
    private SomebodyEverywhere somebody;

    @BeforeEach
    void somebodyWhoLeft() {
        traces = new Traces(jdbc, folder);
        somebody = new SomebodyEverywhere(jdbc, documents, tenants, LocalDate.of(2025, 6, 30));
        log.start();
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).addAppender(log);
        people.signIn(people.somebody(Role.ADMINISTRATOR, Role.DIRECTOR));
    }

    @AfterEach
    void quiet() {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(log);
        people.signOut();
    }

    private String[] words() {
        return new String[] {somebody.marker, somebody.marker.substring(7), somebody.mobile.substring(1), somebody.email
        };
    }

    @Test
    void aPersonIsErasedAndFoundNowhereAndTheFiguresStay() {
        var before = reports.of(somebody.campaign, ReportFilter.ALL);
        assertThat(traces.inTables(somebody.marker)).hasSizeGreaterThan(50);
        assertThat(traces.inFiles(somebody.marker)).isNotEmpty();
        assertThat(erasures.preview(TENANT, somebody.tenant.occupantId()))
                .extracting(ErasureLine::state)
                .containsOnly(ErasureLine.State.PENDING);

        erasures.erase(TENANT, somebody.tenant.occupantId(), Erasure.Why.REQUEST);

        var erasure = erasures.of(TENANT, somebody.tenant.occupantId()).orElseThrow();
        assertThat(erasures.lines(erasure))
                .filteredOn(line -> line.state() != ErasureLine.State.DONE)
                .isEmpty();
        assertThat(erasure.state()).isEqualTo(Erasure.State.DONE);
        assertThat(traces.inTables(words())).isEmpty();
        assertThat(traces.inFiles(somebody.marker, somebody.email)).isEmpty();
        assertThat(log.list).noneMatch(event -> event.getFormattedMessage().contains(somebody.marker));
        var after = reports.of(somebody.campaign, ReportFilter.ALL);
        assertThat(after.totals()).isEqualTo(before.totals());
        assertThat(after.table("grades")).isEqualTo(before.table("grades"));
        assertThat(after.table("needs")).isEqualTo(before.table("needs"));
        assertThat(after.table("partners")).isEqualTo(before.table("partners"));
        assertThat(after.table("agencies")).isEqualTo(before.table("agencies"));
    }

    /** The engine knows a case by its number: neither while it runs nor afterwards does any of its tables hold a word about people. */
    @Test
    void theEngineHoldsNothingOfAPersonAndForgetsTheirCases() {
        var id = fieldCheck();
        assertThat(running(id)).isEqualTo(1);
        assertThat(traces.inTables(words()))
                .contains("inbox_item.title")
                .noneMatch(column -> column.toLowerCase(Locale.ROOT).startsWith("act_"));
        assertThat(jdbc.sql("select detail from timeline_entry where case_kind = 'field-check' and case_id = ?")
                        .param(id)
                        .query(String.class)
                        .list())
                .as("what was asked, sealed")
                .allSatisfy(detail -> assertThat(detail).startsWith("~test:"));
        assertThat(jdbc.sql("""
                                select distinct concat_ws(' ', NAME_, TYPE_, TEXT_) from ACT_RU_VARIABLE
                                 where TYPE_ not in ('string', 'boolean', 'integer', 'long', 'double', 'date', 'null')
                                    or TEXT_ not regexp '^([A-Z0-9_]+|[a-z]+(-[a-z]+)*)$'
                                """).query(String.class).list())
                .as("variables, of the cases of all tests so far, that are neither numbers nor codes")
                .isEmpty();
        transaction.executeWithoutResult(
                status -> assertThat(cases.correlate("household-interrupted", new CaseRef("field-check", id)))
                        .isTrue());
        assertThat(running(id)).isZero();
        assertThat(ended(id)).isEqualTo(1);

        erasures.erase(TENANT, somebody.tenant.occupantId(), Erasure.Why.REQUEST);

        assertThat(ended(id)).isZero();
        assertThat(traces.inTables(words())).isEmpty();
    }

    private long fieldCheck() {
        Long id = transaction.execute(status -> fieldChecks.open(new FieldCheckOrder(
                somebody.tenant.householdId(),
                null,
                null,
                somebody.tenant.agencyId(),
                FieldCheckOrder.Purpose.CHECK,
                "sonner chez Lucette " + somebody.marker)));
        return Objects.requireNonNull(id);
    }

    private long running(long id) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("field-check")
                .processInstanceBusinessKey(Long.toString(id))
                .count();
    }

    private long ended(long id) {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey("field-check")
                .processInstanceBusinessKey(Long.toString(id))
                .finished()
                .count();
    }

    @Test
    void itIsDoneOnce() {
        erasures.erase(TENANT, somebody.tenant.occupantId(), Erasure.Why.REQUEST);
        assertThatThrownBy(() -> erasures.erase(TENANT, somebody.tenant.occupantId(), Erasure.Why.REQUEST))
                .isInstanceOf(UserError.class);
        assertThat(jdbc.sql("select count(*) from person_erasure where person_kind = 'TENANT' and person_id = ?")
                        .param(somebody.tenant.occupantId())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void afterACrashTheNextOneGoesOnWhereItStood() {
        journal.ask(erasures.require(TENANT, somebody.tenant.occupantId()), Erasure.Why.REQUEST, "nadia");
        for (var chunk = 0; chunk < 25; chunk++) {
            journal.next(); // then the node dies
        }
        assertThat(traces.inTables(somebody.marker)).isNotEmpty();
        erasures.work();
        assertThat(traces.inTables(words())).isEmpty();
    }

    @Test
    void whatTheLawKeepsIsToldAndGoesWhenItsReasonHasGone() {
        jdbc.sql("update arrears_case set status = 'OPEN', closed_at = null where id = ?")
                .param(somebody.arrears)
                .update();
        assertThat(erasures.preview(TENANT, somebody.tenant.occupantId()))
                .filteredOn(line -> line.kind() == DataKind.ARREARS || line.kind() == DataKind.REGISTER)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.hold()).isEqualTo("open-arrears"));

        erasures.erase(TENANT, somebody.tenant.occupantId(), Erasure.Why.REQUEST);

        assertThat(state()).isEqualTo(Erasure.State.HELD);
        assertThat(traces.inTables(somebody.marker))
                .contains("arrears_case.pause_note", "occupant.last_name", "social_assessment.opinion")
                .doesNotContain("call_attempt.note", "inventory_item.remark", "housing_application.last_name");

        jdbc.sql("update arrears_case set status = 'CLOSED', closed_at = '2025-07-01' where id = ?")
                .param(somebody.arrears)
                .update();
        erasures.lookAgain();
        assertThat(state()).isEqualTo(Erasure.State.DONE);
        assertThat(traces.inTables(words())).isEmpty();
    }

    private Erasure.State state() {
        return erasures.of(TENANT, somebody.tenant.occupantId()).orElseThrow().state();
    }

    @Test
    void whoStillLivesThereIsKeptByTheLeaseAlsoBesideOthers() {
        jdbc.sql("insert into occupant (code, household_id, last_name, first_name) values (?, ?, 'Perrin', 'Marcel')")
                .params("P" + somebody.tenant.occupantId(), somebody.tenant.householdId())
                .update();
        jdbc.sql("update occupant set left_on = null where id = ?")
                .param(somebody.tenant.occupantId())
                .update();
        jdbc.sql("update lease set ends_on = null where id = ?")
                .param(somebody.lease)
                .update();
        assertThat(erasures.preview(TENANT, somebody.tenant.occupantId()))
                .filteredOn(line -> line.kind() == DataKind.REGISTER)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.hold()).isEqualTo("running-lease"));
    }

    @Test
    void theOneWhoStaysKeepsTheHouseholdUnderAnotherName() {
        var spouse = jdbc.sql(
                        "insert into occupant (code, household_id, last_name, first_name) values (?, ?, 'Perrin', 'Marcel') returning id")
                .params("S" + somebody.tenant.occupantId(), somebody.tenant.householdId())
                .query(Long.class)
                .single();
        erasures.erase(TENANT, somebody.tenant.occupantId(), Erasure.Why.REQUEST);
        assertThat(jdbc.sql("select name from household where id = ?")
                        .param(somebody.tenant.householdId())
                        .query(String.class)
                        .single())
                .isEqualTo("Perrin Marcel");
        assertThat(traces.inTables(words()))
                .as("codes that the household has of the landlord, who signed, and names of files in its file")
                .containsExactlyInAnyOrder(
                        "household.code",
                        "household_word.word",
                        "inventory_signature.name",
                        "lease.code",
                        "payer_iban.iban",
                        "stored_file.name");
        assertThat(socialNote()).startsWith("situation de …, …, …");
        assertThat(erasures.require(TENANT, spouse).name()).isEqualTo("Marcel Perrin");
    }

    private String socialNote() {
        return sealing.openText(
                "social_assessment.opinion",
                jdbc.sql("select opinion from social_assessment where household_id = ?")
                        .param(somebody.tenant.householdId())
                        .query(String.class)
                        .single());
    }

    @Test
    void aPersonIsHandedEverythingAndThatIsNoted() throws Exception {
        var content = new ByteArrayOutputStream();
        exports.make(TENANT, somebody.tenant.occupantId()).writeTo(content);
        var entries = unzip(content.toByteArray());
        assertThat(entries.keySet()).contains("donnees.pdf", "donnees.json");
        assertThat(entries.keySet()).anyMatch(name -> name.startsWith("fichiers/"));
        assertThat(new String(entries.get("donnees.json"), StandardCharsets.UTF_8))
                .contains(
                        "note Lucette " + somebody.marker,
                        "situation de Lucette",
                        "VIR " + somebody.marker,
                        somebody.email);
        assertThat(new String(entries.get("donnees.pdf"), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF");
        assertThat(exports.made(TENANT, somebody.tenant.occupantId())).hasSize(1);
    }

    private static Map<String, byte[]> unzip(byte[] content) throws Exception {
        var entries = new HashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    @Test
    void anErasedFileIsUnknownUnlessAnotherHasTheSameContent() throws Exception {
        var content = ("double de " + somebody.marker).getBytes(StandardCharsets.UTF_8);
        var mine = documents.store("a.txt", "text/plain", new ByteArrayInputStream(content), "x");
        var other = documents.store("b.txt", "text/plain", new ByteArrayInputStream(content), "x");
        jdbc.sql(
                        "insert into application_file (application_id, kind, file_id, sha256, source, added_at, added_by) values (?, 'INCOME', ?, ?, 'DESK', now(), 'x')")
                .params(somebody.application, mine.id(), mine.sha256())
                .update();
        erasures.erase(TENANT, somebody.tenant.occupantId(), Erasure.Why.REQUEST);
        assertThatThrownBy(() -> documents.open(mine.id())).isInstanceOf(UserError.class);
        assertThat(documents.open(other.id()).readAllBytes()).isEqualTo(content);
    }

    @Test
    void onlyAdministratorsOfTheAgencyMay() {
        people.signIn(people.somebody(Role.DIRECTOR, Role.SUPERVISOR, Role.SOCIAL_ADVISOR));
        assertThatThrownBy(() -> erasures.erase(TENANT, somebody.tenant.occupantId(), Erasure.Why.REQUEST))
                .isInstanceOf(AccessDeniedException.class);
        people.signIn(people.somebodyOf(tenants.agency(), Role.ADMINISTRATOR));
        assertThatThrownBy(() -> exports.make(TENANT, somebody.tenant.occupantId()))
                .isInstanceOf(AccessDeniedException.class);
    }
}
