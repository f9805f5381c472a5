package fr.allervers.arrears.prevention;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How the household answered last, and how long that is waited for.
 *
 * @param answer none where it was decided to wait without one
 * @param answerUntil its last day counts as waiting no more
 */
@Embeddable
record HouseholdAnswer(
        @Nullable @Enumerated(EnumType.STRING) Answer answer,
        @Nullable LocalDate answeredOn,
        @Nullable LocalDate answerUntil) {

    static final HouseholdAnswer NONE = new HouseholdAnswer(null, null, null);

    /** The same, waited for until this day; none to wait no longer. */
    HouseholdAnswer waitingUntil(@Nullable LocalDate until) {
        return new HouseholdAnswer(answer, answeredOn, until);
    }

    boolean isWaitedFor(LocalDate today) {
        return answerUntil != null && today.isBefore(answerUntil);
    }
}
