package fr.allervers.bench;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.arrears.prevention.ArrearsNight;
import fr.allervers.testing.ApplicationTest;
import java.util.Arrays;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A whole night over accounts of two years: those in debt are read in one set-based pass, the opening rule is asked, open cases are brought
 * up to date. One account in ten is in debt, one in fifty has a case. Peer: the same night over a tenth of the accounts, measured before the
 * rest is added, so that a ratio of 1 is linear growth. Limit: the bare sum of every account's entries.
 */
@ApplicationTest
class ArrearsDetectionBenchmark {

    private static final int MONTHS = 24;

    @Autowired
    ArrearsNight night;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    DataSource database;

    @Test
    void aNightOverManyAccounts() throws Exception {
        var bench = Bench.time("arrears-detection", "a night of detection, per 1,000 accounts", "ms", 50_000);
        var size = bench.size();
        register();
        accounts(1, size / 10);
        night.run();
        assertThat(open()).isEqualTo(size / 10 / 50);
        var small = few(size / 10);
        accounts(size / 10 + 1, size);
        night.runAgain();
        assertThat(open()).as("one case for each account that the rule wants").isEqualTo(size / 50);
        bench.side("ours", () -> night(size))
                .side("peer", () -> small)
                .side("limit", () -> bare(size))
                .target("peer", 0.9)
                .note("Peer: %d accounts; a ratio of 1 to it is linear growth.".formatted(size / 10))
                .note("Cases are opened before the rounds: they measure a usual night.")
                .run(database);
        assertThat(open()).isEqualTo(size / 50);
    }

    private double few(int accounts) {
        night(accounts);
        var figures = new double[5];
        Arrays.setAll(figures, turn -> night(accounts));
        Arrays.sort(figures);
        return figures[figures.length / 2];
    }

    private double night(int accounts) {
        var start = System.nanoTime();
        assertThat(night.runAgain()).as("cases started twice").isZero();
        return (System.nanoTime() - start) / 1e6 / accounts * 1000;
    }

    private double bare(int accounts) {
        var start = System.nanoTime();
        assertThat(jdbc.queryForObject(
                        "select count(*) from (select e.lease_id, sum(e.amount_cents) as owed from rent_entry e group by e.lease_id) s",
                        Long.class))
                .isGreaterThanOrEqualTo(accounts);
        return (System.nanoTime() - start) / 1e6 / accounts * 1000;
    }

    private long open() {
        return jdbc.queryForObject(
                "select count(*) from arrears_case c join lease l on l.id = c.lease_id where l.code like 'NB%'",
                Long.class);
    }

    private void register() {
        jdbc.update("insert into agency (code, name) values ('NIGHT', 'Agence')");
        jdbc.update("""
                insert into building (code, agency_id, name, address, postcode, commune, insee)
                select 'NIGHT', id, 'Les Tilleuls', '1 rue des Tilleuls', '26000', 'Valence', '26362' from agency where code = 'NIGHT'
                """);
    }

    /** Rents of 500 euros: all paid, but for one account in ten the last one in part, and for one in fifty the last two whole. */
    private void accounts(int from, int to) {
        var numbers = "seq_" + from + "_to_" + to;
        jdbc.update("insert into dwelling (code, building_id, typology) select concat('NB', seq), b.id, 'T3' from "
                + numbers + " join building b on b.code = 'NIGHT'");
        jdbc.update(
                "insert into household (code, name, agency_id, dwelling_id) select concat('NB', seq), concat('Foyer ', seq), b.agency_id, d.id from "
                        + numbers
                        + " join dwelling d on d.code = concat('NB', seq) join building b on b.id = d.building_id");
        jdbc.update(
                "insert into lease (code, dwelling_id, household_id, starts_on) select h.code, h.dwelling_id, h.id, '2020-01-01' from "
                        + numbers + " join household h on h.code = concat('NB', seq)");
        jdbc.update(
                "insert into rent_account (lease_id, balance_cents, entries) select l.id, case when seq % 50 = 0 then 100000 when seq % 10 = 0 then 2000 else 0 end, "
                        + 2 * MONTHS + " from " + numbers + " join lease l on l.code = concat('NB', seq)");
        for (var month = 1; month <= MONTHS; month++) {
            var due = "date_sub('2026-11-05', interval " + (MONTHS - month) + " month)";
            entries(numbers, due, "RENT", "D", "50000", month);
            var paid = month > MONTHS - 2
                    ? "case when seq % 50 = 0 then 0 when seq % 10 = 0 and " + month + " = " + MONTHS
                            + " then -48000 else -50000 end"
                    : "-50000";
            entries(numbers, due, "PAYMENT", "C", paid, month);
        }
    }

    private void entries(String numbers, String due, String kind, String side, String cents, int month) {
        jdbc.update("""
                insert into rent_entry (lease_id, kind, side, amount_cents, value_on, due_on, period, label, booked_at, booked_by, entry_key)
                select l.id, '%s', '%s', %s, %s, %s, date_format(%s, '%%Y-%%m-01'), 'x', now(3), 'bench', unhex(md5(concat(l.id, '%s', %d)))
                  from %s join lease l on l.code = concat('NB', seq)
                """.formatted(kind, side, cents, due, due, due, kind, month, numbers));
    }
}
