package fr.allervers.crash;

import fr.allervers.dev.LocalMariaDb;
import fr.allervers.testing.SmppCentre;
import fr.allervers.testing.TestDatabase;
import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A schema of its own, and the rows that a crash test starts from, written without the application. */
final class Ground {

    static final int HOUSEHOLDS = 3000;

    final String url;
    final Path documents;
    final JdbcClient jdbc;

    Ground(String name) {
        this(TestDatabase.server(), name);
    }

    Ground(LocalMariaDb server, String name) {
        url = server.schema(name);
        documents = Path.of("target", name + "-documents").toAbsolutePath();
        jdbc = JdbcClient.create(new DriverManagerDataSource(url, "root", ""));
    }

    /** @param settings more arguments of the application */
    Node start(String... settings) throws Exception {
        return Node.start(url, documents, settings);
    }

    void person(String username, String role) {
        jdbc.sql("insert into staff_member (username, display_name, all_agencies) values (?, ?, true)")
                .params(username, username)
                .update();
        jdbc.sql("insert into staff_role select id, ? from staff_member where username = ?")
                .params(role, username)
                .update();
    }

    /** One agency, one building, {@link #HOUSEHOLDS} households of one occupant with a phone. */
    void register() {
        jdbc.sql("insert into agency (id, code, name) values (1, 'A1', 'Valence Centre')")
                .update();
        jdbc.sql("""
                insert into building (id, code, agency_id, name, address, postcode, commune, insee)
                values (1, 'B1', 1, 'Les Tilleuls', '1 rue des Tilleuls', '26000', 'Valence', '26362')
                """).update();
        for (var insert : new String[] {
            "insert into dwelling (id, code, building_id, typology) select seq, concat('D', seq), 1, 'T3' from seq_1_to_%d",
            "insert into household (id, code, name, agency_id, dwelling_id) select seq, concat('H', seq), concat('Foyer ', seq), 1, seq from seq_1_to_%d",
            "insert into occupant (id, code, household_id, last_name, first_name, birth_date, lease_holder) select seq, concat('O', seq), seq, concat('Nom', seq), 'Prénom', '1945-03-01', true from seq_1_to_%d",
            "insert into phone (occupant_id, e164, mobile) select seq, concat('+3363998', lpad(seq, 4, '0')), true from seq_1_to_%d"
        }) {
            jdbc.sql(insert.formatted(HOUSEHOLDS)).update();
        }
    }

    /** A lease for each household, « BAIL000001 » and so on, without an account. */
    void leases() {
        jdbc.sql(
                        "insert into lease (code, dwelling_id, household_id, starts_on) select concat('BAIL', lpad(seq, 6, '0')), seq, seq, '2020-01-01' from seq_1_to_%d"
                                .formatted(HOUSEHOLDS))
                .update();
    }

    /** On each lease a rent of 500 euros that was due forty days ago. */
    void owing() {
        jdbc.sql("insert into rent_account (lease_id, balance_cents, entries) select id, 50000, 1 from lease")
                .update();
        jdbc.sql("""
                insert into rent_entry (lease_id, kind, side, amount_cents, value_on, due_on, period, label, booked_at, booked_by, entry_key)
                select l.id, 'RENT', 'D', 50000, d.due, d.due, d.due - interval day(d.due) - 1 day, 'Loyer', now(3), 'test', unhex(md5(l.id))
                  from lease l join (select current_date - interval 40 day as due) d
                """).update();
    }

    /** To each household a call with a note, so long ago that a night forgets whose it was. */
    void oldCalls() {
        jdbc.sql("""
                insert into household_call (household_id, agency_id, state, attempts, disposition, grade, closed_at)
                select id, 1, 'CLOSED', 1, 'REACHED', 'GREEN', now(3) - interval 3 year from household
                """).update();
        jdbc.sql("""
                insert into call_attempt (call_id, caller_id, submission, at, disposition, note)
                select c.id, 1, uuid(), c.closed_at, 'REACHED', 'Va bien' from household_call c
                """).update();
    }

