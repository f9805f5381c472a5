package fr.allervers.outreach.campaign;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface Campaigns extends JpaRepository<Campaign, Long> {

    /** For an act that changes it: acts on one campaign follow each other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Campaign c where c.id = ?1")
    Optional<Campaign> lockById(long id);

    List<Campaign> findByStateOrderByName(CampaignState state);

    boolean existsByNameAndIdNot(String name, long id);
}
