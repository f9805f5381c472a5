package fr.allervers.kpi.figure;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Agencies, households and calls of a test's own, as the modules' tables hold them. */
public final class FigureGround {

    private static final AtomicLong NUMBER = new AtomicLong(System.nanoTime() / 1000);

    private final JdbcClient jdbc;

    public FigureGround(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long agency() {
        var code = "K" + NUMBER.incrementAndGet();
        return id("insert into agency (code, name) values (?, ?) returning id", code, "Agence " + code);
    }

    public long campaign() {
        return id("""
                        insert into campaign (name, purpose, guide, state, starts_on, ends_on, max_attempts, file_size, hold_hours, created_by, created_at)
                        values (?, 'WELL_BEING', 'guide-well-being', 'RUNNING', '2026-11-01', '2026-12-31', 4, 10, 72, 'x', '2026-11-01') returning id
                        """, "Chiffres " + NUMBER.incrementAndGet());
    }

    public long household(long agency) {
        var code = "KH" + NUMBER.incrementAndGet();
        return id(
                "insert into household (code, name, agency_id) values (?, ?, ?) returning id",
                code,
                "Foyer " + code,
                agency);
    }

    /** A household in a dwelling that it rents. */
    public record Home(long agency, long household, long dwelling, long lease) {}

    /** A home of its own building. */
    public Home home(long agency) {
        var code = "KD" + NUMBER.incrementAndGet();
        var building = id(
                "insert into building (code, agency_id, address, postcode, commune, insee) values (?, ?, '4 rue des Ormes', '26000', 'Valence', '26362') returning id",
                code,
                agency);
        var dwelling = id(
                "insert into dwelling (code, building_id, typology, rent_cents, charges_cents) values (?, ?, 'T3', 40000, 5000) returning id",
                code,
                building);
        var household = household(agency);
        var lease = id(
                "insert into lease (code, dwelling_id, household_id, starts_on) values (?, ?, ?, '2020-01-01') returning id",
                code,
                dwelling,
                household);
        return new Home(agency, household, dwelling, lease);
    }

    /** A call as the household-call module would have left it; none of a moment: not yet. */
    public long call(
            long agency,
            long campaign,
            Instant started,
            @Nullable Instant called,
            @Nullable Instant reached,
            int attempts,
            @Nullable String grade,
            @Nullable Instant graded) {
        return id(
                """
                        insert into household_call (campaign_id, household_id, agency_id, state, attempts, started_at, first_called_at, reached_at, grade, graded_at)
                        values (?, ?, ?, 'WAITING', ?, ?, ?, ?, ?, ?) returning id
                        """,
                campaign,
                household(agency),
                agency,
                attempts,
                at(started),
                at(called),
                at(reached),
                grade,
                at(graded));
    }

    /** A task that is open, as the inbox shows it. */
    public String task(long agency, String kind, long caseId, String step, String group, Instant opened, Instant due) {
        var id = "kpi-" + NUMBER.incrementAndGet();
        jdbc.sql("""
                        insert into inbox_item (task_id, case_kind, case_id, step, act, queue, candidate_group, title, title_folded, subtitle, agency_id, priority, due_at, opened_at)
                        values (?, ?, ?, ?, 'Agir', concat('g:', ?), ?, 'Mme Garnier', ' mme garnier', '', ?, 0, ?, ?)
                        """)
                .params(id, kind, caseId, step, group, group, agency, at(due), at(opened))
                .update();
        return id;
    }

    private long id(String sql, @Nullable Object... values) {
        return jdbc.sql(sql)
                .params(java.util.Arrays.asList(values))
                .query(Long.class)
                .single();
    }

    private static @Nullable Timestamp at(@Nullable Instant moment) {
        return moment == null ? null : Timestamp.from(moment);
    }
}
