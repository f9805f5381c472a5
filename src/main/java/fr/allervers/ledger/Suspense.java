package fr.allervers.ledger;

import fr.allervers.shared.Slice;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The suspense list (à identifier): money that came in without a name. For rent officers and supervisors. */
@Component
public class Suspense {

    private static final int PAGE = 20;

    private final JdbcClient jdbc;
    private final AccountSearch accounts;
    private final EntryBook book;
    private final CurrentStaff currentStaff;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Suspense(
            JdbcClient jdbc,
            AccountSearch accounts,
            EntryBook book,
            CurrentStaff currentStaff,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.book = book;
        this.currentStaff = currentStaff;
        this.events = events;
        this.clock = clock;
    }

    private record Row(
            long id,
            Doubt doubt,
            EntryKind kind,
            @Nullable Means means,
            long amountCents,
            LocalDate valueOn,
            @Nullable String reference,
            String remittance,
            @Nullable String payerName,
            @Nullable String payerIban,
            long importId,
            int lineNo,
            @Nullable String candidates) {

        List<Long> candidateIds() {
            return candidates == null || candidates.isEmpty()
                    ? List.of()
                    : Arrays.stream(candidates.split(",")).map(Long::valueOf).toList();
        }
    }

    private static final String ROWS = """
            select id, doubt, kind, means, amount_cents, value_on, reference, remittance, payer_name, payer_iban, import_id, line_no, candidates
              from suspense_item
            """;

    /** How many wait. */
    @Transactional(readOnly = true)
    public int open() {
        requireRight();
        return jdbc.sql("select count(*) from suspense_item where state = 'OPEN'")
                .query(Integer.class)
                .single();
    }

    /** What waits, oldest first, in two queries a page. */
    @Transactional(readOnly = true)
    public Slice<SuspenseItem> page(@Nullable String after) {
        requireRight();
        var key = after != null && after.matches("\\d{4}-\\d\\d-\\d\\d_\\d{1,18}") ? after.split("_") : null;
        var rows = jdbc.sql(ROWS + " where state = 'OPEN'" + (key == null ? "" : " and (value_on, id) > (:day, :id)")
                        + " order by value_on, id limit " + (PAGE + 1))
                .param("day", key == null ? null : key[0])
                .param("id", key == null ? null : key[1])
                .query(Row.class)
                .list();
        var page = Slice.of(rows, PAGE, row -> row.valueOn() + "_" + row.id());
        return page.with(items(page.items()));
    }

    /** One that waits. */
    @Transactional(readOnly = true)
    public SuspenseItem require(long id) {
        requireRight();
        return items(jdbc.sql(ROWS + " where id = ?").param(id).query(Row.class).list()).stream()
                .findFirst()
                .orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "ledger.suspense.unknown"));
    }

    private List<SuspenseItem> items(List<Row> rows) {
        var ids = rows.stream().flatMap(row -> row.candidateIds().stream()).collect(Collectors.toSet());
        var lines = accounts.byLease(ids);
        return rows.stream()
                .map(row -> new SuspenseItem(
                        row.id(),
                        row.doubt(),
                        row.kind(),
                        row.means(),
                        row.amountCents(),
                        row.valueOn(),
                        row.reference(),
                        row.remittance(),
                        row.payerName(),
                        row.payerIban(),
                        row.importId(),
                        row.lineNo(),
                        row.candidateIds().stream()
                                .map(lines::get)
                                .filter(Objects::nonNull)
                                .toList()))
                .toList();
    }

    /**
     * Books what waits on this lease's account.
     *
     * @param learn whether the payer's bank account pays for this lease from now on
     * @throws UserError 409 when somebody settled it before
     */
    @Transactional
    public void attribute(long id, long leaseId, boolean learn) {
        var by = requireRight();
        currentStaff.requireAgency(accounts.agencyOf(leaseId));
        settle(id, "POSTED", leaseId, null, by);
        book.open(leaseId);
        jdbc.sql("""
                        insert into rent_entry (lease_id, kind, side, means, amount_cents, value_on, due_on, period, label, reference, import_id, line_no, booked_at, booked_by, entry_key)
                        select :lease, kind, :side, means, amount_cents, value_on, value_on, period, left(remittance, 140), reference, import_id, line_no, :now, :by, entry_key
                          from suspense_item where id = :id
                        """)
                .param("lease", leaseId)
                .param("side", EntryKind.Side.SETTLED.code())
                .param("now", clock.instant())
                .param("by", by.username())
                .param("id", id)
                .update();
        jdbc.sql("""
                        update rent_account a join suspense_item s on s.id = ? set a.balance_cents = a.balance_cents + s.amount_cents, a.entries = a.entries + 1
                         where a.lease_id = ?
                        """).params(id, leaseId).update();
        if (learn) {
            jdbc.sql("""
                            insert ignore into payer_iban (iban, lease_id, learned_by, learned_at)
                            select payer_iban, ?, ?, ? from suspense_item where id = ? and payer_iban is not null
                            """).params(leaseId, by.username(), clock.instant(), id).update();
        }
        events.publishEvent(new AccountsMoved(Set.of(leaseId)));
    }

    /**
     * Sets aside what is no tenant's money, or counted already.
     *
     * @throws UserError 409 when somebody settled it before; 422 without a reason
     */
    @Transactional
    public void dismiss(long id, String why) {
        var by = requireRight();
        if (why.isBlank() || why.length() > 300) {
            throw new UserError("ledger.reason.missing");
        }
        settle(id, "DISMISSED", null, why.strip(), by);
    }

    private void settle(long id, String state, @Nullable Long leaseId, @Nullable String why, StaffMember by) {
        var settled = jdbc.sql(
                        "update suspense_item set state = ?, lease_id = ?, settled_why = ?, settled_by = ?, settled_at = ? where id = ? and state = 'OPEN'")
                .params(Arrays.asList(state, leaseId, why, by.username(), clock.instant(), id))
                .update();
        if (settled == 0) {
            throw new UserError(HttpStatus.CONFLICT, "ledger.suspense.settled");
        }
    }

    private StaffMember requireRight() {
        var person = currentStaff.require();
        if (!person.isAny(Role.RENT_OFFICER, Role.SUPERVISOR)) {
            throw new AccessDeniedException("The suspense list is for rent officers and supervisors");
        }
        return person;
    }
}
