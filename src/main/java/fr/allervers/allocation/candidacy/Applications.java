package fr.allervers.allocation.candidacy;

import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Applications for housing, for allocation officers and supervisors of the agency that follows them. */
@Component
@Transactional
public class Applications {

    private final ApplicationRows rows;
    private final Papers papers;
    private final Assessments assessments;
    private final JdbcClient jdbc;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    Applications(
            ApplicationRows rows,
            Papers papers,
            Assessments assessments,
            JdbcClient jdbc,
            CurrentStaff currentStaff,
            Clock clock) {
        this.rows = rows;
        this.papers = papers;
        this.assessments = assessments;
        this.jdbc = jdbc;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    /**
     * Enters an application and gives its id.
     *
     * @throws UserError 409 when its unique number is known, 422 when the agency or household is not
     */
    public long enter(ApplicationEntry entry) {
        var agencyId = agency(entry.agencyCode());
        var by = requireOfficer(agencyId);
        try {
            var id = rows.insert(entry, agencyId, household(entry.householdCode()), "HAND", by.username());
            papers.ask(id, entry);
            return id;
        } catch (DuplicateKeyException e) {
            throw new UserError(HttpStatus.CONFLICT, "candidacy.error.number-known", entry.uniqueNumber());
        }
    }

    /**
     * Changes it and assesses again the candidacies that are not before a committee yet.
     *
     * @param version as it was read
     * @throws UserError 409 when a colleague changed it meanwhile
     */
    public void change(long id, int version, ApplicationEntry entry) {
        var kept = rows.lock(id);
        requireOfficer(kept.agencyId());
        var agencyId = agency(entry.agencyCode());
        requireOfficer(agencyId);
        if (kept.version() != version) {
            throw new UserError(HttpStatus.CONFLICT, "candidacy.error.changed");
        }
        if (!kept.uniqueNumber().equals(entry.uniqueNumber())) {
            throw new UserError("candidacy.error.number-stays");
        }
        if (rows.update(id, version, entry, agencyId, household(entry.householdCode()))) {
            papers.ask(id, entry);
            assessments.ofApplication(id);
        }
    }

    /** For who follows or leads in its agency. */
    @Transactional(readOnly = true)
    public HousingApplication require(long id) {
        var application = rows.require(id);
        requireReader(currentStaff.requireAgency(application.agencyId()));
        return application;
    }

    /** It left the national register, or its household is housed: it can no longer be proposed. Asks for no right. */
    void end(long id, HousingApplication.State state, @Nullable String why) {
        jdbc.sql("update housing_application set state = ?, state_on = ?, state_why = ?, version = version + 1"
                        + " where id = ? and state = 'ACTIVE'")
                .params(Arrays.asList(state.name(), java.time.LocalDate.now(clock), why, id))
                .update();
    }

    StaffMember requireOfficer(long agencyId) {
        var person = currentStaff.requireAgency(agencyId);
        if (!person.isAny(Role.ALLOCATION_OFFICER, Role.SUPERVISOR)) {
            throw new AccessDeniedException("Allocation officers keep applications");
        }
        return person;
    }

    static void requireReader(StaffMember person) {
        if (!person.isAny(Role.ALLOCATION_OFFICER, Role.SUPERVISOR, Role.DIRECTOR)) {
            throw new AccessDeniedException("Applications are for allocation officers");
        }
    }

    private long agency(String code) {
        return jdbc.sql("select id from agency where code = ?")
                .param(code)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new UserError("candidacy.error.unknown-agency", code));
    }

    private @Nullable Long household(@Nullable String code) {
        if (code == null) {
            return null;
        }
        return jdbc.sql("select id from household where code = ?")
                .param(code)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new UserError("candidacy.error.unknown-household", code));
    }

    /** The code of the household that applies, when it lives with us. */
    @Transactional(readOnly = true)
    public Map<String, String> registerCodes(HousingApplication of) {
        var agency = jdbc.sql("select code from agency where id = ?")
                .param(of.agencyId())
                .query(String.class)
                .single();
        var household = of.householdId() == null
                ? ""
                : jdbc.sql("select code from household where id = ?")
                        .param(of.householdId())
                        .query(String.class)
                        .single();
        return Map.of("agence", agency, "foyer", household);
    }
}
