package fr.allervers.messaging.mailing;

import static fr.allervers.messaging.mailing.Orders.forBuilding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.allervers.messaging.Channel;
import fr.allervers.staff.Role;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.HeldMemory;
import fr.allervers.testing.Jobs;
import fr.allervers.testing.People;
import fr.allervers.testing.Statements;
import fr.allervers.testing.Tenants;
import fr.allervers.workflow.Tasks;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** 20,000 households: half by SMS on numbers that two of them share, a quarter by e-mail, a quarter by letter. */
@ApplicationTest
class MailingScaleTest {

    private static final int HOUSEHOLDS = 20_000;
    private static final long MOST_BYTES = 30L * 1024 * 1024;

    @Autowired
    Mailings mailings;

    @Autowired
    MassMessageCases approvals;

    @Autowired
    Previews previews;

    @Autowired
    Tasks tasks;

    @Autowired
    Tenants tenants;

    @Autowired
    People people;

    @Autowired
    Jobs jobs;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    /** The numbers are those of other tests' tenants too, who must not find themselves sharing them. */
    @AfterEach
    void moveOut() {
        people.signOut();
        jdbc.sql("delete r from mailing_recipient r join household h on h.id = r.household_id where h.code like 'MS%'")
                .update();
        jdbc.sql("delete p from phone p join occupant o on o.id = p.occupant_id where o.code like 'MS%'")
                .update();
    }

    @Test
    void aWholeTownIsPreviewedAndListedByTheStatementsOfOneBuildingAndInTheMemoryOfOne() throws Exception {
        var small = new Residence(jdbc, tenants);
        people.signIn(people.somebodyOf(small.agencyId(), Role.SUPERVISOR));
        var forFew = Statements.during(
                () -> previews.of(forBuilding(small.buildingId).order()));

        var town = new Residence(jdbc, tenants);
        // Its number may be one of those below: its household gets a letter.
        jdbc.sql("delete p from phone p join occupant o on o.id = p.occupant_id where o.household_id = ?")
                .param(town.first().householdId())
                .update();
        moveIn(town);
        people.signIn(people.somebodyOf(town.agencyId(), Role.SUPERVISOR));
        var order = forBuilding(town.buildingId).order();
        var preview = new AtomicReference<MailingPreview>();
        assertThat(Statements.during(() -> preview.set(previews.of(order)))).isLessThanOrEqualTo(forFew + 2);
        assertThat(HeldMemory.during(() -> previews.of(order))).isLessThan(MOST_BYTES);
        var opposed = opposed();
        // one household more: that which the building began with
        assertThat(preview.get().households()).isEqualTo(HOUSEHOLDS + 1);
        assertThat(preview.get().channels())
                .extracting(MailingPreview.ByChannel::channel, MailingPreview.ByChannel::messages)
                .containsExactly(
                        tuple(Channel.SMS, HOUSEHOLDS / 4 - opposed),
                        tuple(Channel.EMAIL, HOUSEHOLDS / 4),
                        tuple(Channel.LETTER, HOUSEHOLDS / 4 + 1 + 2 * opposed));
        assertThat(preview.get().needsApproval()).isTrue();

        var id = mailings.draft(order);
        mailings.send(id, order);
        approve(id, town.agencyId());
        jobs.runDue();
        assertThat(listed(id)).isEqualTo(3 * HOUSEHOLDS / 4 + 1 + opposed);
        mailings.cancel(id);
        assertThat(jdbc.sql("select count(*) from mailing_recipient where mailing_id = ? and state = 'LISTED'")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void approve(long id, long agencyId) {
        var second = people.somebodyOf(agencyId, Role.SUPERVISOR);
        people.signIn(second);
        transaction.executeWithoutResult(status -> {
            var task = tasks.open(MailingDiary.caseOf(id), "approve-mailing").orElseThrow();
            tasks.complete(task, approvals.complete(id, "approve-mailing", Map.of("approval", "APPROVE"), second));
        });
    }

    /** Numbers of ours of which another test said STOP: their two households get letters. */
    private int opposed() {
        return jdbc.sql(
                        "select count(distinct x.recipient) from message_opposition x join phone p on p.e164 = x.recipient"
                                + " join occupant o on o.id = p.occupant_id and o.code like 'MS%'"
                                + " where x.channel = 'SMS' and x.scope = 'ALL'")
                .query(Integer.class)
                .single();
    }

    private int listed(long id) {
        return jdbc.sql("select count(*) from mailing_recipient where mailing_id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    /** By statements over sequences: a loop would take the test's whole time. */
    private void moveIn(Residence town) {
        var sequence = "seq_1_to_" + HOUSEHOLDS + " s";
        jdbc.sql("insert into dwelling (code, building_id, typology) select concat('MS', seq), ?, 'T3' from "
                        + sequence)
                .param(town.buildingId)
                .update();
        jdbc.sql("insert into household (code, name, agency_id, dwelling_id, language)"
                        + " select concat('MS', seq), concat('Morand ', seq), ?, d.id, 'fr' from " + sequence
                        + " join dwelling d on d.code = concat('MS', seq)")
                .param(town.agencyId())
                .update();
        jdbc.sql("insert into occupant (code, household_id, last_name, first_name, birth_date, lease_holder, email)"
                        + " select h.code, h.id, h.name, 'Ali', '1970-01-01', true,"
                        + " if(seq mod 4 = 3, concat('ms', seq, '@example.org'), null) from " + sequence
                        + " join household h on h.code = concat('MS', seq)")
                .update();
        jdbc.sql("insert into phone (occupant_id, e164, mobile)"
                        + " select o.id, concat('+3363998', lpad(floor(seq / 4), 4, '0')), true from " + sequence
                        + " join occupant o on o.code = concat('MS', seq) where seq mod 4 in (1, 2)")
                .update();
    }
}
