package fr.allervers.outreach.calling;

import fr.allervers.staff.StaffMember;
import fr.allervers.testing.Fixture;
import fr.allervers.testing.Tenants;
import fr.allervers.testing.Tenants.Tenant;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Cases;
import fr.allervers.workflow.Tasks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Running campaigns with households to call, written straight into the tables; imported by the tests that need it. */
@Fixture
class CallingFixture {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final JdbcClient jdbc;
    private final Tenants tenants;
    private final Cases cases;
    private final Tasks tasks;
    private final HouseholdCallCases kind;
    private final TransactionTemplate transaction;

    CallingFixture(
            JdbcClient jdbc,
            Tenants tenants,
            Cases cases,
            Tasks tasks,
            HouseholdCallCases kind,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.tenants = tenants;
        this.cases = cases;
        this.tasks = tasks;
        this.kind = kind;
        this.transaction = transaction;
    }

    record Running(long campaignId, long waveId, long agencyId) {}

    Running campaign() {
        return campaign(tenants.agency(), 3);
    }

    Running campaign(long agencyId, int maxAttempts) {
        var name = "Convivialité " + NUMBER.incrementAndGet() + "-" + System.nanoTime();
        var campaign = jdbc.sql("""
                        insert into campaign (name, purpose, guide, state, starts_on, ends_on, max_attempts, file_size, hold_hours, created_by, created_at)
                        values (?, 'WELL_BEING', 'guide-well-being', 'RUNNING', '2026-11-01', '2026-12-31', ?, 20, 48, 'test', '2026-11-01') returning id
                        """).params(name, maxAttempts).query(Long.class).single();
        var wave = jdbc.sql("""
                        insert into campaign_wave (campaign_id, number, name, criteria, deadline_on, opened_at) values (?, 1, '75 et plus', '{}', '2026-12-11', '2026-11-01') returning id
                        """).param(campaign).query(Long.class).single();
        jdbc.sql("insert into campaign_agency (campaign_id, agency_id) values (?, ?)")
                .params(campaign, agencyId)
                .update();
        return new Running(campaign, wave, agencyId);
    }

    /** A household of its own, waiting to be called. */
    long call(Running in) {
        return call(in, tenants.tenant(in.agencyId()), 50);
    }

    long call(Running in, Tenant tenant, int priority) {
        return calls(in, List.of(tenant), priority).get(0);
    }

    List<Long> calls(Running in, int count) {
        var some = new ArrayList<Tenant>();
        for (var i = 0; i < count; i++) {
            some.add(tenants.tenant(in.agencyId()));
        }
        return calls(in, some, 50);
    }

    private List<Long> calls(Running in, List<Tenant> some, int priority) {
        return transaction.execute(status -> {
            var ids = new ArrayList<Long>();
            for (var tenant : some) {
                ids.add(jdbc.sql("""
                                insert into household_call (campaign_id, wave_id, household_id, agency_id, state, priority, started_at)
                                values (?, ?, ?, ?, 'TO_CALL', ?, '2026-11-02') returning id
                                """)
                        .params(in.campaignId(), in.waveId(), tenant.householdId(), in.agencyId(), priority)
                        .query(Long.class)
                        .single());
            }
            cases.startAll("household-call", ids);
            return ids;
        });
    }

    Map<String, Object> row(long callId) {
        return jdbc.sql("select * from household_call where id = ?")
                .param(callId)
                .query()
                .singleRow();
    }

    long count(String table, long callId) {
        return jdbc.sql("select count(*) from " + table + " where call_id = ?")
                .param(callId)
                .query(Long.class)
                .single();
    }

    List<String> timeline(long callId) {
        return jdbc.sql(
                        "select concat(kind, ' ', what) from timeline_entry where case_kind = 'household-call' and case_id = ? order by id")
                .param(callId)
                .query(String.class)
                .list();
    }

    boolean waitsAt(long callId, String step) {
        return open(callId, step) != null;
    }

    @Nullable
    String open(long callId, String step) {
        return transaction.execute(status ->
                tasks.open(new CaseRef("household-call", callId), step).orElse(null));
    }

    boolean runs(long callId) {
        return Boolean.TRUE.equals(transaction.execute(
                status -> !cases.running("household-call", List.of(callId)).isEmpty()));
    }

    /** Does a task with its form's answers, as the inbox does it. */
    void act(long callId, String step, Map<String, Object> answers, StaffMember by) {
        transaction.executeWithoutResult(status -> {
            var task = tasks.open(new CaseRef("household-call", callId), step).orElseThrow();
            tasks.complete(task, kind.complete(callId, step, answers, by));
        });
    }

    static CallSubmission sent(Disposition disposition) {
        return sent(disposition, Map.of());
    }

    static CallSubmission sent(Disposition disposition, Map<String, List<String>> answers) {
        return new CallSubmission(key(), null, disposition, answers, null, null, null, null, null);
    }

    static CallSubmission reached(String... answers) {
        return sent(Disposition.REACHED, answers(answers));
    }

    static CallSubmission callBack(Instant at) {
        return new CallSubmission(key(), null, Disposition.CALL_BACK, Map.of(), null, null, null, at, null);
    }

    static CallSubmission speaks(String language) {
        return new CallSubmission(key(), null, Disposition.LANGUAGE, Map.of(), null, null, null, null, language);
    }

    static CallSubmission graded(CallSubmission sent, Grade grade, @Nullable String reason) {
        return new CallSubmission(
                sent.key(), sent.phone(), sent.disposition(), sent.answers(), sent.note(), grade, reason, null, null);
    }

    /** Answers that every guide asks for, with others in place of them or besides: "danger=FALL", "needs=MEALS;RIGHTS". */
    static Map<String, List<String>> answers(String... others) {
        var answers = new HashMap<String, List<String>>();
        answers.put("mood", List.of("WELL"));
        answers.put("surrounded", List.of("FAMILY"));
        for (var other : others) {
            var parts = other.split("=", 2);
            answers.put(parts[0], Arrays.asList(parts[1].split(";")));
        }
        return answers;
    }

    static String key() {
        return UUID.randomUUID().toString();
    }
}
