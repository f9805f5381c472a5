package fr.allervers.arrears.prevention;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NextActPolicyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    /** A case as far as a test says; the rest is a case that waits for its first message. */
    private static final class Case {
        private Phase phase = Phase.LADDER;

        @Nullable
        private String current;

        @Nullable
        private LocalDate currentDue;

        @Nullable
        private Pending pending;

        @Nullable
        private LadderStep last;

        @Nullable
        private Answer answer;

        @Nullable
        private PauseReason pause;

        @Nullable
        private LocalDate appointment;

        @Nullable
        private DueAct due;

        Case in(Phase where) {
            phase = where;
            return this;
        }

        Case task(String step, LocalDate until, @Nullable LadderStep after) {
            current = step;
            currentDue = until;
            last = after;
            return this;
        }

        Case pending(Pending what) {
            pending = what;
            return this;
        }

        Case answered(@Nullable Answer how) {
            answer = how;
            return in(Phase.ANSWERED);
        }

        Case paused(PauseReason why) {
            pause = why;
            return in(Phase.PAUSED);
        }

        Case appointment(LocalDate on) {
            appointment = on;
            return this;
        }

        Case due(LocalDate until) {
            due = new DueAct("CAF_REPORT", until, "Signaler l’impayé à la CAF");
            return this;
        }

        NextAct next() {
            return NextActPolicy.decide(new NextActPolicy.Situation(
                    TODAY,
                    phase,
                    current,
                    currentDue,
                    pending,
                    LadderPolicy.after(last),
                    TODAY.plusDays(3),
                    last,
                    last == null ? null : LocalDate.of(2026, 11, 20),
                    answer,
                    TODAY.plusDays(9),
                    pause,
                    TODAY.plusDays(20),
                    new BigDecimal("1.3"),
                    appointment,
                    due));
        }
    }

    @ParameterizedTest(name = "{0} after {1}")
    @CsvSource({
        "CALL, SMS, Le message du 20 novembre est resté sans réponse ; 1;3 mois dus",
        "CALL, , Loyer impayé ; 1;3 mois dus",
        "VISIT, LETTER, La lettre du 20 novembre est restée sans réponse ; 1;3 mois dus",
        "DECIDE, VISIT, Message; appel; rendez-vous; lettre et visite n’ont pas abouti ; 1;3 mois dus"
    })
    void anOpenTaskIsTheNextActAndTheReasonTellsWhatWasTried(String step, @Nullable LadderStep last, String reason) {
        var act = new Case().task(step, TODAY.plusDays(2), last).next();
        assertThat(act.act()).isEqualTo(step);
        assertThat(act.reason())
                .isEqualTo(reason.replace(" ; ", "#").replace(";", ",").replace("#", " ; "));
        assertThat(act.urgency()).isEqualTo(Urgency.WEEK);
    }

    @ParameterizedTest(name = "due in {0} days: {1}")
    @CsvSource({"-1, LATE", "0, TODAY", "1, WEEK", "7, WEEK", "8, LATER"})
    void urgencyFollowsTheDueDay(int days, Urgency urgency) {
        assertThat(new Case()
                        .task("CALL", TODAY.plusDays(days), LadderStep.SMS)
                        .next()
                        .urgency())
                .isEqualTo(urgency);
    }

    @ParameterizedTest
    @EnumSource(Pending.class)
    void whatIsPendingIsForTodayWithItsOwnReason(Pending what) {
        var act = new Case().pending(what).next();
        assertThat(act.act()).isEqualTo(what == Pending.ASSESS ? "ASSESS" : "DECIDE");
        assertThat(act.urgency()).isEqualTo(Urgency.TODAY);
        assertThat(act.reason()).endsWith(" ; 1,3 mois dus").hasSizeGreaterThan(30);
    }

    @Test
    void betweenTwoStepsOneWaitsForTheNextReminder() {
        var act = new Case().next();
        assertThat(act.act()).isEqualTo("WAIT_STEP");
        assertThat(act.reason()).isEqualTo("Prochaine relance le 27 novembre : message");
        assertThat(act.urgency()).isEqualTo(Urgency.WAITING);
    }

    @ParameterizedTest
    @CsvSource({"PROMISE, paiement promis", "CONTACTED, le foyer a été joint", ", ainsi décidé"})
    void anAnswerIsWaitedFor(@Nullable Answer how, String words) {
        var act = new Case().answered(how).next();
        assertThat(act.act()).isEqualTo("WAIT_ANSWER");
        assertThat(act.reason()).isEqualTo("Attendre jusqu’au 3 décembre : " + words);
    }

    @Test
    void anAppointmentBookedIsHeldOnItsDay() {
        var act = new Case()
                .answered(Answer.APPOINTMENT_BOOKED)
                .appointment(TODAY.plusDays(2))
                .next();
        assertThat(act.act()).isEqualTo("HOLD_APPOINTMENT");
        assertThat(act.reason()).isEqualTo("Un rendez-vous est pris pour le 26 novembre");
        assertThat(act.urgency()).isEqualTo(Urgency.WEEK);
    }

    @ParameterizedTest
    @EnumSource(PauseReason.class)
    void aPauseSaysWhyAndUntilWhen(PauseReason why) {
        var act = new Case().paused(why).next();
        assertThat(act.act()).isEqualTo("WAIT_PAUSE");
        assertThat(act.reason()).startsWith("En pause jusqu’au 14 décembre : ");
    }

    @ParameterizedTest(name = "a deadline in {0} days wins over a call of today: {1}")
    @CsvSource({"-1, true", "0, true", "1, false"})
    void aLegalDeadlineIsFirstWhenItIsAsUrgent(int days, boolean first) {
        var act = new Case()
                .task("CALL", TODAY, LadderStep.SMS)
                .due(TODAY.plusDays(days))
                .next();
        assertThat(act.act().equals("CAF_REPORT")).isEqualTo(first);
    }

    @ParameterizedTest(name = "{0} days ahead, the case being {1}: {2}")
    @CsvSource({"14, PAUSED, true", "40, PAUSED, true", "40, PLAN, true", "40, CLOSED, false"})
    void aDeadlineIsTheOnlyActOfACaseThatWaits(int days, Phase phase, boolean first) {
        var act = new Case().in(phase).due(TODAY.plusDays(days)).next();
        assertThat(act.act().equals("CAF_REPORT")).isEqualTo(first);
    }
}
