package fr.allervers.bench;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.arrears.lookup.FieldSheets;
import fr.allervers.audit.AuditTrailForBench;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.People;
import java.sql.Connection;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A field manager types the beginning of a name. Peer: the bare select on the same index, and its row of the audit log, committed. Limit:
 * the bare select alone, which writes nothing down.
 */
@ApplicationTest
class FieldLookupBenchmark {

    private static final int TURNS = 300;
    private static final String BARE = """
            select h.id, h.code, h.name, b.address, b.commune, a.name,
                   (select group_concat(concat(o.first_name, ' ', o.last_name) separator ', ') from occupant o where o.household_id = h.id),
                   (select p.e164 from phone p join occupant o on o.id = p.occupant_id where o.household_id = h.id limit 1)
              from household_word w join household h on h.id = w.household_id join agency a on a.id = h.agency_id
              left join dwelling d on d.id = h.dwelling_id left join building b on b.id = d.building_id
             where w.word like ? and h.agency_id = ? order by h.name, h.id limit 21
            """;

    @Autowired
    FieldSheets sheets;

    @Autowired
    People people;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    DataSource database;

    private long agency;
    private StaffMember manager;

    @Test
    void aNameIsLookedUp() throws Exception {
        var bench = Bench.time("field-lookup", "field look-up by a name's beginning, p95", "ms", 50_000);
        fill(bench.size());
        manager = people.somebodyOf(agency, Role.FIELD_MANAGER);
        people.signIn(manager);
        assertThat(ours(7))
                .as("the same households on all sides")
                .isEqualTo(bare(7))
                .isPositive();
        bench.side("ours", () -> p95(this::ours))
                .side("peer", () -> p95(turn -> written(turn, manager)))
                .side("limit", () -> p95(this::bare))
                .target("limit", 0.5)
                .target("peer", 0.5)
                .note(
                        "Ours writes every look-up into the audit log, as the page does before it answers; sealing is not measured.")
                .run(database);
        people.signOut();
    }

    /** Names of which a hundred begin alike: « nom042… ». */
    private void fill(int size) {
        jdbc.update("insert into agency (code, name) values ('LOOK', 'Agence')");
        agency = jdbc.queryForObject("select id from agency where code = 'LOOK'", Long.class);
        jdbc.update(
                "insert into building (code, agency_id, name, address, postcode, commune, insee) values ('LOOK', ?, 'Les Tilleuls', '1 rue des Tilleuls', '26000', 'Valence', '26362')",
                agency);
        var numbers = "seq_1_to_" + size;
        jdbc.update("insert into dwelling (code, building_id, typology) select concat('LK', seq), b.id, 'T3' from "
                + numbers + " join building b on b.code = 'LOOK'");
        jdbc.update(
                "insert into household (code, name, agency_id, dwelling_id) select concat('LK', seq), concat('Nom', lpad(seq, 6, '0')), ?, d.id from "
                        + numbers + " join dwelling d on d.code = concat('LK', seq)",
                agency);
        jdbc.update(
                "insert into occupant (code, household_id, last_name, first_name, birth_date, lease_holder) select h.code, h.id, h.name, 'Prénom', '1975-03-01', true from "
                        + numbers + " join household h on h.code = concat('LK', seq)");
        for (var word : new String[] {"lower(h.name)", "lower(h.code)", "'tilleuls'", "'valence'"}) {
            jdbc.update("insert into household_word (household_id, word) select h.id, " + word + " from " + numbers
                    + " join household h on h.code = concat('LK', seq)");
        }
        for (var table : new String[] {"household", "household_word", "occupant", "dwelling", "building"}) {
            jdbc.queryForList("analyze table " + table);
        }
    }

    private static String beginning(int turn) {
        return String.format(Locale.ROOT, "nom%04d", turn % 100);
    }

    private int ours(int turn) {
        var found = sheets.search(beginning(turn), null).items().size();
        AuditTrailForBench.lookedUp(JdbcClient.create(jdbc), manager);
        return found;
    }

    private int bare(int turn) throws Exception {
        try (var connection = database.getConnection()) {
            return select(connection, turn);
        }
    }

    private int written(int turn, StaffMember by) throws Exception {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into audit_entry (at, actor, actor_id, act, outcome, route) values (?, 'STAFF', ?, 'SEARCHED', 'DONE', 'GET /fiches')")) {
            var hits = select(connection, turn);
            insert.setTimestamp(1, Timestamp.from(Instant.now()));
            insert.setLong(2, by.id());
            insert.executeUpdate();
            return hits;
        }
    }

    private int select(Connection connection, int turn) throws Exception {
        try (var select = connection.prepareStatement(BARE)) {
            select.setString(1, beginning(turn) + "%");
            select.setLong(2, agency);
            var found = 0;
            try (var rows = select.executeQuery()) {
                while (rows.next() && found < 20) {
                    for (var column = 1; column <= 8; column++) {
                        rows.getObject(column);
                    }
                    found++;
                }
            }
            return found;
        }
    }

    private double p95(Look look) throws Exception {
        var figures = new double[TURNS];
        for (var turn = 0; turn < TURNS; turn++) {
            var start = System.nanoTime();
            look.at(turn);
            figures[turn] = (System.nanoTime() - start) / 1e6;
        }
        return Bench.p95(figures);
    }

    @FunctionalInterface
    private interface Look {
        int at(int turn) throws Exception;
    }
}
