package fr.allervers.outreach.calling;

import static fr.allervers.outreach.calling.CallingFixture.answers;
import static fr.allervers.outreach.calling.CallingFixture.callBack;
import static fr.allervers.outreach.calling.CallingFixture.graded;
import static fr.allervers.outreach.calling.CallingFixture.reached;
import static fr.allervers.outreach.calling.CallingFixture.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.allervers.outreach.calling.CallingFixture.Running;
import fr.allervers.shared.Retry;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.AtOnce;
import fr.allervers.testing.Jobs;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** A call is noted once, by its holder, with answers that obey the guide; else nothing changes. */
@ApplicationTest
class CompletionTest {

    @Autowired
    CallingFixture fixture;

    @Autowired
    HandOut handOut;

    @Autowired
    HouseholdCalls calls;

    @Autowired
    People people;

    @Autowired
    Jobs jobs;

    @Autowired
    MovableClock clock;

    Running campaign;
    StaffMember caller;
    long call;
    List<String> timeline;

    @BeforeEach
    void householdInHand() {
        clock.reset();
        campaign = fixture.campaign();
        caller = people.somebodyOf(campaign.agencyId(), Role.CALLER);
        people.signIn(caller);
        call = fixture.call(campaign);
        assertThat(handOut.next()).contains(call);
        // Tests of messages write to calls that there are not, whose numbers this one may have been given.
        timeline = fixture.timeline(call);
    }

    @AfterEach
    void clean() {
        people.signOut();
        clock.reset();
    }

    @Test
    void theSameCallSentAgainIsOneCall() {
        var sent = sent(Disposition.NO_ANSWER);
        calls.complete(call, sent);
        var after = fixture.row(call);
        calls.complete(call, sent);
        assertThat(fixture.row(call)).isEqualTo(after);
        assertThat(fixture.count("call_attempt", call)).isEqualTo(1);
    }

    @Test
    void theSameCallSentTwiceAtOnceIsOneCall() throws Exception {
        var sent = sent(Disposition.NO_ANSWER);
        assertThat(AtOnce.times(2, completing(sent))).containsOnly("done");
        assertThat(fixture.count("call_attempt", call)).isEqualTo(1);
    }

    @Test
    void twoPagesOfOneCallSentAtOnceAreOneCallAndARefusal() throws Exception {
        assertThat(AtOnce.all(List.of(completing(sent(Disposition.NO_ANSWER)), completing(sent(Disposition.BUSY)))))
                .containsExactlyInAnyOrder("done", "CallClosed");
        assertThat(fixture.count("call_attempt", call)).isEqualTo(1);
        assertThat(fixture.row(call)).containsEntry("attempts", 1);
    }

    private Callable<String> completing(CallSubmission submission) {
        return () -> {
            people.signIn(caller);
            try {
                Retry.onConflict(() -> calls.complete(call, submission));
                return "done";
            } catch (RuntimeException e) {
                return e.getClass().getSimpleName();
            } finally {
                people.signOut();
            }
        };
    }

