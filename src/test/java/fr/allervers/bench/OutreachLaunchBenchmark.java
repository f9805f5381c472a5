package fr.allervers.bench;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.outreach.campaign.LaunchWork;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Cases;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Starts the cases of listed households. Peer: a plain loop, one engine start per transaction with the same rows, over a
 * tenth of the households. Limit: the rows that a start writes, inserted by bare JDBC batches.
 */
@ApplicationTest
class OutreachLaunchBenchmark {

    @Autowired
    LaunchWork launch;

    @Autowired
    Cases cases;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    DataSource database;

    @Test
    void householdsLaunchedPerSecond() throws Exception {
        var bench = Bench.rate("outreach-launch", "households launched per second", "1/s", 13_000);
        var size = bench.size();
        register(size);
        var copier = new CaseRows(jdbc, database, started(campaign(1, "RUNNING")));
        bench.side("ours", () -> ours(size))
                .side("peer", () -> peer(size / 10))
                .side("limit", () -> limit(copier, size))
                .target("peer", 5)
                .target("limit", 0.25)
                .note("The peer starts a tenth of the households; its rate does not depend on their number.")
                .run(database);
    }

    private double ours(int size) {
        var campaign = campaign(size, "RUNNING");
        var start = System.nanoTime();
        assertThat(launch.run()).isEqualTo(size);
        var rate = perSecond(size, start);
        assertThat(started(campaign, "e.BUSINESS_KEY_")).isEqualTo(size);
        assertThat(started(campaign, "e.PROC_INST_ID_")).isEqualTo(size);
        return rate;
    }

    private double peer(int size) {
        var campaign = campaign(size, "DRAFT");
        var ids = jdbc.queryForList("select id from household_call where campaign_id = ?", Long.class, campaign);
        var start = System.nanoTime();
        for (var id : ids) {
            transaction.executeWithoutResult(status -> {
                jdbc.update("update household_call set state = 'TO_CALL', started_at = now(3) where id = ?", id);
                cases.start(new CaseRef("household-call", id), Map.of());
            });
        }
        var rate = perSecond(size, start);
        assertThat(started(campaign, "e.BUSINESS_KEY_")).isEqualTo(size);
        return rate;
    }

    private static double limit(CaseRows copier, int size) throws Exception {
        var start = System.nanoTime();
        copier.insert(size);
        return perSecond(size, start);
    }

    private static double perSecond(int count, long start) {
        return count / ((System.nanoTime() - start) / 1e9);
    }

    private long started(long campaign, String what) {
        return jdbc.queryForObject(
                "select count(distinct " + what
                        + ") from household_call c join ACT_RU_EXECUTION e on e.BUSINESS_KEY_ = c.id"
                        + " and e.PROC_DEF_KEY_ = 'household-call' where c.campaign_id = ?",
                Long.class,
                campaign);
    }

    /** The one case of a small campaign, started. */
    private long started(long campaign) {
        assertThat(launch.run()).isOne();
        return jdbc.queryForObject("select id from household_call where campaign_id = ?", Long.class, campaign);
    }

    private void register(int size) {
        jdbc.update("insert into agency (code, name) values ('BENCH', 'Agence')");
        jdbc.update("""
                insert into building (code, agency_id, name, address, postcode, commune, insee)
                select 'BENCH', id, 'Les Tilleuls', '1 rue des Tilleuls', '26000', 'Valence', '26362' from agency where code = 'BENCH'
                """);
        jdbc.update(
                "insert into dwelling (code, building_id, typology) select concat('BENCH', seq), b.id, 'T3' from seq_1_to_"
                        + size + " join building b on b.code = 'BENCH'");
        jdbc.update("""
                insert into household (code, name, agency_id, dwelling_id)
                select d.code, concat('Foyer ', d.code), a.id, d.id from dwelling d join agency a on a.code = 'BENCH' where d.code like 'BENCH%'
                """);
        jdbc.update("""
                insert into occupant (code, household_id, last_name, first_name, birth_date, lease_holder)
                select h.code, h.id, h.code, 'Prénom', '1945-03-01', true from household h where h.code like 'BENCH%'
                """);
    }

    private long campaign(int size, String state) {
        var name = "bench " + System.nanoTime();
        jdbc.update("""
                insert into campaign (name, purpose, guide, state, starts_on, ends_on, max_attempts, file_size, hold_hours, created_by, created_at)
                values (?, 'WELL_BEING', 'guide-well-being', ?, '2026-11-20', '2026-12-20', 4, 20, 48, 'bench', now(3))
                """, name, state);
        var id = jdbc.queryForObject("select id from campaign where name = ?", Long.class, name);
        jdbc.update(
                "insert into campaign_wave (campaign_id, number, name, criteria, deadline_on, opened_at) values (?, 1, '75', '{}', '2026-12-10', now(3))",
                id);
        jdbc.update("""
                insert into household_call (campaign_id, wave_id, household_id, agency_id, state, priority)
                select w.campaign_id, w.id, h.id, h.agency_id, 'LISTED', h.id % 100
                  from campaign_wave w join household h on h.code like 'BENCH%' where w.campaign_id = ? limit ?
                """, id, size);
        jdbc.update(
                "insert into household_call_occupant select c.id, o.id from household_call c join occupant o on o.household_id = c.household_id where c.campaign_id = ?",
                id);
        return id;
    }
}
