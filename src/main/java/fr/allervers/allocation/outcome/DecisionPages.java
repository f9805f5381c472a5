package fr.allervers.allocation.outcome;

import fr.allervers.allocation.Candidacies;
import fr.allervers.allocation.candidacy.ApplicationFiles;
import fr.allervers.allocation.candidacy.PaperFiles;
import fr.allervers.shared.web.UserError;
import fr.allervers.tenancy.Agencies;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A decision behind its candidate's link. It asks for no right: the link's gate has, and the birth date. */
@Component
@Transactional
public class DecisionPages {

    private final OutcomeRows rows;
    private final Candidacies candidacies;
    private final ApplicationFiles applications;
    private final PaperFiles papers;
    private final Agencies agencies;
    private final ReasonWords reasons;
    private final Clock clock;

    DecisionPages(
            OutcomeRows rows,
            Candidacies candidacies,
            ApplicationFiles applications,
            PaperFiles papers,
            Agencies agencies,
            ReasonWords reasons,
            Clock clock) {
        this.rows = rows;
        this.candidacies = candidacies;
        this.applications = applications;
        this.papers = papers;
        this.agencies = agencies;
        this.reasons = reasons;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public DecisionView view(long candidateOutcomeId) {
        var of = rows.candidate(candidateOutcomeId);
        var outcome = rows.require(of.outcomeId());
        var application = applications.require(of.applicationId());
        var today = LocalDate.now(clock);
        var late = of.state() == OutcomeState.SILENT
                || of.state() == OutcomeState.PAPER_MISSED
                || (of.answerBy() != null && today.isAfter(of.answerBy()));
        var language = application.language().equals("en") ? Locale.ENGLISH : Locale.FRENCH;
        return new DecisionView(
                of,
                candidacies.dwelling(outcome.offeredDwellingId()),
                agencies.require(outcome.agencyId()),
                application.name(),
                application.uniqueNumber(),
                of.kind().allocates() ? "" : reasons.in(of, language),
                of.state() == OutcomeState.OFFERED && !late,
                late,
                asksPaper(of, today),
                application.language(),
                of.conditionWords());
    }

    private static boolean asksPaper(CandidateOutcome of, LocalDate today) {
        return of.state() == OutcomeState.WAITING
                && of.conditional()
                && of.paperIs("MISSING")
                && !today.isAfter(Objects.requireNonNull(of.conditionDeadline()));
    }

    /**
     * The document of the condition, from its candidate.
     *
     * @return false when it is asked for no longer; that is recorded
     */
    public boolean give(long candidateOutcomeId, String name, long size, InputStream content) {
        var of = rows.lockCandidate(candidateOutcomeId);
        if (!asksPaper(of, LocalDate.now(clock))) {
            rows.refused(
                    of.id(), of.state() == OutcomeState.PAPER_MISSED ? "LATE" : "NOT_OPEN", "PAPER", clock.instant());
            return false;
        }
        papers.add(
                of.applicationId(),
                Objects.requireNonNull(of.paperKind()),
                name,
                size,
                content,
                PaperFiles.Source.LINK,
                "candidat");
        return true;
    }

    /** The file of one of the visit's photos of this candidate's dwelling. */
    @Transactional(readOnly = true)
    public long photo(long candidateOutcomeId, int number) {
        var outcome = rows.require(rows.candidate(candidateOutcomeId).outcomeId());
        var photos = candidacies.dwelling(outcome.offeredDwellingId()).visitPhotos();
        if (number < 0 || number >= photos.size()) {
            throw new UserError(HttpStatus.NOT_FOUND, "outcome.error.unknown");
        }
        return photos.get(number);
    }
}
