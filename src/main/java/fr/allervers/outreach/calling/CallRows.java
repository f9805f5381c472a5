package fr.allervers.outreach.calling;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface CallRows extends JpaRepository<HouseholdCall, Long> {

    /** The call, locked for this transaction. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from HouseholdCall c where c.id = ?1")
    Optional<HouseholdCall> lockById(long id);

    List<HouseholdCall> findByHouseholdIdAndStateIn(long householdId, List<HouseholdCall.State> states);
}
