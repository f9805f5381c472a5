package fr.allervers.kpi.fact;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where the figures stand: one row, which is also the lock under which they are changed. */
@Component
public class FigureState {

    /** A recount that was not seen for so long has died; folding goes on, and says nothing of what is missing. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;

    FigureState(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Where they stand.
     *
     * @param version rises with every change that a page can show
     * @param countedAt when the open tasks were last counted
     * @param rebuildPercent how far a recount is; none when none runs
     */
    public record Now(
            long version, Instant countedAt, @Nullable Integer rebuildPercent) {}

    private record Row(long version, Instant countedAt, long rebuildDone, long rebuildTotal) {}

    /** As last changed. */
    @Transactional(readOnly = true)
    public Now now() {
        var row = jdbc.sql("select version, counted_at, rebuild_done, rebuild_total from kpi_state where id = 1")
                .query(Row.class)
                .single();
        var percent = row.rebuildTotal() == 0 ? null : (int) Math.min(99, 100 * row.rebuildDone() / row.rebuildTotal());
        return new Now(row.version(), row.countedAt(), percent);
    }

    /** Takes the lock until the transaction ends; false when somebody else has it or a recount runs. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean take() {
        return jdbc.sql("""
                        select id from kpi_state where id = 1 and (rebuild_total = 0 or rebuild_seen_at < ?) for update skip locked
                        """)
                .param(clock.instant().minus(PATIENCE))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void folded() {
        jdbc.sql("update kpi_state set version = version + 1, folded_at = ? where id = 1")
                .param(clock.instant())
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void counted(boolean changed) {
        jdbc.sql("update kpi_state set version = version + ?, counted_at = ? where id = 1")
                .params(changed ? 1 : 0, clock.instant())
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void stocked(boolean changed) {
        jdbc.sql("update kpi_state set version = version + ?, stocked_at = ? where id = 1")
                .params(changed ? 1 : 0, clock.instant())
                .update();
    }

    /**
     * Begins a recount; folding waits until it ends.
     *
     * @return its number; none when another one runs
     */
    @Transactional
    @Nullable
    Integer begin(long total) {
        if (!take()) {
            return null;
        }
        jdbc.sql(
                        "update kpi_state set pass = pass + 1, rebuild_done = 0, rebuild_total = ?, rebuild_seen_at = ? where id = 1")
                .params(Math.max(1, total), clock.instant())
                .update();
        return jdbc.sql("select pass from kpi_state where id = 1")
                .query(Integer.class)
                .single();
    }

    @Transactional
    void progress(long done) {
        jdbc.sql("update kpi_state set rebuild_done = ?, rebuild_seen_at = ?, version = version + 1 where id = 1")
                .params(done, clock.instant())
                .update();
    }

    @Transactional
    void end() {
        jdbc.sql("update kpi_state set rebuild_total = 0, rebuild_done = 0, version = version + 1 where id = 1")
                .update();
    }
}
