package fr.allervers.ledger;

import fr.allervers.shared.Slice;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.tenancy.Households;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The accounts as people look them up, within their agencies. Field managers see the balance; rent officers, social advisors,
 * supervisors and the direction see the entries; rent officers book payments and reversals. Callers see nothing.
 */
@Component
public class AccountDesk {

    private static final Set<Role> READERS =
            EnumSet.of(Role.RENT_OFFICER, Role.SOCIAL_ADVISOR, Role.SUPERVISOR, Role.DIRECTOR, Role.FIELD_MANAGER);
    private static final int MONTHS = 24;

    private final RentAccounts accounts;
    private final AccountSearch search;
    private final Households households;
    private final JdbcClient jdbc;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    AccountDesk(
            RentAccounts accounts,
            AccountSearch search,
            Households households,
            JdbcClient jdbc,
            CurrentStaff currentStaff,
            Clock clock) {
        this.accounts = accounts;
        this.search = search;
        this.households = households;
        this.jdbc = jdbc;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    /** Accounts of the reader's agencies, by what begins a name, a code, a number or a word of the address. */
    @Transactional(readOnly = true)
    public Slice<AccountLine> search(String words, @Nullable String after) {
        return search.find(words, reader(), after);
    }

    /** The account's page, in a fixed number of queries. */
    @Transactional(readOnly = true)
    public AccountSheet sheet(long leaseId) {
        var reader = reader();
        var line = search.byLease(List.of(leaseId)).get(leaseId);
        if (line == null) {
            throw new UnknownAccount(leaseId);
        }
        var household = households.require(line.householdId());
        currentStaff.requireAgency(household.agencyId());
        var today = LocalDate.now(clock);
        var withEntries = reader.isAny(Role.RENT_OFFICER, Role.SOCIAL_ADVISOR, Role.SUPERVISOR, Role.DIRECTOR);
        return new AccountSheet(
                household,
                line,
                accounts.standing(leaseId, today),
                accounts.holds(leaseId, today),
                clock.instant(),
                withEntries ? months(leaseId, today) : List.of(),
                withEntries,
                reader.is(Role.RENT_OFFICER));
    }

    /** The last two years, and what is announced for later days. */
    private List<AccountSheet.Month> months(long leaseId, LocalDate today) {
        var from = today.withDayOfMonth(1).minusMonths(MONTHS - 1);
        var balance = jdbc.sql(
                        "select coalesce(sum(amount_cents), 0) from rent_entry where lease_id = ? and value_on < ?")
                .params(leaseId, from)
                .query(Long.class)
                .single();
        var byMonth = new TreeMap<LocalDate, List<AccountSheet.Line>>();
        for (var entry : accounts.entries(leaseId, from, today.plusYears(1))) {
            balance += entry.amountCents();
            byMonth.computeIfAbsent(entry.valueOn().withDayOfMonth(1), month -> new ArrayList<>())
                    .add(new AccountSheet.Line(entry, balance));
        }
        return byMonth.descendingMap().entrySet().stream()
                .map(month -> month(month.getKey(), month.getValue()))
                .toList();
    }

    private static AccountSheet.Month month(LocalDate first, List<AccountSheet.Line> lines) {
        var charged = 0L;
        var paid = 0L;
        for (var line : lines) {
            if (line.entry().kind().side() == EntryKind.Side.DUE) {
                charged += line.entry().amountCents();
            } else {
                paid -= line.entry().amountCents();
            }
        }
        var end = lines.get(lines.size() - 1).afterCents();
        var latestFirst = new ArrayList<>(lines);
        Collections.reverse(latestFirst);
        return new AccountSheet.Month(first, charged, paid, end, latestFirst);
    }

    /**
     * Books a payment that a person has in hand.
     *
     * @param key of the form: sent twice, it is booked once
     */
    @Transactional
    public void bookPayment(long leaseId, String key, Means means, long cents, LocalDate on, String reason) {
        requireOfficer(leaseId);
        if (on.isAfter(LocalDate.now(clock)) || on.isBefore(LocalDate.now(clock).minusYears(1))) {
            throw new UserError("ledger.booking.day");
        }
        accounts.book(
                new Booking(key, leaseId, EntryKind.PAYMENT, means, cents, on, "Saisie manuelle", reason(reason)));
    }

    /** Takes an entry of this account back. */
    @Transactional
    public void reverse(long leaseId, long entryId, String reason) {
        requireOfficer(leaseId);
        var of = jdbc.sql("select lease_id from rent_entry where id = ?")
                .param(entryId)
                .query(Long.class)
                .optional();
        if (of.isEmpty() || of.get() != leaseId) {
            throw new UnknownAccount(leaseId);
        }
        accounts.reverse(entryId, reason(reason));
    }

    private static String reason(String reason) {
        if (reason.isBlank() || reason.length() > 300) {
            throw new UserError("ledger.reason.missing");
        }
        return reason.strip();
    }

    private void requireOfficer(long leaseId) {
        if (!currentStaff.require().is(Role.RENT_OFFICER)) {
            throw new AccessDeniedException("Rent officers book");
        }
        currentStaff.requireAgency(search.agencyOf(leaseId));
    }

    private StaffMember reader() {
        var person = currentStaff.require();
        if (person.roles().stream().noneMatch(READERS::contains)) {
            throw new AccessDeniedException("No right to rent accounts");
        }
        return person;
    }
}
