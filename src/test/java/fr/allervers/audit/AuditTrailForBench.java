package fr.allervers.audit;

import fr.allervers.staff.StaffMember;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The entry that a look-up costs, as a benchmark measures it. */
public final class AuditTrailForBench {

    private AuditTrailForBench() {}

    public static void lookedUp(JdbcClient jdbc, StaffMember by) {
        new AuditTrail(jdbc, Clock.systemUTC())
                .write(
                        new Actor(Actor.Kind.STAFF, by.id()),
                        Act.SEARCHED,
                        Outcome.DONE,
                        null,
                        "GET /fiches",
                        "mots 0123456789abcdef ; 20");
    }
}
