package fr.allervers.arrears.prevention;

import fr.allervers.arrears.settings.ArrearsSettings;
import fr.allervers.arrears.settings.RulesOn;
import fr.allervers.arrears.settings.Setting;
import fr.allervers.ledger.RentAccounts;
import fr.allervers.ledger.Standing;
import fr.allervers.workflow.Cases;
import fr.allervers.workflow.Decisions;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The three parts of a night, each a transaction that any node may do next: the night's row is locked, and how far it came is written
 * with what it did. A crash leaves the rest to the next run; a second run finds nothing left.
 */
@Component
@Transactional
class NightDetection {

    private static final String TABLE = "arrears-opening";

    private final RentAccounts accounts;
    private final ArrearsSettings settings;
    private final Decisions decisions;
    private final CaseOpening opening;
    private final UnpaidRents rents;
    private final CaseAccount account;
    private final NextActs nextActs;
    private final Cases engine;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final int slice;
    private final int chunk;

    NightDetection(
            RentAccounts accounts,
            ArrearsSettings settings,
            Decisions decisions,
            CaseOpening opening,
            UnpaidRents rents,
            CaseAccount account,
            NextActs nextActs,
            Cases engine,
            JdbcClient jdbc,
            Clock clock,
            @Value("${allervers.arrears.slice:5000}") int slice,
            @Value("${allervers.launch.chunk-size:50}") int chunk) {
        this.accounts = accounts;
        this.settings = settings;
        this.decisions = decisions;
        this.opening = opening;
        this.rents = rents;
        this.account = account;
        this.nextActs = nextActs;
        this.engine = engine;
        this.jdbc = jdbc;
        this.clock = clock;
        this.slice = slice;
        this.chunk = chunk;
    }

    /** How far a night came. */
    record Night(LocalDate night, long afterLeaseId, boolean listed, long refreshedTo, boolean ended) {}

    /** Looks at the next slice of accounts in debt and lists those for which a case is to be opened; false when all were seen. */
    boolean listNext(LocalDate night) {
        var at = lock(night);
        if (at.listed()) {
            return false;
        }
        var rules = settings.at(night);
        var inDebt = accounts.inDebt(night, Math.max(1, rules.cents(Setting.OPENING_AMOUNT)), at.afterLeaseId(), slice);
        var wanted = wanted(inDebt, rules);
        opening.list(wanted);
        var last = inDebt.size() < slice;
        jdbc.sql(
                        "update arrears_night set after_lease_id = ?, seen = seen + ?, wanted = wanted + ?, listed = ? where night = ?")
                .params(
                        inDebt.isEmpty()
                                ? at.afterLeaseId()
                                : inDebt.get(inDebt.size() - 1).leaseId(),
                        inDebt.size(),
                        wanted.size(),
                        last,
                        night)
                .update();
        return !last;
    }

    private List<CaseOpening.Wanted> wanted(List<Standing> inDebt, RulesOn rules) {
        var table = decisions.table(TABLE, Integer.toString(rules.count(Setting.OPENING_TABLE)));
        var open = open(inDebt.stream().map(Standing::leaseId).toList());
        var wanted = new ArrayList<CaseOpening.Wanted>();
        for (var standing : inDebt) {
            if (!open.contains(standing.leaseId())
                    && standing.collectableCents() >= rules.cents(Setting.OPENING_AMOUNT)) {
                var told = table.evaluate(inputs(standing, rules));
                if (Boolean.TRUE.equals(told.get("open"))) {
                    wanted.add(new CaseOpening.Wanted(
                            standing,
                            String.valueOf(told.get("rule")),
                            table.versionTag(),
                            String.valueOf(told.get("reason"))));
                }
            }
        }
        return wanted;
    }

    private static Map<String, Object> inputs(Standing standing, RulesOn rules) {
        return Map.of(
                "debt",
                standing.collectableCents(),
                "age",
                (int) standing.daysOwed(),
                "months",
                standing.monthsOwed().setScale(0, RoundingMode.DOWN).intValue(),
                "openingAmount",
                rules.cents(Setting.OPENING_AMOUNT),
                "openingAge",
                rules.count(Setting.OPENING_AGE),
                "openingMonths",
                rules.count(Setting.OPENING_MONTHS));
    }

    private Set<Long> open(Collection<Long> leases) {
        return leases.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.sql("select open_lease_id from arrears_case where open_lease_id in (:leases)")
                        .param("leases", leases)
                        .query(Long.class)
                        .list());
    }

    /** Brings the figures and next acts of the next open cases up to date; false when all were. Cleared ones are marked. */
    boolean refreshNext(LocalDate night) {
        var at = lock(night);
        if (at.ended() || !at.listed()) {
            return false;
        }
        var ids = jdbc.sql("select id from arrears_case where status <> 'CLOSED' and id > ? order by id limit ?")
                .params(at.refreshedTo(), 200)
                .query(Long.class)
                .list();
        if (ids.isEmpty()) {
            jdbc.sql("update arrears_night set ended_at = ? where night = ?")
                    .params(clock.instant(), night)
                    .update();
            return false;
        }
        refresh(ids, night);
        jdbc.sql("update arrears_night set refreshed_to = ? where night = ?")
                .params(ids.get(ids.size() - 1), night)
                .update();
        return true;
    }

    private void refresh(List<Long> ids, LocalDate night) {
        var found = rents.lockAll(ids);
        var standings =
                accounts.standings(found.stream().map(UnpaidRent::leaseId).collect(Collectors.toSet()), night);
        var cleared = new ArrayList<Long>();
        for (var rent : found) {
            var standing = standings.get(rent.leaseId());
            if (standing != null) {
                rent.read(standing);
                if (account.isCleared(standing)) {
                    cleared.add(rent.id());
                }
            }
        }
        nextActs.refresh(found);
        if (!cleared.isEmpty()) {
            jdbc.sql("update arrears_case set recheck = true where id in (:ids)")
                    .param("ids", cleared)
                    .update();
        }
    }

    /** Starts the processes of the next listed cases and says how many; any number of threads and nodes at once. */
    int startNext() {
        var ids = jdbc.sql(
                        "select id from arrears_case where launch = 'LISTED' order by id limit ? for update skip locked")
                .param(chunk)
                .query(Long.class)
                .list();
        if (!ids.isEmpty()) {
            jdbc.sql("update arrears_case set launch = 'STARTED' where id in (:ids)")
                    .param("ids", ids)
                    .update();
            engine.startAll(ArrearsCases.KIND, ids);
            opening.announce(ids);
        }
        return ids.size();
    }

    /** Begins the night when nobody has. */
    void begin(LocalDate night) {
        jdbc.sql("insert ignore into arrears_night (night, began_at) values (?, ?)")
                .params(night, clock.instant())
                .update();
    }

    /** All accounts are looked at once more tonight. */
    void again(LocalDate night) {
        jdbc.sql(
                        "update arrears_night set after_lease_id = 0, listed = false, refreshed_to = 0, ended_at = null where night = ?")
                .param(night)
                .update();
    }

    @Nullable
    Night find(LocalDate night) {
        return select(night, "");
    }

    private Night lock(LocalDate night) {
        var at = select(night, " for update");
        if (at == null) {
            throw new IllegalStateException("The night " + night + " was not begun");
        }
        return at;
    }

    private @Nullable Night select(LocalDate night, String how) {
        return jdbc.sql(
                        "select night, after_lease_id, listed, refreshed_to, ended_at is not null as ended from arrears_night where night = ?"
                                + how)
                .param(night)
                .query(Night.class)
                .optional()
                .orElse(null);
    }
}
