package fr.allervers.ledger;

import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Books single entries; imports book theirs in batches. There is no way to change or delete one. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class EntryBook {

    private static final long MOST_CENTS = 1_000_000_000L;
    private static final int LABEL = 140;

    private final JdbcClient jdbc;
    private final CurrentStaff currentStaff;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EntryBook(JdbcClient jdbc, CurrentStaff currentStaff, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.currentStaff = currentStaff;
        this.events = events;
        this.clock = clock;
    }

    /** Who is named with what is done: the person signed in, else the application. */
    static String who(CurrentStaff currentStaff) {
        return currentStaff.find().map(person -> person.username()).orElse("aller-vers");
    }

    public boolean book(Booking booking) {
        if (booking.amountCents() <= 0
                || booking.amountCents() > MOST_CENTS
                || booking.key().length() > 80) {
            throw new UserError("ledger.booking.amount");
        }
        open(booking.leaseId());
        var amount = booking.kind().isDebit() ? booking.amountCents() : -booking.amountCents();
        var booked = jdbc.sql("""
                        insert ignore into rent_entry (lease_id, kind, side, means, amount_cents, value_on, due_on, period, label, booked_at, booked_by, reason, entry_key)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        booking.leaseId(),
                        booking.kind().name(),
                        booking.kind().side().code(),
                        booking.means() == null ? null : booking.means().name(),
                        amount,
                        booking.valueOn(),
                        booking.valueOn(),
                        booking.valueOn().withDayOfMonth(1),
                        cut(booking.label()),
                        clock.instant(),
                        who(currentStaff),
                        booking.reason(),
                        EntryKey.of("booking", booking.key())))
                .update();
        if (booked == 1) {
            move(booking.leaseId(), amount);
        }
        return booked == 1;
    }

    public void reverse(long entryId, String reason) {
        record Reversed(long leaseId, long amountCents, boolean reversal) {}
        var entry = jdbc.sql(
                        "select lease_id, amount_cents, reverses_id is not null as reversal from rent_entry where id = ?")
                .param(entryId)
                .query(Reversed.class)
                .optional()
                .orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "ledger.unknown.entry", entryId));
        if (entry.reversal()) {
            throw new UserError(HttpStatus.CONFLICT, "ledger.reversal.of-reversal");
        }
        open(entry.leaseId());
        try {
            jdbc.sql("""
                            insert into rent_entry (lease_id, kind, side, means, amount_cents, value_on, due_on, period, label, reference, reverses_id, booked_at, booked_by, reason, entry_key)
                            select lease_id, kind, side, means, -amount_cents, greatest(value_on, :today), due_on, period, label, reference, id, :now, :who, :reason, :key
                              from rent_entry where id = :id
                            """)
                    .param("today", LocalDate.now(clock))
                    .param("now", clock.instant())
                    .param("who", who(currentStaff))
                    .param("reason", reason)
                    .param("key", EntryKey.of("reversal", entryId))
                    .param("id", entryId)
                    .update();
        } catch (DuplicateKeyException e) {
            throw new UserError(HttpStatus.CONFLICT, "ledger.reversal.twice");
        }
        move(entry.leaseId(), -entry.amountCents());
    }

    /** Opens the account where there is none and holds it until the transaction ends, so that who comes next waits from the start. */
    public void open(long leaseId) {
        if (isHeld(leaseId)) {
            return;
        }
        jdbc.sql("insert ignore into rent_account (lease_id) select id from lease where id = ?")
                .param(leaseId)
                .update();
        if (!isHeld(leaseId)) {
            throw new UnknownAccount(leaseId);
        }
    }

    private boolean isHeld(long leaseId) {
        return jdbc.sql("select lease_id from rent_account where lease_id = ? for update")
                .param(leaseId)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    private void move(long leaseId, long amount) {
        jdbc.sql("update rent_account set balance_cents = balance_cents + ?, entries = entries + 1 where lease_id = ?")
                .params(amount, leaseId)
                .update();
        events.publishEvent(new AccountsMoved(Set.of(leaseId)));
    }

    static String cut(String label) {
        return label.length() > LABEL ? label.substring(0, LABEL) : label;
    }
}
