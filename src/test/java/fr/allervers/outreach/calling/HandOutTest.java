package fr.allervers.outreach.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.shared.Retry;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffDirectory;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.AtOnce;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A household has one holder, whoever asks at the same moment. */
@ApplicationTest
class HandOutTest {

    @Autowired
    CallingFixture fixture;

    @Autowired
    HandOut handOut;

    @Autowired
    HouseholdCalls calls;

    @Autowired
    CallLeases leases;

    @Autowired
    CallerProfiles profiles;

    @Autowired
    StaffDirectory staff;

    @Autowired
    People people;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void clean() {
        people.signOut();
        clock.reset();
    }

    @Test
    void eightCallersPullingAtOnceGetEveryHouseholdOnce() throws Exception {
        var campaign = fixture.campaign();
        var waiting = fixture.calls(campaign, 200);
        var holders = new ConcurrentHashMap<Long, List<Long>>();
        var work = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 8; i++) {
            var me = people.somebodyOf(campaign.agencyId(), Role.CALLER);
            work.add(() -> pullAll(me, holders));
        }
        assertThat(AtOnce.all(work)).allSatisfy(pulled -> assertThat(pulled).isPositive());

        assertThat(holders.keySet()).containsExactlyInAnyOrderElementsOf(waiting);
        assertThat(holders.values()).allMatch(one -> one.size() == 1);
    }

    /** Pulls and calls, without an answer, until nothing is left. */
    private int pullAll(StaffMember me, Map<Long, List<Long>> holders) {
        people.signIn(me);
        try {
            var pulled = 0;
            for (var next = handOut.next(); next.isPresent(); next = handOut.next()) {
                var id = next.get();
                holders.computeIfAbsent(id, key -> java.util.Collections.synchronizedList(new ArrayList<>()))
                        .add(me.id());
                Retry.onConflict(() -> calls.complete(id, CallingFixture.sent(Disposition.REFUSED)));
                pulled++;
            }
            return pulled;
        } finally {
            people.signOut();
        }
    }

    @Test
    void theOldestComeFirstAndRetriesLast() {
        var campaign = fixture.campaign();
        var low = fixture.call(campaign);
        var tried = fixture.call(campaign);
        var high = fixture.call(campaign);
        jdbc.sql("update household_call set priority = 100 where id in (?, ?)")
                .params(tried, high)
                .update();
        jdbc.sql("update household_call set attempts = 1 where id = ?")
                .param(tried)
                .update();
        signInCaller(campaign.agencyId());
        for (var expected : List.of(high, low, tried)) {
            assertThat(handOut.next()).contains(expected);
            calls.complete(expected, CallingFixture.sent(Disposition.REFUSED));
        }
        assertThat(handOut.next()).isEmpty();
    }

    @Test
    void anotherAgencysHouseholdIsNeverGiven() {
        fixture.call(fixture.campaign());
        signInCaller(fixture.campaign().agencyId());
        assertThat(handOut.next()).isEmpty();
    }

    @Test
    void aHoldThatIsOverReturnsTheHousehold() {
        var campaign = fixture.campaign();
        var call = fixture.call(campaign);
        signInCaller(campaign.agencyId());
        assertThat(handOut.next()).contains(call);

        clock.advance(Duration.ofMinutes(30).minusMillis(1000));
        sweep();
        assertThat(fixture.row(call).get("holder_id")).isNotNull();
        clock.advance(Duration.ofMillis(1000));
        sweep();
        assertThat(fixture.row(call)).containsEntry("holder_id", null);
        assertThat(fixture.timeline(call)).anyMatch(entry -> entry.contains("le foyer revient dans la file"));
        assertThatThrownBy(() -> calls.complete(call, CallingFixture.sent(Disposition.BUSY)))
                .isInstanceOf(CallNoLongerYours.class);

        signInCaller(campaign.agencyId());
        assertThat(handOut.next()).contains(call);
    }

    @Test
    void aHoldThatIsOverGoesToWhoAsksBeforeTheSweep() {
        var campaign = fixture.campaign();
        var call = fixture.call(campaign);
        var late = signInCaller(campaign.agencyId());
        assertThat(handOut.next()).contains(call);
        clock.advance(Duration.ofMinutes(31));
        signInCaller(campaign.agencyId());
        assertThat(handOut.next()).contains(call);
        people.signIn(late);
        assertThatThrownBy(() -> calls.complete(call, CallingFixture.sent(Disposition.BUSY)))
                .isInstanceOf(CallNoLongerYours.class);
        assertThat(fixture.count("call_attempt", call)).isZero();
    }

    @Test
    void filesAreSharedFairlyAndAbsentCallersGetNone() {
        var campaign = fixture.campaign();
        fixture.calls(campaign, 9);
        var one = caller(campaign.agencyId(), 1, 20);
        var other = caller(campaign.agencyId(), 1, 2);
        var absent = caller(campaign.agencyId(), 1, 20);
        staff.noteAbsence(absent.id(), LocalDate.of(2026, 11, 24), LocalDate.of(2026, 11, 24), null);
        people.signIn(people.somebodyOf(campaign.agencyId(), Role.SUPERVISOR));

        assertThat(handOut.plan(campaign.campaignId()))
                .extracting(HandOut.PlanLine::staffId, HandOut.PlanLine::households)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(one.id(), 7),
                        org.assertj.core.groups.Tuple.tuple(other.id(), 2));
        assertThat(handOut.handOut(campaign.campaignId())).isEqualTo(9);
        assertThat(held(one)).isEqualTo(7);
        assertThat(held(other)).isEqualTo(2);
        assertThat(held(absent)).isZero();

        handOut.takeBack(campaign.campaignId(), one.id());
        assertThat(held(one)).isZero();
    }

    @Test
    void theWeeksCapacityBeginsAgainOnMondayAtMidnight() {
        var campaign = fixture.campaign();
        fixture.calls(campaign, 6);
        var me = caller(campaign.agencyId(), 1, 2);
        people.signIn(me);
        // Sunday 23:59:59 in Paris
        clock.set(Instant.parse("2026-11-22T22:59:59Z"));
        assertThat(handOut.takeFile(campaign.campaignId())).isEqualTo(2);
        assertThatThrownBy(() -> handOut.takeFile(campaign.campaignId())).isInstanceOf(UserError.class);
        clock.set(Instant.parse("2026-11-22T23:00:00Z"));
        assertThat(handOut.takeFile(campaign.campaignId())).isEqualTo(2);
        assertThatThrownBy(() -> handOut.takeFile(campaign.campaignId())).isInstanceOf(UserError.class);
        assertThat(held(me)).isEqualTo(4);
    }

    private void sweep() {
        while (leases.sweep() > 0) {
            // chunk after chunk
        }
    }

    private StaffMember signInCaller(long agencyId) {
        var person = people.somebodyOf(agencyId, Role.CALLER);
        people.signIn(person);
        return person;
    }

    private StaffMember caller(long agencyId, int files, int size) {
        var person = people.somebodyOf(agencyId, Role.CALLER);
        jdbc.sql("insert into caller_profile values (?, ?, ?, 'fr')")
                .params(person.id(), files, size)
                .update();
        return person;
    }

    private long held(StaffMember caller) {
        return jdbc.sql("select count(*) from household_call where holder_id = ?")
                .param(caller.id())
                .query(Long.class)
                .single();
    }
}
