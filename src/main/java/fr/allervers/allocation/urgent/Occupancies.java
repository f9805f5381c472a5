package fr.allervers.allocation.urgent;

import fr.allervers.allocation.candidacy.AllocationSetting;
import fr.allervers.allocation.candidacy.AllocationSettings;
import fr.allervers.shared.Slice;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Cases;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Temporary occupancy: for a tenant who cannot stay in, or move to, their dwelling. One at a time for a household and for a dwelling. */
@Component
@Transactional
public class Occupancies {

    private static final String SELECT = """
            select o.id, o.agency_id, a.name as agency, concat(d.typology, ', ', b.address, ', ', b.commune) as dwelling, o.household_id, o.person, o.reason, o.from_on, o.until_on, o.first_until_on, o.state, o.ended_on, o.fee_cents
              from temporary_occupancy o join agency a on a.id = o.agency_id join dwelling d on d.id = o.dwelling_id join building b on b.id = d.building_id
            """;

    private final JdbcClient jdbc;
    private final Rows<Occupancy> rows;
    private final Cases cases;
    private final AllocationSettings settings;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    Occupancies(JdbcClient jdbc, Cases cases, AllocationSettings settings, CurrentStaff currentStaff, Clock clock) {
        this.jdbc = jdbc;
        this.rows = new Rows<>(jdbc, SELECT, "o", Occupancy.class, Occupancy::id, "outcome.occupancy.error.unknown");
        this.cases = cases;
        this.settings = settings;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    private record Tenant(long id, String name) {}

    /**
     * Begins an occupancy by a household of ours and gives its id.
     *
     * @param until its last day, at most the setting's months after the first
     * @throws UserError 422 when something is not known or too long, 409 when the household or the dwelling has one already
     */
    public long agree(String dwellingCode, String householdCode, String reason, LocalDate from, LocalDate until) {
        var home = Home.require(jdbc, dwellingCode);
        var by = officer(home.agencyId());
        var tenant = jdbc.sql("select id, name from household where code = ?")
                .param(householdCode.strip())
                .query(Tenant.class)
                .optional()
                .orElseThrow(() -> new UserError("candidacy.error.unknown-household", householdCode));
        if (reason.isBlank() || reason.length() > 500) {
            throw new UserError("outcome.occupancy.error.reason");
        }
        return begin(home.agencyId(), home.id(), tenant.id(), null, tenant.name(), reason.strip(), from, until, by);
    }

    long begin(
            long agencyId,
            long dwellingId,
            @Nullable Long householdId,
            @Nullable Long urgentId,
            String person,
            String reason,
            LocalDate from,
            LocalDate until,
            StaffMember by) {
        requireLength(from, until);
        try {
            var id = jdbc.sql("""
                            insert into temporary_occupancy (agency_id, dwelling_id, household_id, urgent_id, person, reason, from_on, until_on, first_until_on, state, fee_cents, made_by, made_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'RUNNING', (select coalesce(rent_cents, 0) + coalesce(charges_cents, 0) from dwelling where id = ?), ?, ?) returning id
                            """)
                    .params(Arrays.asList(
                            agencyId,
                            dwellingId,
                            householdId,
                            urgentId,
                            person,
                            reason,
                            from,
                            until,
                            until,
                            dwellingId,
                            by.username(),
                            clock.instant()))
                    .query(Long.class)
                    .single();
            cases.start(new CaseRef(OccupancySteps.KIND, id), Map.of());
            return id;
        } catch (DuplicateKeyException e) {
            throw new UserError(HttpStatus.CONFLICT, "outcome.occupancy.error.twice");
        }
    }

    private void requireLength(LocalDate from, LocalDate until) {
        var longest = settings.now(AllocationSetting.OCCUPANCY_LONGEST);
        if (!until.isAfter(from) || until.isAfter(from.plusMonths(longest))) {
            throw new UserError("outcome.occupancy.error.until", longest);
        }
    }

    /** The dwelling is given back before the last day. */
    public void end(long id) {
        officer(require(id).agencyId());
        if (over(id)) {
            cases.correlate("occupancy-ended", new CaseRef(OccupancySteps.KIND, id));
        }
    }

    boolean over(long id) {
        return jdbc.sql(
                                "update temporary_occupancy set state = 'ENDED', ended_on = ? where id = ? and state = 'RUNNING'")
                        .params(LocalDate.now(clock), id)
                        .update()
                == 1;
    }

    /** Prolongs it; each time at most as long as a new one. */
    void prolong(long id, LocalDate until) {
        requireLength(require(id).untilOn(), until);
        jdbc.sql("update temporary_occupancy set until_on = ? where id = ? and state = 'RUNNING'")
                .params(until, id)
                .update();
    }

    /** Those of the reader's agencies, newest first. */
    @Transactional(readOnly = true)
    public Slice<Occupancy> page(@Nullable Long before) {
        var reader = currentStaff.require();
        if (!reader.isAny(Role.ALLOCATION_OFFICER, Role.SUPERVISOR, Role.DIRECTOR)) {
            throw new AccessDeniedException("No right to occupancies");
        }
        return rows.page(reader, before);
    }

    /** This one, for its agency's officers. */
    @Transactional(readOnly = true)
    public Occupancy read(long id) {
        var of = require(id);
        officer(of.agencyId());
        return of;
    }

    Occupancy require(long id) {
        return rows.require(id);
    }

    List<Occupancy> byIds(Collection<Long> ids) {
        return rows.byIds(ids);
    }

    private StaffMember officer(long agencyId) {
        var person = currentStaff.requireAgency(agencyId);
        if (!person.isAny(Role.ALLOCATION_OFFICER, Role.SUPERVISOR)) {
            throw new AccessDeniedException("Allocation officers agree on occupancies");
        }
        return person;
    }
}
