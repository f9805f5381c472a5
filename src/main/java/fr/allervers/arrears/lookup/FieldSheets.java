package fr.allervers.arrears.lookup;

import fr.allervers.arrears.appointment.Appointments;
import fr.allervers.arrears.lookup.FieldSheet.RentCase;
import fr.allervers.arrears.plan.PlanSheets;
import fr.allervers.ledger.RentAccounts;
import fr.allervers.ledger.Standing;
import fr.allervers.shared.Slice;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.tenancy.Household;
import fr.allervers.tenancy.HouseholdHit;
import fr.allervers.tenancy.Households;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The field look-up: only households of the reader's sector (their agencies); the audit log writes every look down. */
@Component
@Transactional(readOnly = true)
public class FieldSheets {

    private final Households households;
    private final RentAccounts accounts;
    private final Appointments appointments;
    private final VisitNotes notes;
    private final PlanSheets plans;
    private final CurrentStaff currentStaff;
    private final JdbcClient jdbc;
    private final Clock clock;

    FieldSheets(
            Households households,
            RentAccounts accounts,
            Appointments appointments,
            VisitNotes notes,
            PlanSheets plans,
            CurrentStaff currentStaff,
            JdbcClient jdbc,
            Clock clock) {
        this.households = households;
        this.accounts = accounts;
        this.appointments = appointments;
        this.notes = notes;
        this.plans = plans;
        this.currentStaff = currentStaff;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Households of the reader's sector, as {@link Households#search} finds them. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    public Slice<HouseholdHit> search(String words, @Nullable String after) {
        return households.search(words, currentStaff.require(), after);
    }

    /**
     * The sheet of this household, in a fixed number of queries.
     *
     * @throws UserError 404 when there is none
     * @throws AccessDeniedException when it is of another sector
     */
    public FieldSheet sheet(long householdId) {
        var household = require(householdId);
        var lease = currentLease(householdId);
        var standing = lease.map(this::standing).orElse(null);
        var rentCase = lease.flatMap(this::openCase);
        return new FieldSheet(
                household,
                standing,
                clock.instant(),
                rentCase.orElse(null),
                rentCase.map(one -> plans.next(List.of(one.id())).get(one.id())).orElse(null),
                appointments.nextOfHousehold(householdId).orElse(null),
                notes.latest(householdId));
    }

    /** The household, when it is of the reader's sector. */
    Household require(long householdId) {
        var reader = currentStaff.require();
        var household = households.byIds(List.of(householdId)).get(householdId);
        if (household == null) {
            throw new UserError(HttpStatus.NOT_FOUND, "lookup.unknown");
        }
        if (!reader.worksFor(household.agencyId())) {
            throw new AccessDeniedException("Household of another sector");
        }
        return household;
    }

    private Standing standing(long leaseId) {
        return accounts.standing(leaseId, LocalDate.now(clock));
    }

    private Optional<Long> currentLease(long householdId) {
        return jdbc.sql("""
                        select id from lease where household_id = ? order by (ends_on is null or ends_on >= ?) desc, starts_on desc, id desc limit 1
                        """)
                .params(householdId, LocalDate.now(clock))
                .query(Long.class)
                .optional();
    }

    private Optional<RentCase> openCase(long leaseId) {
        return jdbc.sql("select id, status, pause_reason, paused_until from arrears_case where open_lease_id = ?")
                .param(leaseId)
                .query(RentCase.class)
                .optional();
    }
}
