package fr.allervers.crash;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.allocation.ballot.Canonical;
import fr.allervers.allocation.ballot.VoteChain;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A written session whose votes are open, written without the application: every voter is an elector of every item. */
final class OpenVotes {

    private final Ground ground;
    private final int items;
    private final List<String> voters;

    /** Needs the application's schema and nothing in it. */
    OpenVotes(Ground ground, int items, int voters) {
        this.ground = ground;
        this.items = items;
        this.voters = IntStream.rangeClosed(1, voters)
                .mapToObj(number -> "voter" + number)
                .toList();
    }

    List<String> voters() {
        return voters;
    }

    List<Long> items() {
        return ground.jdbc
                .sql("select id from session_item order by id")
                .query(Long.class)
                .list();
    }

    void open() {
        for (var statement : new String[] {
            "insert into agency (id, code, name) values (100, 'VOTE', 'Siège')",
            "insert into building (id, code, agency_id, name, address, postcode, commune, insee) values (100, 'VOTE', 100, 'Les Ormes', '1 place des Ormes', '26000', 'Valence', '26362')",
            "insert into dwelling (id, code, building_id, typology) values (100, 'VOTE', 100, 'T3')",
            "insert into committee (id, name) values (1, 'Commission')",
        }) {
            ground.jdbc.sql(statement).update();
        }
        voters.forEach(voter -> {
            ground.person(voter, "COMMITTEE_MEMBER");
            ground.jdbc.sql("""
                    insert into committee_member (committee_id, staff_id, capacity, from_day)
                    select 1, id, 'BOARD', '2020-01-01' from staff_member where username = ?
                    """).param(voter).update();
        });
        for (var statement : new String[] {"""
            insert into allocation_session (id, committee_id, name, mode, state, rules_id, president_id, starts_at, made_by, made_at)
            select 1, 1, 'Séance', 'WRITTEN', 'OPEN', min(r.id), (select min(id) from committee_member), now(3), 'test', now(3) from committee_rules r
            """, """
            insert into session_member (session_id, member_id, staff_id, name, capacity)
            select 1, m.id, m.staff_id, s.display_name, m.capacity from committee_member m join staff_member s on s.id = m.staff_id
            """, """
            insert into offered_dwelling (dwelling_id, agency_id, state, available_on, financing, zone, rent_cents, charges_cents, reservation, offered_by, offered_at)
            select 100, 100, 'ENDED', current_date, 'PLUS', '3', 50000, 5000, 'LANDLORD', 'test', now(3) from seq_1_to_%d
            """.formatted(items), """
            insert into session_item (session_id, offered_dwelling_id, agency_id, position, state, title, vote_from, vote_until, dossier)
            select 1, id, 100, row_number() over (order by id), 'VOTING', 'T3, place des Ormes', now(3), now(3) + interval 1 day, '{"candidates":[]}' from offered_dwelling
            """, """
            insert into item_elector (item_id, voter_id, staff_id, name, capacity, deliberative)
            select i.id, m.member_id, m.staff_id, m.name, m.capacity, true from session_item i join session_member m
            """}) {
            ground.jdbc.sql(statement).update();
        }
        items().forEach(this::begin);
    }

    private void begin(long item) {
        var content = Canonical.write(
                Map.of("item", item, "seq", 1, "kind", VoteChain.Kind.OPENED, "previous", VoteChain.START));
        ground.jdbc
                .sql("insert into ballot_entry (item_id, seq, content, hash) values (?, 1, ?, ?)")
                .params(item, content, Canonical.sha256(content))
                .update();
    }

    /** Every voter's ballot stands once on every item, and the chains hold. */
    void assertWhole() {
        assertThat(ground.count("select count(*) from ballot")).isEqualTo((long) items * voters.size());
        assertThat(ground.count("select max(revision) from ballot"))
                .as("cast once")
                .isOne();
        for (var item : items()) {
            var chain = ground.jdbc
                    .sql("select seq, content, hash from ballot_entry where item_id = ? order by seq")
                    .param(item)
                    .query(VoteChain.Entry.class)
                    .list();
            assertThat(chain).hasSize(1 + voters.size());
            assertThat(VoteChain.read(item, chain).faults()).isEmpty();
        }
    }
}
