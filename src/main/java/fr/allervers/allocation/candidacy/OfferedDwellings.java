package fr.allervers.allocation.candidacy;

import fr.allervers.allocation.candidacy.OfferedRows.Offered;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Vacant dwellings offered: by allocation officers of their agency, from the register's dwellings, one offer at a time. */
@Component
@Transactional
public class OfferedDwellings {

    private final OfferedRows rows;
    private final DwellingOffers offers;
    private final Assessments assessments;
    private final AllocationSettings settings;
    private final JdbcClient jdbc;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    OfferedDwellings(
            OfferedRows rows,
            DwellingOffers offers,
            Assessments assessments,
            AllocationSettings settings,
            JdbcClient jdbc,
            CurrentStaff currentStaff,
            Clock clock) {
        this.rows = rows;
        this.offers = offers;
        this.assessments = assessments;
        this.settings = settings;
        this.jdbc = jdbc;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    /**
     * Offers a dwelling and gives the offer's id.
     *
     * @throws UserError 409 when it is offered already; 422 when the register does not know it, a lease runs, or the rent or the
     *     financing is nowhere
     */
    public long offer(DwellingOffer offer) {
        var by = currentStaff.require();
        requireRole(by);
        return offers.offer(offer, by);
    }

    /** Changes the address of the virtual visit; none takes it away. */
    public void visit(long id, @Nullable String address) {
        requireOfficer(rows.require(id).agencyId());
        DwellingOffers.checkVisit(address);
        rows.update(id, Set.of(OfferedState.OPEN, OfferedState.READY), "visit_url = ?", address);
    }

    /**
     * Says that the dwelling may go to a committee.
     *
     * @param few why with fewer candidates than asked for; needed exactly then
     * @param words of the exception, at most 500 characters; needed for {@link FewCandidates#OTHER_LEGAL}
     */
    public void ready(long id, @Nullable FewCandidates few, String words) {
        var dwelling = rows.lock(id);
        var by = requireOfficer(dwelling.agencyId());
        var least = settings.now(AllocationSetting.CANDIDATES_LEAST);
        var there = rows.candidates(id);
        if (there == 0) {
            throw new UserError("candidacy.error.no-candidate");
        }
        if (there < least && few == null) {
            throw new UserError("candidacy.error.few-candidates", least);
        }
        if (few == FewCandidates.OTHER_LEGAL && words.isBlank()) {
            throw new UserError("candidacy.error.few-words");
        }
        var exception = there < least ? few : null;
        assessments.ofDwelling(id);
        changed(rows.update(
                id,
                Set.of(OfferedState.OPEN),
                "state = 'READY', ready_at = ?, ready_by = ?, few = ?, few_words = ?, few_by = ?, few_at = ?",
                clock.instant(),
                by.username(),
                exception == null ? null : exception.name(),
                exception == null || words.isBlank() ? null : words.strip(),
                exception == null ? null : by.username(),
                exception == null ? null : clock.instant()));
    }

    /** Takes it back from those that wait for a committee, to change its candidates. */
    public void reopen(long id) {
        requireOfficer(rows.lock(id).agencyId());
        requireOffAgenda(id);
        changed(rows.update(
                id,
                Set.of(OfferedState.READY),
                "state = 'OPEN', ready_at = null, ready_by = null, few = null, few_words = null, few_by ="
                        + " null, few_at = null"));
    }

    /** It is no longer offered. */
    public void withdraw(long id) {
        requireOfficer(rows.lock(id).agencyId());
        requireOffAgenda(id);
        changed(rows.update(
                id,
                Set.of(OfferedState.OPEN, OfferedState.READY),
                "state = 'WITHDRAWN', ended_at = ?",
                clock.instant()));
    }

    /** The dwelling, for who follows or leads in its agency. */
    @Transactional(readOnly = true)
    public Offered require(long id) {
        var dwelling = rows.require(id);
        Applications.requireReader(currentStaff.requireAgency(dwelling.agencyId()));
        return dwelling;
    }

    private static void changed(boolean done) {
        if (!done) {
            throw new UserError(HttpStatus.CONFLICT, "candidacy.error.state");
        }
    }

    StaffMember requireOfficer(long agencyId) {
        var person = currentStaff.requireAgency(agencyId);
        requireRole(person);
        return person;
    }

    private static void requireRole(StaffMember person) {
        if (!person.isAny(Role.ALLOCATION_OFFICER, Role.SUPERVISOR)) {
            throw new AccessDeniedException("Allocation officers offer dwellings");
        }
    }

    /** What is on a session's agenda stays as it was convened. */
    private void requireOffAgenda(long id) {
        var onAgenda = jdbc.sql("select count(*) from session_item where live_dwelling_id = ?")
                .param(id)
                .query(Integer.class)
                .single();
        if (onAgenda > 0) {
            throw new UserError(HttpStatus.CONFLICT, "candidacy.error.on-agenda");
        }
    }
}
