package fr.allervers.outreach.calling;

import static fr.allervers.outreach.calling.CallingFixture.callBack;
import static fr.allervers.outreach.calling.CallingFixture.graded;
import static fr.allervers.outreach.calling.CallingFixture.reached;
import static fr.allervers.outreach.calling.CallingFixture.sent;
import static fr.allervers.outreach.calling.CallingFixture.speaks;
import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.outreach.calling.CallingFixture.Running;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.tenancy.HouseholdLeft;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.Jobs;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.testing.Tenants;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Every way through household-call, with the clock moved. */
@ApplicationTest
class HouseholdCallPathsTest {

    private static final Duration MOMENT = Duration.ofMillis(1000);

    @Autowired
    CallingFixture fixture;

    @Autowired
    HandOut handOut;

    @Autowired
    HouseholdCalls calls;

    @Autowired
    ThirdPartyAlerts alerts;

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

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    Running campaign;
    Tenants.Tenant tenant;
    StaffMember caller;
    long call;

    @BeforeEach
    void householdInHand() {
        clock.reset();
        campaign = fixture.campaign();
        tenant = tenants.tenant(campaign.agencyId());
        caller = people.somebodyOf(
                campaign.agencyId(), Role.CALLER, Role.SOCIAL_ADVISOR, Role.SUPERVISOR, Role.FIELD_MANAGER);
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
    void aHouseholdThatIsWellIsDone() {
        calls.complete(call, reached());

        assertThat(fixture.runs(call)).isFalse();
        assertThat(fixture.row(call))
                .containsEntry("state", "CLOSED")
                .containsEntry("outcome", "REACHED")
                .containsEntry("grade", "GREEN")
                .containsEntry("attempts", 1)
                .containsEntry("holder_id", null);
        assertThat(fixture.timeline(call)).contains("CALL Appel n° 1 : foyer joint", "DECISION Vert : Rien à signaler");
    }

    @Test
    void nobodyAnswersUntilTheHouseholdIsWrittenToAndSeen() {
        calls.complete(call, sent(Disposition.NO_ANSWER));
        assertThat(fixture.row(call)).containsEntry("state", "WAITING").containsEntry("holder_id", null);
        // 10:00 + 4 h is in the afternoon's slot
        assertRetryAt("2026-11-24T13:00:00Z");

        calls.complete(call, sent(Disposition.BUSY));
        // + 20 h is 10:00 the next day: that evening
        assertRetryAt("2026-11-25T16:00:00Z");

        calls.complete(call, sent(Disposition.VOICEMAIL));
        assertThat(fixture.waitsAt(call, "home-check")).isTrue();
        assertThat(fixture.timeline(call)).contains("MESSAGE SMS envoyé : « Nous avons essayé de vous appeler »");
        assertThat(jdbc.sql("select count(*) from outbox_message where household_id = ?")
                        .param(tenant.householdId())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);

        fixture.act(call, "home-check", Map.of("result", "SEEN_WELL"), caller);
        assertThat(fixture.runs(call)).isFalse();
        assertThat(fixture.row(call)).containsEntry("state", "CLOSED").containsEntry("outcome", "UNREACHED");
    }

    private void assertRetryAt(String instant) {
        clock.set(Instant.parse(instant).minus(MOMENT));
        jobs.runDue();
        assertThat(fixture.waitsAt(call, "call-household")).isFalse();
        assertThat(handOut.next()).isEmpty();
        clock.set(Instant.parse(instant));
        jobs.runDue();
        assertThat(fixture.waitsAt(call, "call-household")).isTrue();
        assertThat(handOut.next()).contains(call);
    }

    @Test
    void aYoungHouseholdIsWrittenToOnly() {
        jdbc.sql("update occupant set birth_date = '1990-01-01' where id = ?")
                .param(tenant.occupantId())
                .update();
        jdbc.sql("update campaign set max_attempts = 1 where id = ?")
                .param(campaign.campaignId())
                .update();

        calls.complete(call, sent(Disposition.NO_ANSWER));

        assertThat(fixture.runs(call)).isFalse();
        assertThat(fixture.row(call)).containsEntry("outcome", "UNREACHED");
    }

    @Test
    void aVisitThatFindsDistressEndsAtAnAdvisor() {
        jdbc.sql("update campaign set max_attempts = 1 where id = ?")
                .param(campaign.campaignId())
                .update();
        calls.complete(call, sent(Disposition.NO_ANSWER));

        fixture.act(call, "home-check", Map.of("result", "NEEDS_HELP", "danger", List.of("FALL")), caller);

        assertThat(fixture.row(call)).containsEntry("grade", "RED");
        assertThat(fixture.waitsAt(call, "take-charge-situation")).isTrue();
        fixture.act(call, "take-charge-situation", Map.of("decision", "EMERGENCY", "emergencyTime", "10:45"), caller);
        assertThat(fixture.row(call)).containsEntry("outcome", "CARED");
        assertThat(fixture.timeline(call)).contains("DECISION Prise en charge : secours prévenus à 10:45");
    }

    @Test
    void aVisitThatFindsAnUnclearNeedIsOrange() {
        jdbc.sql("update campaign set max_attempts = 1 where id = ?")
                .param(campaign.campaignId())
                .update();
        calls.complete(call, sent(Disposition.NO_ANSWER));
        fixture.act(call, "home-check", Map.of("result", "NEEDS_HELP"), caller);
        assertThat(fixture.row(call)).containsEntry("grade", "ORANGE");
    }

    @Test
    void aLateVisitGoesToTheSupervisor() {
        jdbc.sql("update campaign set max_attempts = 1 where id = ?")
                .param(campaign.campaignId())
                .update();
        calls.complete(call, sent(Disposition.NO_ANSWER));
        clock.set(Instant.parse("2026-11-26T08:59:59Z"));
        jobs.runDue();
        assertThat(fixture.waitsAt(call, "home-check-late")).isFalse();
        clock.set(Instant.parse("2026-11-26T09:00:00Z"));
        jobs.runDue();
        assertThat(fixture.waitsAt(call, "home-check-late")).isTrue();
        fixture.act(call, "home-check-late", Map.of("result", "NOT_SEEN"), caller);
        assertThat(fixture.waitsAt(call, "home-check")).isFalse();
        assertThat(fixture.row(call)).containsEntry("outcome", "UNREACHED");
    }

    @Test
    void aRedSituationGoesToTheSupervisorAndThenToTheDirector() {
        // Tuesday 10:00, two working hours: 12:00
        calls.complete(call, reached("danger=FALL"));
        assertThat(fixture.row(call)).containsEntry("grade", "RED").containsEntry("state", "WAITING");

        clock.set(Instant.parse("2026-11-24T10:59:59Z"));
        jobs.runDue();
        assertThat(fixture.waitsAt(call, "supervisor-takes-charge")).isFalse();
        clock.set(Instant.parse("2026-11-24T11:00:00Z"));
        jobs.runDue();
        assertThat(fixture.waitsAt(call, "supervisor-takes-charge")).isTrue();
        assertThat(fixture.waitsAt(call, "take-charge-situation")).isTrue();
        assertThat(fixture.timeline(call))
                .contains("ESCALATION Délai de prise en charge dépassé : transmis au responsable");

        // The supervisor's two hours are 14:00 to 16:00.
        clock.set(Instant.parse("2026-11-24T14:59:59Z"));
        jobs.runDue();
        assertThat(fixture.waitsAt(call, "director-takes-charge")).isFalse();
        clock.set(Instant.parse("2026-11-24T15:00:01Z"));
        jobs.runDue();
        assertThat(fixture.waitsAt(call, "director-takes-charge")).isTrue();
        assertThat(fixture.timeline(call)).contains("ESCALATION Second délai dépassé : transmis à la direction");

        fixture.act(call, "director-takes-charge", Map.of("decision", "CALLED_BETTER"), caller);
        assertThat(fixture.waitsAt(call, "take-charge-situation")).isFalse();
        assertThat(fixture.runs(call)).isFalse();
        assertThat(fixture.row(call)).containsEntry("outcome", "REACHED");
    }

    @Test
    void anOrangeSituationHasTwoWorkingDays() {
        calls.complete(call, reached("danger=DISTRESS"));
        clock.set(Instant.parse("2026-11-26T08:59:59Z"));
        jobs.runDue();
        assertThat(fixture.waitsAt(call, "supervisor-takes-charge")).isFalse();
        clock.set(Instant.parse("2026-11-26T09:00:00Z"));
        jobs.runDue();
        assertThat(fixture.waitsAt(call, "supervisor-takes-charge")).isTrue();
        fixture.act(call, "supervisor-takes-charge", Map.of("decision", "CALLED_BETTER"), caller);
        assertThat(fixture.runs(call)).isFalse();
    }

    @Test
    void aSituationTakenInTimeIsNeverEscalated() {
        calls.complete(call, reached("danger=FALL"));
        fixture.act(call, "take-charge-situation", Map.of("decision", "CALLED_BETTER"), caller);
        clock.advance(Duration.ofDays(10));
        jobs.runDue();
        assertThat(fixture.timeline(call)).noneMatch(entry -> entry.startsWith("ESCALATION"));
    }

    @Test
    void aCallerRaisesAGradeFreely() {
        calls.complete(call, graded(reached(), Grade.ORANGE, null));
        assertThat(fixture.row(call)).containsEntry("grade", "ORANGE").containsEntry("grade_rule", "raised");
        assertThat(fixture.waitsAt(call, "take-charge-situation")).isTrue();
    }

    @Test
    void aPromisedCallComesBackToTheSamePerson() {
        var at = Instant.parse("2026-11-25T13:30:00Z");
        calls.complete(call, callBack(at));
        clock.set(at.minus(MOMENT));
        jobs.runDue();
        assertThat(handOut.next()).isEmpty();
        clock.set(at);
        jobs.runDue();

        people.signIn(people.somebodyOf(campaign.agencyId(), Role.CALLER));
        assertThat(handOut.next()).isEmpty();
        people.signIn(caller);
        assertThat(handOut.next()).contains(call);
    }

    @Test
    void aPromiseNotKeptWithinTheHourIsAnybodys() {
        var at = Instant.parse("2026-11-25T13:30:00Z");
        calls.complete(call, callBack(at));
        clock.set(at);
        jobs.runDue();
        people.signIn(people.somebodyOf(campaign.agencyId(), Role.CALLER));
        clock.set(at.plus(Duration.ofHours(1)));
        assertThat(handOut.next()).isEmpty();
        clock.set(at.plus(Duration.ofHours(1)).plus(MOMENT));
        assertThat(handOut.next()).contains(call);
    }

    @Test
    void aHouseholdThatSpeaksAnotherLanguageWaitsForWhoSpeaksIt() {
        calls.complete(call, speaks("pt"));
        assertThat(fixture.waitsAt(call, "call-household")).isTrue();
        assertThat(handOut.next()).isEmpty();
        assertThat(fixture.timeline(call)).contains("ESCALATION Parle « pt » : aucun appelant ne parle cette langue");

        var speaker = people.somebodyOf(campaign.agencyId(), Role.CALLER);
        jdbc.sql("insert into caller_profile values (?, 1, 20, 'fr,pt')")
                .param(speaker.id())
                .update();
        people.signIn(speaker);
        assertThat(handOut.next()).contains(call);
    }

    @Test
    void aWrongNumberIsReplacedByTheAgencyAndCalled() {
        calls.complete(call, sent(Disposition.WRONG_NUMBER));
        assertThat(phoneIsDead()).isTrue();
        fixture.act(call, "find-number", Map.of("found", "YES", "phone", "01 99 00 45 67", "source", "FILE"), caller);
        assertThat(handOut.next()).contains(call);
        assertThat(calls.open(call).household().occupants().get(0).phones())
                .anyMatch(phone -> phone.e164().equals("+33199004567") && !phone.dead());
    }

    @Test
    void anAgencyThatFindsNoNumberWrites() {
        calls.complete(call, sent(Disposition.WRONG_NUMBER));
        clock.set(Instant.parse("2026-11-27T09:00:00Z"));
        jobs.runDue();
        fixture.act(call, "find-number-late", Map.of("found", "NO"), caller);
        assertThat(fixture.timeline(call)).contains("MESSAGE Lettre préparée : « Nous avons essayé de vous appeler »");
        assertThat(fixture.waitsAt(call, "home-check")).isTrue();
    }

    @Test
    void whoRefusesIsNotCalledAgain() {
        calls.complete(call, sent(Disposition.REFUSED));
        assertThat(fixture.runs(call)).isFalse();
        assertThat(fixture.row(call)).containsEntry("outcome", "REFUSED");
    }

    @Test
    void aDeathIsCheckedInTheRegister() {
        calls.complete(call, sent(Disposition.DECEASED));
        fixture.act(call, "check-register", Map.of("checked", "CONFIRMED"), caller);
        assertThat(fixture.runs(call)).isFalse();
        assertThat(fixture.row(call)).containsEntry("outcome", "DECEASED");
    }

    @Test
    void aLateCheckOfTheRegisterGoesToTheSupervisor() {
        calls.complete(call, sent(Disposition.MOVED));
        clock.set(Instant.parse("2026-12-01T09:00:00Z"));
        jobs.runDue();
        fixture.act(call, "check-register-late", Map.of("checked", "CONFIRMED"), caller);
        assertThat(fixture.row(call)).containsEntry("outcome", "MOVED");
    }

    @Test
    void theRegisterInterruptsTheCall() {
        transaction.executeWithoutResult(
                status -> events.publishEvent(new HouseholdLeft(tenant.householdId(), HouseholdLeft.Reason.MOVED)));
        assertThat(fixture.runs(call)).isFalse();
        assertThat(fixture.row(call)).containsEntry("state", "CLOSED").containsEntry("outcome", "MOVED");
        assertThat(handOut.next()).isEmpty();
    }

    @Test
    void aSeriousAlertGoesToAnAdvisorAtOnce() {
        var alert = alert("Volets fermés depuis trois jours", Grade.RED);
        assertThat(fixture.waitsAt(alert, "take-charge-situation")).isTrue();
        assertThat(fixture.waitsAt(call, "call-household")).isTrue();
        assertThat(fixture.timeline(call)).anyMatch(entry -> entry.startsWith("ALERT"));
    }

    @Test
    void aLightAlertIsTheNextCall() {
        calls.release(call);
        var alert = alert("Sort moins souvent", Grade.YELLOW);
        assertThat(handOut.next()).contains(alert);
        assertThat(calls.open(alert).alertFacts()).isEqualTo("Sort moins souvent");
    }

    @Test
    void theSameAlertWithinAMinuteIsOne() {
        var first = alert("Volets fermés", Grade.ORANGE);
        assertThat(alert("Volets fermés", Grade.ORANGE)).isEqualTo(first);
        clock.advance(Duration.ofMinutes(1));
        assertThat(alert("Volets fermés", Grade.ORANGE)).isNotEqualTo(first);
    }

    @Test
    void agreedNeedsBecomeReferralsAndAWeeklyCall() {
        partnerFor("MEALS");
        calls.complete(
                call,
                reached(
                        "needs=MEALS;RIGHTS",
                        "wantsReferral=YES",
                        "referralBy=TENANT",
                        "wantsRegularCalls=true",
                        "callDay=2",
                        "callTime=09:30"));

        assertThat(jdbc.sql("select concat(service, ' ', made_by) from referral where call_id = ?")
                        .param(call)
                        .query(String.class)
                        .list())
                .containsExactly("MEALS TENANT");
        assertThat(fixture.timeline(call)).anyMatch(entry -> entry.startsWith("REFERRAL Accès aux droits : aucun"));
        assertThat(jdbc.sql("select caller_id from call_series where call_id = ?")
                        .param(call)
                        .query(Long.class)
                        .list())
                .containsExactly(caller.id());
    }

    @Test
    void anAdvisorsDecisionOpensWhatItSays() {
        partnerFor("MEALS");
        calls.complete(call, reached("danger=FALL"));
        fixture.act(
                call,
                "take-charge-situation",
                Map.of("decision", "REFERRED", "service", "MEALS", "consent", true),
                caller);
        assertThat(fixture.count("referral", call)).isEqualTo(1);

        var visited = alert("Volets fermés", Grade.RED);
        fixture.act(
                visited, "take-charge-situation", Map.of("decision", "FIELD_SENT", "fieldPurpose", "SHOPPING"), caller);
        assertThat(fixture.count("field_check", visited)).isEqualTo(1);

        var followed = alert("Courrier qui déborde", Grade.ORANGE);
        fixture.act(followed, "take-charge-situation", Map.of("decision", "FOLLOW_UP"), caller);
        assertThat(fixture.count("social_follow_up", followed)).isEqualTo(1);
        assertThat(fixture.row(followed)).containsEntry("outcome", "CARED");
    }

    private void partnerFor(String service) {
        var partner = jdbc.sql("insert into partner (name, kind) values (?, 'CCAS') returning id")
                .param("CCAS " + tenant.insee())
                .query(Long.class)
                .single();
        jdbc.sql("insert into partner_coverage values (?, ?, ?)")
                .params(partner, tenant.insee(), service)
                .update();
    }

    private long alert(String facts, Grade grade) {
        return alerts.raise(new ThirdPartyAlerts.Alert(tenant.householdId(), "NEIGHBOUR", null, null, facts, grade));
    }

    private boolean phoneIsDead() {
        return jdbc.sql("select dead from phone where e164 = ?")
                .param(tenant.mobile())
                .query(Boolean.class)
                .single();
    }
}
