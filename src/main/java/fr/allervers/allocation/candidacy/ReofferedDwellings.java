package fr.allervers.allocation.candidacy;

import fr.allervers.shared.web.UserError;
import java.time.Clock;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Offers a dwelling again that nobody took: a new offer, whose candidates are gathered anew. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ReofferedDwellings {

    private final JdbcClient jdbc;
    private final Clock clock;

    ReofferedDwellings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The new offer's id.
     *
     * @throws UserError 409 when somebody offered it meanwhile
     */
    public long again(long offeredDwellingId) {
        try {
            return jdbc.sql("""
                insert into offered_dwelling (dwelling_id, agency_id, state, available_on, financing, zone, rent_cents, charges_cents, reservation, reservation_holder, visit_url, offered_by, offered_at)
                select dwelling_id, agency_id, 'OPEN', available_on, financing, zone, rent_cents, charges_cents, reservation, reservation_holder, visit_url, offered_by, ?
                  from offered_dwelling where id = ? returning id
                """)
                    .params(clock.instant(), offeredDwellingId)
                    .query(Long.class)
                    .single();
        } catch (DuplicateKeyException e) {
            throw new UserError(HttpStatus.CONFLICT, "candidacy.error.offered-already", "");
        }
    }
}
