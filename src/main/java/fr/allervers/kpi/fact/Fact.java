package fr.allervers.kpi.fact;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that a figure counts, in one case.
 *
 * @param figure what it is, the same name in {@code kpi_day}
 * @param part tells several facts of one case apart
 * @param agencyId, campaignId 0 for none
 * @param day on which it counts
 * @param amount cents, attempts: what is added up; 0 where only the number matters
 * @param seconds how long it took; none where it is not about a time
 */
record Fact(
        long caseId,
        String figure,
        long part,
        long agencyId,
        long campaignId,
        LocalDate day,
        String outcome,
        long amount,
        @Nullable Long seconds) {

    /** The process under which facts are counted, apart from tasks. */
    static final String PROCESS = "FACT";

    Cell cell() {
        return new Cell(PROCESS, figure, day, agencyId, campaignId, outcome, "");
    }
}
