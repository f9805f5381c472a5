package fr.allervers.outreach.calling;

import static fr.allervers.outreach.calling.CallingFixture.reached;
import static fr.allervers.outreach.calling.CallingFixture.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.outreach.calling.CallingFixture.Running;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.Jobs;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.testing.Tenants;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A number that is not theirs, a death or a move that is none: the household is called all the same. */
@ApplicationTest
class WrongNewsTest {

    @Autowired
    CallingFixture fixture;

    @Autowired
    HandOut handOut;

    @Autowired
    HouseholdCalls calls;

    @Autowired
    Tenants tenants;

    @Autowired
    People people;

    @Autowired
    Jobs jobs;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    Running campaign;
    Tenants.Tenant tenant;
    StaffMember caller;
    long call;

    @BeforeEach
    void householdInHand() {
        clock.reset();
        campaign = fixture.campaign();
        tenant = tenants.tenant(campaign.agencyId());
        caller = people.somebodyOf(campaign.agencyId(), Role.CALLER, Role.SUPERVISOR, Role.FIELD_MANAGER);
        people.signIn(caller);
        call = fixture.call(campaign, tenant, 50);
        assertThat(handOut.next()).contains(call);
    }

    @AfterEach
    void clean() {
        people.signOut();
        clock.reset();
    }

    @Test
    void whoIsNotDeadIsCalledAgain() {
        calls.complete(call, sent(Disposition.DECEASED));
        fixture.act(call, "check-register", Map.of("checked", "WRONG"), caller);

        assertThat(fixture.waitsAt(call, "call-household")).isTrue();
        assertThat(fixture.row(call)).containsEntry("state", "TO_CALL").containsEntry("disposition", null);
        assertThat(handOut.next()).contains(call);
        calls.complete(call, reached());
        assertThat(fixture.runs(call)).isFalse();
        assertThat(fixture.row(call)).containsEntry("outcome", "REACHED").containsEntry("attempts", 2);
    }

    @Test
    void whoHasNotMovedIsCalledAgainAlsoWhenTheSupervisorFindsItOut() {
        calls.complete(call, sent(Disposition.MOVED));
        clock.set(Instant.parse("2026-12-01T09:00:00Z"));
        jobs.runDue();
        fixture.act(call, "check-register-late", Map.of("checked", "WRONG"), caller);

        assertThat(fixture.waitsAt(call, "check-register")).isFalse();
        assertThat(handOut.next()).contains(call);
    }

    @Test
    void theOtherNumberIsTriedSoonByTheSameCaller() {
        phone("+33199007001");
        calls.complete(call, wrong(tenant.mobile()));

        assertThat(isDead(tenant.mobile())).isTrue();
        assertThat(isDead("+33199007001")).isFalse();
        assertThat(fixture.waitsAt(call, "find-number")).isFalse();
        jobs.runDue();
        assertThat(fixture.waitsAt(call, "call-household")).isTrue();
        assertThat(fixture.timeline(call)).anyMatch(entry -> entry.startsWith("NOTE Un autre numéro du foyer"));
        people.signIn(people.somebodyOf(campaign.agencyId(), Role.CALLER));
        assertThat(handOut.next()).isEmpty();
        people.signIn(caller);
        assertThat(handOut.next()).contains(call);
    }

    @Test
    void theOtherNumberWaitsForTheMorningWhenItIsTooLateToCall() {
        phone("+33199007002");
        clock.set(Instant.parse("2026-11-24T18:00:00Z"));
        handOut.next();
        calls.complete(call, wrong(tenant.mobile()));

        clock.set(Instant.parse("2026-11-25T07:59:59Z"));
        jobs.runDue();
        assertThat(fixture.waitsAt(call, "call-household")).isFalse();
        clock.set(Instant.parse("2026-11-25T08:00:00Z"));
        jobs.runDue();
        assertThat(fixture.waitsAt(call, "call-household")).isTrue();
    }

    @Test
    void theAgencyLooksForANumberOnlyWhenTheLastOneIsWrong() {
        phone("+33199007003");
        calls.complete(call, wrong(tenant.mobile()));
        jobs.runDue();
        assertThat(handOut.next()).contains(call);
        calls.complete(call, sent(Disposition.WRONG_NUMBER));

        assertThat(isDead("+33199007003")).isTrue();
        assertThat(fixture.waitsAt(call, "find-number")).isTrue();
    }

    @Test
    void aNumberOfSomebodyWhoMustNotBeCalledIsNoOtherNumber() {
        phone("+33199007004");
        jdbc.sql("""
                        insert into occupant (code, household_id, last_name, first_name, do_not_call) values (?, ?, 'Garnier', 'Paul', true)
                        """).params("TN" + tenant.occupantId(), tenant.householdId()).update();
        jdbc.sql(
                        "update phone set occupant_id = (select max(id) from occupant where household_id = ?) where e164 = ? and occupant_id = ?")
                .params(tenant.householdId(), "+33199007004", tenant.occupantId())
                .update();
        calls.complete(call, sent(Disposition.WRONG_NUMBER));

        assertThat(fixture.waitsAt(call, "find-number")).isTrue();
    }

    @Test
    void withTwoNumbersTheWrongOneMustBeNamed() {
        phone("+33199007005");
        assertThatThrownBy(() -> calls.complete(call, sent(Disposition.WRONG_NUMBER)))
                .isInstanceOf(InvalidCall.class);
        assertThat(isDead(tenant.mobile())).isFalse();
    }

    private CallSubmission wrong(String phone) {
        return new CallSubmission(
                CallingFixture.key(), phone, Disposition.WRONG_NUMBER, Map.of(), null, null, null, null, null);
    }

    private void phone(String e164) {
        jdbc.sql("insert into phone (occupant_id, e164, mobile) values (?, ?, false)")
                .params(tenant.occupantId(), e164)
                .update();
    }

    private boolean isDead(String e164) {
        return jdbc.sql(
                        "select p.dead from phone p join occupant o on o.id = p.occupant_id where e164 = ? and o.household_id = ?")
                .params(e164, tenant.householdId())
                .query(Boolean.class)
                .single();
    }
}
