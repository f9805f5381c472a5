package fr.allervers.allocation.urgent;

import fr.allervers.allocation.candidacy.ApplicationFiles;
import fr.allervers.allocation.urgent.UrgentAllocation.Reason;
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
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Urgent allocations: asked for by those who follow people, decided by a supervisor within a day, told to the committee afterwards. */
@Component
@Transactional
public class UrgentAllocations {

    private static final String SELECT = """
            select u.id, u.agency_id, concat(d.typology, ', ', b.address, ', ', b.commune) as dwelling, u.person, u.reason, u.facts, u.state, u.asked_by, u.asked_at, u.decided_by, u.decided_at,
                   u.decided_words, u.placed_form, u.placed_on, u.told_on
              from urgent_allocation u join dwelling d on d.id = u.dwelling_id join building b on b.id = d.building_id
            """;

    private final JdbcClient jdbc;
    private final Rows<UrgentAllocation> rows;
    private final Cases cases;
    private final ApplicationFiles applications;
    private final Occupancies occupancies;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    UrgentAllocations(
            JdbcClient jdbc,
            Cases cases,
            ApplicationFiles applications,
            Occupancies occupancies,
            CurrentStaff currentStaff,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = new Rows<>(
                jdbc, SELECT, "u", UrgentAllocation.class, UrgentAllocation::id, "outcome.urgent.error.unknown");
        this.cases = cases;
        this.applications = applications;
        this.occupancies = occupancies;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    private record Whom(
            @Nullable Long applicationId, @Nullable Long householdId, String person) {}

    /**
     * Asks for an urgent allocation and gives its id.
     *
     * @param whom unique number of an application, or code of a household of ours
     * @param facts at most 1,000 characters
     * @throws UserError 422 when the dwelling or the person is not known or the dwelling is let, 409 when it is asked for already
     */
    public long ask(String dwellingCode, String whom, Reason reason, String facts) {
        var home = Home.require(jdbc, dwellingCode);
        var by = currentStaff.requireAgency(home.agencyId());
        if (!by.isAny(Role.ALLOCATION_OFFICER, Role.SOCIAL_ADVISOR, Role.SUPERVISOR)) {
            throw new AccessDeniedException("No right to ask for an urgent allocation");
        }
        if (facts.isBlank() || facts.length() > 1000) {
            throw new UserError("outcome.urgent.error.facts");
        }
        var let = jdbc.sql("select count(*) from lease where dwelling_id = ? and (ends_on is null or ends_on >= ?)")
                .params(home.id(), LocalDate.now(clock))
                .query(Integer.class)
                .single();
        if (let > 0) {
            throw new UserError("candidacy.error.not-vacant", dwellingCode);
        }
        var person = whom(whom.strip());
        try {
            var id = jdbc.sql("""
                            insert into urgent_allocation (agency_id, dwelling_id, application_id, household_id, person, reason, facts, state, asked_by, asked_at)
                            values (?, ?, ?, ?, ?, ?, ?, 'ASKED', ?, ?) returning id
                            """)
                    .params(Arrays.asList(
                            home.agencyId(),
                            home.id(),
                            person.applicationId(),
                            person.householdId(),
                            person.person(),
                            reason.name(),
                            facts.strip(),
                            by.username(),
                            clock.instant()))
                    .query(Long.class)
                    .single();
            cases.start(new CaseRef(UrgentSteps.KIND, id), Map.of());
            return id;
        } catch (DuplicateKeyException e) {
            throw new UserError(HttpStatus.CONFLICT, "outcome.urgent.error.twice");
        }
    }

    private Whom whom(String asked) {
        var number = asked.replaceAll("[\\s.\\-/]", "");
        return jdbc.sql("""
                        select id as application_id, household_id, concat_ws(' ', civility, first_name, last_name) as person from housing_application where unique_number = :number and state = 'ACTIVE'
                        union all select null, id, name from household where code = :code limit 1
                        """)
                .param("number", number)
                .param("code", asked)
                .query(Whom.class)
                .optional()
                .orElseThrow(() -> new UserError("outcome.urgent.error.whom", asked));
    }

    /** The urgent allocations of the reader's agencies, newest first. */
    @Transactional(readOnly = true)
    public Slice<UrgentAllocation> page(@Nullable Long before) {
        return rows.page(reader(), before);
    }

    /** The committee was told of it. */
    public void told(long id) {
        var by = currentStaff.requireAgency(require(id).agencyId());
        if (!by.isAny(Role.ALLOCATION_OFFICER, Role.SUPERVISOR)) {
            throw new AccessDeniedException("Allocation officers tell the committee");
        }
        jdbc.sql(
                        "update urgent_allocation set told_on = ?, told_by = ? where id = ? and told_on is null and state <> 'ASKED'")
                .params(LocalDate.now(clock), by.username(), id)
                .update();
    }

    UrgentAllocation require(long id) {
        return rows.require(id);
    }

    List<UrgentAllocation> byIds(Collection<Long> ids) {
        return rows.byIds(ids);
    }

    void decide(long id, boolean approved, String why, StaffMember by) {
        jdbc.sql(
                        "update urgent_allocation set state = ?, decided_by = ?, decided_at = ?, decided_words = ? where id = ? and state = 'ASKED'")
                .params(approved ? "APPROVED" : "REFUSED", by.username(), clock.instant(), why, id)
                .update();
        if (approved) {
            // No committee decides on it any more.
            jdbc.sql("""
                            update offered_dwelling o join urgent_allocation u on u.dwelling_id = o.dwelling_id set o.state = 'WITHDRAWN', o.ended_at = ?, o.version = o.version + 1
                             where u.id = ? and o.state in ('OPEN', 'READY')
                            """).params(clock.instant(), id).update();
        }
    }

    private record Placing(
            long dwellingId,
            @Nullable Long applicationId,
            @Nullable Long householdId,
            String person,
            long agencyId) {}

    /** The household moves in, by a lease or by a temporary occupancy. */
    void place(long id, Map<String, Object> answers, StaffMember by) {
        var from = (LocalDate) Objects.requireNonNull(answers.get("fromDay"));
        var form = String.valueOf(answers.get("form"));
        var of = jdbc.sql(
                        "select dwelling_id, application_id, household_id, person, agency_id from urgent_allocation where id = ? for update")
                .param(id)
                .query(Placing.class)
                .single();
        if (form.equals("OCCUPANCY")) {
            var until = (LocalDate) Objects.requireNonNull(answers.get("untilDay"));
            occupancies.begin(
                    of.agencyId(),
                    of.dwellingId(),
                    of.householdId(),
                    id,
                    of.person(),
                    "Attribution d’urgence",
                    from,
                    until,
                    by);
        } else if (of.applicationId() != null) {
            applications.housed(of.applicationId());
        }
        jdbc.sql(
                        "update urgent_allocation set state = 'PLACED', placed_form = ?, placed_on = ? where id = ? and state = 'APPROVED'")
                .params(form, from, id)
                .update();
    }

    private StaffMember reader() {
        var person = currentStaff.require();
        if (!person.isAny(Role.ALLOCATION_OFFICER, Role.SOCIAL_ADVISOR, Role.SUPERVISOR, Role.DIRECTOR)) {
            throw new AccessDeniedException("No right to urgent allocations");
        }
        return person;
    }
}
