package fr.allervers.ledger;

import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** Parts of debts that are not to be collected for now. */
@Component
class Holds {

    private final JdbcClient jdbc;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    Holds(JdbcClient jdbc, CurrentStaff currentStaff, Clock clock) {
        this.jdbc = jdbc;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    long place(Hold hold) {
        if (hold.amountCents() <= 0 || (hold.untilOn() != null && hold.untilOn().isBefore(hold.fromOn()))) {
            throw new UserError("ledger.hold.invalid");
        }
        var id = new GeneratedKeyHolder();
        jdbc.sql(
                        "insert into rent_hold (lease_id, kind, amount_cents, from_on, until_on, reason, placed_by, placed_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        hold.leaseId(),
                        hold.kind().name(),
                        hold.amountCents(),
                        hold.fromOn(),
                        hold.untilOn(),
                        hold.reason(),
                        hold.placedBy(),
                        clock.instant()))
                .update(id, "id");
        return Objects.requireNonNull(id.getKeyAs(Number.class)).longValue();
    }

    void lift(long id) {
        jdbc.sql("update rent_hold set lifted_at = ?, lifted_by = ? where id = ? and lifted_at is null")
                .params(clock.instant(), EntryBook.who(currentStaff), id)
                .update();
    }

    List<Hold> of(long leaseId, LocalDate on) {
        return jdbc.sql("""
                        select id, lease_id, kind, amount_cents, from_on, until_on, reason, placed_by from rent_hold
                         where lease_id = :lease and lifted_at is null and from_on <= :on and (until_on is null or until_on >= :on) order by id
                        """)
                .param("lease", leaseId)
                .param("on", on)
                .query(Hold.class)
                .list();
    }
}
