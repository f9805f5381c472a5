package fr.allervers.allocation.outcome;

import fr.allervers.allocation.OfferedDwelling;
import fr.allervers.tenancy.Agency;
import org.jspecify.annotations.Nullable;

/**
 * A decision as its candidate reads it by their link.
 *
 * @param reasons in the candidate's language; empty when the dwelling was allocated
 * @param open whether an answer is taken today
 * @param late whether the last day to answer, or to give the document, is over
 * @param asksPaper whether the document of the condition may still be given
 * @param language of the candidate
 */
public record DecisionView(
        CandidateOutcome of,
        OfferedDwelling dwelling,
        Agency agency,
        String name,
        String uniqueNumber,
        String reasons,
        boolean open,
        boolean late,
        boolean asksPaper,
        String language,
        @Nullable String paper) {}
