package fr.allervers.arrears.prevention;

import fr.allervers.tenancy.HouseholdLeft;
import fr.allervers.tenancy.HouseholdLeft.Reason;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The register tells that nobody of a household is left: after a death prevention stops until somebody has checked. */
@Component
class TenantDepartures {

    private static final int PAUSE_DAYS = 60;

    private final JdbcClient jdbc;
    private final ArrearsCases cases;
    private final Clock clock;

    TenantDepartures(JdbcClient jdbc, ArrearsCases cases, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(HouseholdLeft left) {
        if (left.reason() == Reason.DECEASED) {
            jdbc.sql("select id from arrears_case where household_id = ? and status <> 'CLOSED' order by id")
                    .param(left.householdId())
                    .query(Long.class)
                    .list()
                    .forEach(this::pause);
        }
    }

    private void pause(long id) {
        cases.pause(id, PauseReason.DECEASED, LocalDate.now(clock).plusDays(PAUSE_DAYS), "");
    }
}
