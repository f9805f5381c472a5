package fr.allervers.arrears.legal;

import fr.allervers.arrears.prevention.ArrearsCases;
import fr.allervers.arrears.settings.ArrearsSettings;
import fr.allervers.arrears.settings.Setting;
import fr.allervers.ledger.RentAccounts;
import fr.allervers.shared.Retry;
import fr.allervers.workflow.Cases;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds what became an impayé for the CAF, and opens the tasks of deadlines that come near: one sweep, no timer for each. */
@Component
public class LegalSweep {

    private static final int AT_ONCE = 200;

    private final DeadlineRows rows;
    private final LegalClock clockwork;
    private final ArrearsCases arrears;
    private final ArrearsSettings settings;
    private final RentAccounts accounts;
    private final Cases cases;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LegalSweep(
            DeadlineRows rows,
            LegalClock clockwork,
            ArrearsCases arrears,
            ArrearsSettings settings,
            RentAccounts accounts,
            Cases cases,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.rows = rows;
        this.clockwork = clockwork;
        this.arrears = arrears;
        this.settings = settings;
        this.accounts = accounts;
        this.cases = cases;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The whole of it; each part goes on where a crash left it. */
    public void sweep() {
        for (var after = findUnpaid(0); after > 0; after = findUnpaid(after)) {
            continue;
        }
        while (warn() == AT_ONCE) {
            continue;
        }
    }

    /**
     * Notes the impayé of open cases whose aid the landlord receives, and says after which case to go on; 0 at the end. Households
     * that receive the aid themselves are not known here: an officer notes theirs.
     */
    private long findUnpaid(long after) {
        return Retry.onConflict(() -> transaction.execute(status -> {
            var open = jdbc.sql("""
                            select c.id from arrears_case c where c.status <> 'CLOSED' and c.id > ?
                               and not exists (select 1 from legal_fact f where f.case_id = c.id and f.kind = 'CAF_UNPAID') order by c.id limit ?
                            """).params(after, AT_ONCE).query(Long.class).list();
            note(open);
            return open.size() < AT_ONCE ? 0L : open.get(open.size() - 1);
        }));
    }

    private void note(List<Long> open) {
        var today = LocalDate.now(clock);
        var rules = settings.at(today);
        var found = arrears.byIds(open);
        var standings = accounts.standings(
                found.values().stream().map(one -> one.leaseId()).toList(), today);
        for (var id : open) {
            var of = found.get(id);
            var account = of == null ? null : standings.get(of.leaseId());
            if (of != null
                    && account != null
                    && account.isAidToLandlord()
                    && CafUnpaidPolicy.unpaid(account, rules).isPresent()) {
                clockwork.enter(of, LegalFact.CAF_UNPAID, today, false);
            }
        }
    }

    /** Opens the tasks of some deadlines that come near and says how many. */
    private int warn() {
        return Retry.onConflict(() -> transaction.execute(status -> {
            var today = LocalDate.now(clock);
            var near = rows.toWarn(today.plusDays(settings.at(today).count(Setting.DEADLINE_WARNING)), AT_ONCE);
            if (!near.isEmpty()) {
                rows.warned(near);
                cases.startAll(LegalClock.KIND, near);
            }
            return near.size();
        }));
    }

    @Component
    @ConditionalOnProperty(name = "allervers.work.enabled", matchIfMissing = true)
    static class Schedule {

        private final LegalSweep deadlines;

        Schedule(LegalSweep deadlines) {
            this.deadlines = deadlines;
        }

        @Scheduled(fixedDelayString = "${allervers.deadlines.every:PT1H}", initialDelayString = "PT1M")
        void sweep() {
            deadlines.sweep();
        }
    }
}