    /** So many more calls to one household, each with a note. */
    void manyCalls(long householdId, int calls) {
        jdbc.sql("""
                insert into household_call (household_id, agency_id, state, attempts, disposition, grade, closed_at)
                select ?, 1, 'CLOSED', 1, 'REACHED', 'GREEN', now(3) - interval seq day from seq_1_to_%d
                """.formatted(calls)).param(householdId).update();
        jdbc.sql("""
                insert into call_attempt (call_id, caller_id, submission, at, disposition, note)
                select c.id, 1, uuid(), c.closed_at, 'REACHED', 'Va bien' from household_call c
                 where c.household_id = ? and not exists (select 1 from call_attempt a where a.call_id = c.id)
                """).param(householdId).update();
    }

    /** A running campaign with every household listed and none launched. */
    void listedCampaign() {
        listedCampaign(1, HOUSEHOLDS);
    }

    /** The running campaign of this number, with so many of the households, by chance, listed and none launched. */
    void listedCampaign(int campaign, int households) {
        jdbc.sql("""
                insert into campaign (id, name, purpose, guide, state, starts_on, ends_on, max_attempts, file_size, hold_hours, created_by, created_at)
                values (?, concat('Comment allez-vous ? ', ?), 'WELL_BEING', 'guide-well-being', 'RUNNING', current_date, current_date + interval 30 day, 4, 20, 48, 'test', now(3))
                """).params(campaign, campaign).update();
        jdbc.sql("insert into campaign_agency (campaign_id, agency_id) select ?, id from agency")
                .param(campaign)
                .update();
        jdbc.sql("""
                insert into campaign_wave (id, campaign_id, number, name, criteria, deadline_on, opened_at)
                values (?, ?, 1, '75 ans et plus', '{}', current_date + interval 14 day, now(3))
                """).params(campaign, campaign).update();
        jdbc.sql("""
                insert into household_call (campaign_id, wave_id, household_id, agency_id, state, priority)
                select ?, ?, id, agency_id, 'LISTED', id % 100 from household order by rand() limit ?
                """).params(campaign, campaign, households).update();
        jdbc.sql("""
                insert into household_call_occupant
                select c.id, o.id from household_call c join occupant o on o.household_id = c.household_id where c.campaign_id = ?
                """).param(campaign).update();
    }

    /** So many SMS, due now. */
    void messages(String name, int messages) {
        messages(name, 1, messages);
    }

    /** The SMS to these numbers, due now. */
    void messages(String name, int first, int last) {
        jdbc.sql("""
                insert into outbox_message (dedupe_key, case_kind, case_id, channel, recipient, body, encoding, state, next_attempt_at, created_at)
                select concat(?, ' ', seq), 'mass-message', 1, 'SMS', concat('+3363998', lpad(seq, 5, '0')), 'Coupure d''eau demain', 'GSM7', 'QUEUED', now(3), now(3)
                  from seq_%d_to_%d
                """.formatted(first, last)).param(name).update();
    }

    long messagesIn(String state) {
        return count("select count(*) from outbox_message where state = '" + state + "'");
    }

    /** What was being sent when its node was lost is given up five minutes later, without waiting for them. */
    void sentLongAgo() {
        jdbc.sql("update outbox_message set sending_since = sending_since - interval 10 minute where state = 'SENDING'")
                .update();
    }

    /** Arguments of a node that sends through this centre. */
    static String[] smpp(SmppCentre centre, int perSecond) {
        return new String[] {
            "--allervers.sms.gateway=smpp",
            "--allervers.sms.per-second=" + perSecond,
            "--allervers.sms.smpp.host=127.0.0.1",
            "--allervers.sms.smpp.port=" + centre.port(),
            "--allervers.sms.smpp.system-id=allervers",
            "--allervers.sms.smpp.password=secret",
            "--allervers.sms.smpp.window=20"
        };
    }

    long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    /** The token of the link that the household of this inventory was written. */
    String inventoryLink(long inventoryId) {
        return jdbc.sql("select body from outbox_message where dedupe_key = ?")
                .param("declarative-inventory/" + inventoryId + "/link")
                .query(String.class)
                .single()
                .replaceAll("(?s).*?/l/([A-Za-z0-9_-]{43}).*", "$1");
    }
}
