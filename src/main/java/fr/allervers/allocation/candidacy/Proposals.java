package fr.allervers.allocation.candidacy;

import fr.allervers.shared.web.UserError;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who is proposed for a dwelling while its candidates are gathered. */
@Component
@Transactional
public class Proposals {

    private final OfferedRows dwellings;
    private final OfferedDwellings offers;
    private final ApplicationRows applications;
    private final Assessments assessments;
    private final JdbcClient jdbc;

    Proposals(
            OfferedRows dwellings,
            OfferedDwellings offers,
            ApplicationRows applications,
            Assessments assessments,
            JdbcClient jdbc) {
        this.dwellings = dwellings;
        this.offers = offers;
        this.applications = applications;
        this.assessments = assessments;
        this.jdbc = jdbc;
    }

    /**
     * Proposes the application of this unique number and gives the candidacy's id; one that was withdrawn is proposed again.
     *
     * @param source who proposes it: the landlord or the holder of the quota
     * @throws UserError 404 when there is no such application, 409 when it is proposed already, ended, or the dwelling is before
     *     the committee
     */
    public long propose(long offeredDwellingId, String uniqueNumber, ReservationKind source) {
        var dwelling = dwellings.lock(offeredDwellingId);
        var by = offers.requireOfficer(dwelling.agencyId());
        requireOpen(dwelling);
        var number = uniqueNumber.replaceAll("[\\s.\\-/]", "").toUpperCase(java.util.Locale.ROOT);
        var application = applications
                .byNumber(number)
                .orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "candidacy.error.unknown-number", number));
        offers.requireOfficer(application.agencyId());
        if (application.state() != HousingApplication.State.ACTIVE) {
            throw new UserError(HttpStatus.CONFLICT, "candidacy.error.ended", number);
        }
        var columns = assessments
                .of(application, dwelling)
                .addValue("dwelling", offeredDwellingId)
                .addValue("application", application.id())
                .addValue("source", source.name())
                .addValue("by", by.username());
        withdrawnBefore(offeredDwellingId, application.id());
        try {
            return jdbc.sql("""
                insert into allocation_candidate (offered_dwelling_id, application_id, state, source, summary, resources_cents, effort_rate, left_to_live_cents, fit,
                       ceiling_cents, ceiling_source, ceiling_to_confirm, tax_income_cents, priority, dalo, score, score_version, score_reasons, proposed_by, proposed_at, assessed_at)
                values (:dwelling, :application, 'PROPOSED', :source, :summary, :resources, :effort, :left, :fit,
                       :ceiling, :ceilingSource, :toConfirm, :taxIncome, :priority, :dalo, :score, :scoreVersion, :scoreReasons, :by, :now, :now) returning id
                """).paramSource(columns).query(Long.class).single();
        } catch (DuplicateKeyException e) {
            throw new UserError(HttpStatus.CONFLICT, "candidacy.error.proposed-already", number);
        }
    }

    /** The row of a candidacy withdrawn gives way: nothing was decided on it. */
    private void withdrawnBefore(long dwellingId, long applicationId) {
        jdbc.sql("delete from allocation_candidate where offered_dwelling_id = ? and application_id = ? and"
                        + " state = 'WITHDRAWN'")
                .params(dwellingId, applicationId)
                .update();
    }

    /** Takes a candidate off before the committee has it. */
    public void withdraw(long offeredDwellingId, long candidateId, String why) {
        var dwelling = dwellings.lock(offeredDwellingId);
        offers.requireOfficer(dwelling.agencyId());
        requireOpen(dwelling);
        var done = jdbc.sql("update allocation_candidate set state = 'WITHDRAWN', withdrawn_why = ? where id = ? and"
                        + " offered_dwelling_id = ? and state = 'PROPOSED'")
                .params(why.length() > 300 ? why.substring(0, 300) : why, candidateId, offeredDwellingId)
                .update();
        if (done == 0) {
            throw new UserError(HttpStatus.CONFLICT, "candidacy.error.state");
        }
    }

    private static void requireOpen(OfferedRows.Offered dwelling) {
        if (!Set.of(OfferedState.OPEN).contains(dwelling.state())) {
            throw new UserError(HttpStatus.CONFLICT, "candidacy.error.before-committee");
        }
    }
}
