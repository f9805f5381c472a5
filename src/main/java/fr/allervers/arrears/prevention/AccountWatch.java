package fr.allervers.arrears.prevention;

import fr.allervers.ledger.AccountsMoved;
import fr.allervers.shared.Retry;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Looks at cases whose account moved. They are marked in the transaction that books, which takes the lock that every step of the case
 * takes before it reads the account: what is booked before a step is seen by it, what is booked after it withdraws what it wrote. A few
 * are read again as soon as that transaction has committed; those of an import by {@link #sweep}.
 */
@Component
public class AccountWatch {

    private static final Logger LOG = LoggerFactory.getLogger(AccountWatch.class);
    private static final int AT_ONCE = 20;

    private final JdbcClient jdbc;
    private final AccountCheck check;

    AccountWatch(JdbcClient jdbc, AccountCheck check) {
        this.jdbc = jdbc;
        this.check = check;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void mark(AccountsMoved moved) {
        if (!moved.leaseIds().isEmpty()) {
            jdbc.sql("update arrears_case set recheck = true where open_lease_id in (:leases)")
                    .param("leases", moved.leaseIds())
                    .update();
        }
    }

    @TransactionalEventListener
    public void readAgain(AccountsMoved moved) {
        if (!moved.leaseIds().isEmpty() && moved.leaseIds().size() <= AT_ONCE) {
            check(jdbc.sql("select id from arrears_case where open_lease_id in (:leases) and recheck order by id")
                    .param("leases", moved.leaseIds())
                    .query(Long.class)
                    .list());
        }
    }

    /** Reads the accounts of all marked cases and says how many; one that fails stays marked. */
    public int sweep() {
        var done = 0;
        var after = 0L;
        for (var ids = marked(after); !ids.isEmpty(); ids = marked(after)) {
            check(ids);
            done += ids.size();
            after = ids.get(ids.size() - 1);
        }
        return done;
    }

    private List<Long> marked(long after) {
        return jdbc.sql("select id from arrears_case where recheck and id > ? order by id limit 200")
                .param(after)
                .query(Long.class)
                .list();
    }

    private void check(List<Long> ids) {
        for (var id : ids) {
            try {
                Retry.onConflict(() -> check.readAgain(id));
            } catch (RuntimeException e) {
                LOG.warn("Case {} could not be read again and stays marked", id, e);
            }
        }
    }
}