    @Test
    void anotherCallersHouseholdIsRefused() {
        people.signIn(people.somebodyOf(campaign.agencyId(), Role.CALLER));
        assertThatThrownBy(() -> calls.open(call)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> calls.complete(call, sent(Disposition.BUSY))).isInstanceOf(CallNoLongerYours.class);
        assertUnchanged();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown=1",
                "mood=",
                "mood=SUPER",
                "danger=FALL;BOMB",
                "wantsRegularCalls=maybe",
                "wantsRegularCalls=true",
                "homeProblem=YES"
            })
    void answersThatBreakTheGuideChangeNothing(String wrong) {
        assertThatThrownBy(() -> calls.complete(call, reached(wrong))).isInstanceOf(InvalidCall.class);
        assertUnchanged();
    }

    @Test
    void aHiddenAnswerIsDropped() {
        calls.complete(call, reached("referralBy=TENANT", "callDay=2"));
        assertThat(fixture.row(call)).containsEntry("grade", "GREEN");
        assertThat(fixture.count("referral", call)).isZero();
        assertThat(fixture.count("call_series", call)).isZero();
    }

    @Test
    void aGradeIsLoweredWithAReasonOnly() {
        var serious = reached("danger=FALL");
        for (var reason : new String[] {null, "", "  "}) {
            var refused = catchThrowableOfType(
                    InvalidCall.class, () -> calls.complete(call, graded(serious, Grade.GREEN, reason)));
            assertThat(refused.errors()).containsOnlyKeys("gradeChangeReason");
        }
        assertUnchanged();
        calls.complete(call, graded(serious, Grade.GREEN, "Chute ancienne, soignée"));
        assertThat(fixture.row(call))
                .containsEntry("grade", "GREEN")
                .containsEntry("grade_reason", "Chute ancienne, soignée");
        assertThat(fixture.runs(call)).isFalse();
    }

    @Test
    void needsAndAConsentedTestimonyAreKept() {
        calls.complete(
                call,
                reached(
                        "needs=MEALS;RIGHTS",
                        "wantsReferral=NO",
                        "testimony=Merci de votre appel",
                        "testimonyConsent=true"));
        assertThat(fixture.count("call_need", call)).isEqualTo(2);
        assertThat(fixture.count("testimony", call)).isEqualTo(1);
    }

    @Test
    void aTestimonyWithoutConsentIsNotKept() {
        calls.complete(call, reached("testimony=Merci de votre appel"));
        assertThat(fixture.count("testimony", call)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-24T09:00:00Z", // now
                "2026-11-25T07:59:00Z", // 8:59
                "2026-11-25T18:01:00Z", // 19:01
                "2026-11-29T13:00:00Z", // a Sunday
                "2026-12-25T13:00:00Z" // Christmas
            })
    void aCallBackOutsideTheHoursIsRefused(String at) {
        var refused = catchThrowableOfType(InvalidCall.class, () -> calls.complete(call, callBack(Instant.parse(at))));
        assertThat(refused.errors()).containsOnlyKeys("callBackAt");
        assertUnchanged();
    }

    @Test
    void aCallBackOverTheChangeOfTheHourIsAtTheHourPromised() {
        // Saturday 27 March 2027, 10:00 in winter time; promised for Tuesday (Monday is Easter) 9:00 in summer time
        clock.set(Instant.parse("2027-03-27T09:00:00Z"));
        handOut.next();
        var tuesday = Instant.parse("2027-03-30T07:00:00Z");
        calls.complete(call, callBack(tuesday));
        clock.set(tuesday.minusSeconds(1));
        jobs.runDue();
        assertThat(fixture.waitsAt(call, "call-household")).isFalse();
        clock.set(tuesday);
        jobs.runDue();
        assertThat(fixture.waitsAt(call, "call-household")).isTrue();
    }

    @Test
    void draftsAreKeptUntilTheCallIsNoted() {
        calls.saveDraft(call, answers("danger=FALL"));
        assertThat(calls.draft(call)).containsEntry("danger", List.of("FALL"));
        calls.complete(call, sent(Disposition.BUSY));
        assertThat(calls.draft(call)).isEmpty();
    }

    @Test
    void theGradeIsShownBeforeTheCallIsSent() {
        var preview = calls.preview(call, sent(Disposition.REACHED, Map.of("danger", List.of("FALL"))));
        assertThat(preview.grade()).isEqualTo(Grade.RED);
        assertThat(preview.errors()).containsKey("mood");
        assertUnchanged();
    }

    private void assertUnchanged() {
        assertThat(fixture.row(call))
                .containsEntry("attempts", 0)
                .containsEntry("state", "TO_CALL")
                .containsEntry("grade", null)
                .containsEntry("holder_id", caller.id());
        assertThat(fixture.count("call_attempt", call)).isZero();
        assertThat(fixture.timeline(call)).isEqualTo(timeline);
        assertThat(fixture.waitsAt(call, "call-household")).isTrue();
    }
}
