package fr.allervers.inventory.declaration;

import fr.allervers.inventory.settings.InventorySetting;
import fr.allervers.inventory.settings.InventorySettings;
import fr.allervers.shared.Retry;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens the inventories of leases that begin or end soon, as the register's imports tell, each in a transaction of its own. */
@Component
public class InventoryWatch {

    private static final Logger LOG = LoggerFactory.getLogger(InventoryWatch.class);
    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final Inventories inventories;
    private final InventorySettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;

    InventoryWatch(
            JdbcClient jdbc,
            Inventories inventories,
            InventorySettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.jdbc = jdbc;
        this.inventories = inventories;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Coming(long leaseId, LocalDate on) {}

    /** Opens what is to be opened today and says how many were. */
    public int sweep() {
        return openAll(InventoryKind.ENTRY, "starts_on") + openAll(InventoryKind.EXIT, "ends_on");
    }

    private int openAll(InventoryKind kind, String day) {
        var opened = 0;
        var after = 0L;
        for (var some = coming(kind, day, after); !some.isEmpty(); some = coming(kind, day, after)) {
            for (var one : some) {
                after = one.leaseId;
                opened += open(kind, one) ? 1 : 0;
            }
        }
        return opened;
    }

    /** Only days to come: a register that is taken over holds every lease there ever was. */
    private List<Coming> coming(InventoryKind kind, String day, long after) {
        var today = LocalDate.now(clock);
        return jdbc.sql("""
                        select l.id as lease_id, l.%1$s as `on` from lease l
                         where l.id > ? and l.%1$s between ? and ?
                           and not exists (select 1 from inventory i where i.lease_id = l.id and i.kind = ?)
                         order by l.id limit ?
                        """.formatted(day))
                .params(
                        after,
                        today,
                        today.plusDays(settings.at(today).number(InventorySetting.OPEN_BEFORE_KEYS)),
                        kind.name(),
                        AT_ONCE)
                .query(Coming.class)
                .list();
    }

    private boolean open(InventoryKind kind, Coming one) {
        try {
            Retry.onConflict(
                    () -> transaction.executeWithoutResult(status -> inventories.openBy(kind, one.leaseId, one.on)));
            return true;
        } catch (RuntimeException e) {
            LOG.warn("The inventory {} of lease {} was not opened", kind, one.leaseId, e);
            return false;
        }
    }

    @Component
    @ConditionalOnProperty(name = "allervers.work.enabled", matchIfMissing = true)
    static class Schedule {

        private final InventoryWatch watch;

        Schedule(InventoryWatch watch) {
            this.watch = watch;
        }

        @Scheduled(
                initialDelayString = "${allervers.inventories.first:PT2M}",
                fixedDelayString = "${allervers.inventories.every:PT15M}")
        void sweep() {
            watch.sweep();
        }
    }
}
