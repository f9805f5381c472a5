package fr.allervers.arrears.prevention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** What prevention needs of appointments. Without such a bean the household is invited to call the agency. */
public interface CaseAppointments {

    /**
     * Opens the booking of an appointment for this case, in the caller's transaction.
     *
     * @param heldBy last day on which it may be held
     * @return the address at which the household books; none when nothing can be booked
     */
    Optional<String> offer(long caseId, LocalDate heldBy);

    /** The next appointment booked, of those cases that have one. */
    Map<Long, Instant> next(Collection<Long> caseIds);
}
