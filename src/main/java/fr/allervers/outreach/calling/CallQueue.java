package fr.allervers.outreach.calling;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The households that wait to be called. Candidates are read without locks, a few at a time, in the order of an index;
 * then each is locked by itself and looked at again. So pulls at the same time neither wait for each other nor get the
 * same household, and a pull costs the same whether a hundred or a hundred thousand wait.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CallQueue {

    /** A promised call-back is kept for the person promised for this long; then anybody makes it. */
    static final Duration KEPT_FOR_WANTED = Duration.ofHours(1);

    private static final int FEW = 16;

    private static final String CALLABLE =
            "c.state = 'TO_CALL' and (c.callable_from is null or c.callable_from <= :now)";

    private static final String FREE = CALLABLE + """
             and (c.campaign_id is null or exists (select 1 from campaign k where k.id = c.campaign_id and k.state = 'RUNNING'))
            """;

    private static final String NOT_PROMISED =
            " and (c.wanted_caller_id is null or c.wanted_caller_id = :me or c.callable_from < :kept)";

    private final JdbcClient jdbc;
    private final Clock clock;

    CallQueue(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What the caller may be given. */
    record Caller(long id, Collection<Long> agencies, Collection<String> languages) {}

    /** What the caller holds and may call now, promised calls first. */
    @Nullable
    Long held(Caller caller) {
        return jdbc.sql("select c.id from household_call c where c.holder_id = :me and c.held_until > :now and " + FREE
                        + " order by c.wanted_caller_id is null, c.fresh desc, c.priority desc, c.id limit 1")
                .param("me", caller.id())
                .param("now", clock.instant())
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    /**
     * Locks the household that this caller should call next and that nobody holds; none when there is none.
     *
     * @param tried those looked at already; grows
     */
    @Nullable
    Long lockNext(Caller caller, Set<Long> tried) {
        while (true) {
            var candidates = candidates(caller, tried);
            for (var id : candidates) {
                tried.add(id);
                if (lockFree(id, caller.id())) {
                    return id;
                }
            }
            if (candidates.isEmpty()) {
                return null;
            }
        }
    }

    /**
     * Whether this transaction has the household now: nobody else holds it or is about to. Only its own row is looked at:
     * a lock on a row that all pulls share would make them skip each other's households.
     */
    boolean lockFree(long id, long caller) {
        return jdbc.sql("select c.id from household_call c where c.id = :id and " + CALLABLE
                        + " and (c.holder_id is null or c.held_until <= :now)" + NOT_PROMISED
                        + " for update skip locked")
                .param("id", id)
                .param("me", caller)
                .param("now", clock.instant())
                .param("kept", clock.instant().minus(KEPT_FOR_WANTED))
                .query(Long.class)
                .optional()
                .isPresent();
    }

    void hold(long id, long caller, Instant until, @Nullable Long file) {
        jdbc.sql("""
                        update household_call set holder_id = :caller, held_until = :until, file_id = :file, version = version + 1
                         where id = :id
                        """)
                .param("caller", caller)
                .param("until", until)
                .param("file", file)
                .param("id", id)
                .update();
    }

    private List<Long> candidates(Caller caller, Set<Long> tried) {
        if (caller.agencies().isEmpty() || caller.languages().isEmpty()) {
            return List.of();
        }
        var promised = query(
                "select c.id from household_call c where c.wanted_caller_id = :me and c.holder_id is null and " + FREE
                        + " and c.agency_id in (:agencies)" + without(tried) + " order by c.callable_from limit " + FEW,
                caller,
                tried);
        if (!promised.isEmpty()) {
            return promised;
        }
        var free = query(pool(caller, tried), caller, tried);
        if (!free.isEmpty()) {
            return free;
        }
        return query(
                "select c.id from household_call c where c.held_until <= :now and " + FREE
                        + " and c.agency_id in (:agencies) and c.language in (:languages)" + NOT_PROMISED
                        + without(tried) + " order by c.held_until limit " + FEW,
                caller,
                tried);
    }

    /** The first few of each agency, then the first few of these: every part walks the index in its order. */
    private static String pool(Caller caller, Set<Long> tried) {
        var parts = IntStream.range(0, caller.agencies().size())
                .mapToObj(agency ->
                        "(select c.id, c.fresh, c.priority from household_call c force index (call_hand_out) where c.agency_id = :agency"
                                + agency + " and c.holder_id is null and c.language in (:languages) and " + FREE
                                + NOT_PROMISED + without(tried)
                                + " order by c.fresh desc, c.priority desc, c.id limit " + FEW + ")")
                .collect(Collectors.joining(" union all "));
        return "select id from (" + parts + ") free order by fresh desc, priority desc, id limit " + FEW;
    }

    private static String without(Set<Long> tried) {
        return tried.isEmpty() ? "" : " and c.id not in (:tried)";
    }

    private List<Long> query(String sql, Caller caller, Set<Long> tried) {
        var statement = jdbc.sql(sql)
                .param("me", caller.id())
                .param("now", clock.instant())
                .param("kept", clock.instant().minus(KEPT_FOR_WANTED))
                .param("agencies", caller.agencies())
                .param("languages", caller.languages())
                .param("tried", tried);
        var number = 0;
        for (var agency : caller.agencies()) {
            statement = statement.param("agency" + number++, agency);
        }
        return statement.query(Long.class).list();
    }
}
