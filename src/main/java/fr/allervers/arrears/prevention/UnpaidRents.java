package fr.allervers.arrears.prevention;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface UnpaidRents extends JpaRepository<UnpaidRent, Long> {

    /** For an act that changes it: acts on one case, and what is booked on its account, follow each other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select u from UnpaidRent u where u.id = ?1")
    Optional<UnpaidRent> lockById(long id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select u from UnpaidRent u where u.id in ?1 order by u.id")
    List<UnpaidRent> lockAll(Collection<Long> ids);

    /** The other cases of the lease, latest first. */
    List<UnpaidRent> findByLeaseIdAndIdNotOrderByIdDesc(long leaseId, long id);
}
