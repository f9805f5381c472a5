package fr.allervers.outreach.followup;

import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.StaffMember;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Cases;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hands urgent situations over to the calls, where advisors take charge of them. */
@Component
class UrgentSituations {

    private static final int FACTS = 280;

    private final JdbcClient jdbc;
    private final Cases cases;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    UrgentSituations(JdbcClient jdbc, Cases cases, CurrentStaff currentStaff, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    /** Opens the escalation in the caller's transaction. */
    void raise(UrgentSituation situation) {
        var now = clock.instant();
        var call = jdbc.sql("""
                        insert into household_call (household_id, agency_id, state, grade, grade_rule, grade_reason, graded_at, started_at)
                        values (?, ?, 'WAITING', ?, ?, ?, ?, ?) returning id
                        """)
                .params(List.of(
                        situation.householdId(),
                        situation.agencyId(),
                        situation.grade(),
                        situation.rule(),
                        situation.reason(),
                        now,
                        now))
                .query(Long.class)
                .single();
        jdbc.sql("""
                        insert into third_party_alert (household_id, call_id, source, facts, grade, taken_by, taken_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(List.of(
                        situation.householdId(),
                        call,
                        situation.source(),
                        situation
                                .reason()
                                .substring(0, Math.min(FACTS, situation.reason().length())),
                        situation.grade(),
                        currentStaff.find().map(StaffMember::username).orElse("allervers"),
                        now))
                .update();
        cases.startByMessage(
                "third-party-alert", new CaseRef("household-call", call), Map.of("grade", situation.grade()));
    }
}
