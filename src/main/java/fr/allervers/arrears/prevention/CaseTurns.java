package fr.allervers.arrears.prevention;

import fr.allervers.messaging.Outbox;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What can happen to a case, on its row and in its timeline. The engine is not told: steps and forms change the row and let the process
 * read it; acts from elsewhere send a message besides ({@link ArrearsCases}). What was written and has not left is withdrawn whenever
 * prevention stops.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CaseTurns {

    private final LadderDays days;
    private final NextActs nextActs;
    private final CaseDiary diary;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseTurns(
            LadderDays days,
            NextActs nextActs,
            CaseDiary diary,
            Outbox outbox,
            ApplicationEventPublisher events,
            Clock clock) {
        this.days = days;
        this.nextActs = nextActs;
        this.diary = diary;
        this.outbox = outbox;
        this.events = events;
        this.clock = clock;
    }

    void answered(UnpaidRent rent, Answer how) {
        var until = days.patienceEnds();
        var booked = nextActs.booked(List.of(rent.id())).get(rent.id());
        if (booked != null) {
            var dayAfter = booked.atZone(clock.getZone()).toLocalDate().plusDays(1);
            until = dayAfter.isAfter(until) ? dayAfter : until;
        }
        rent.answered(how, days.today(), until);
        rent.contacted(clock.instant());
        diary.note(rent, Timeline.Kind.DECISION, "answered." + how, diary.day(until));
        stop(rent);
    }

    void unanswered(UnpaidRent rent) {
        rent.unanswered();
        diary.note(rent, Timeline.Kind.DECISION, "unanswered");
        nextActs.refresh(rent);
    }

    void waitUntil(UnpaidRent rent, LocalDate until) {
        rent.waitUntil(until);
        diary.note(rent, Timeline.Kind.DECISION, "wait", diary.day(until));
        nextActs.refresh(rent);
    }

    void pause(UnpaidRent rent, PauseReason why, LocalDate until, String note) {
        rent.pause(why, days.today(), until, note);
        diary.write(
                rent,
                Timeline.Kind.DECISION,
                "paused",
                note,
                false,
                diary.day(until),
                diary.words("arrears.pause." + why));
        stop(rent);
        events.publishEvent(new ArrearsCasePaused(rent.id(), until));
    }

    void resume(UnpaidRent rent) {
        rent.resume(days.today());
        diary.note(rent, Timeline.Kind.DECISION, "resumed");
        nextActs.refresh(rent);
    }

    void planSigned(UnpaidRent rent) {
        rent.planSigned(days.today());
        diary.note(rent, Timeline.Kind.DECISION, "plan-signed");
        stop(rent);
    }

    void planBroken(UnpaidRent rent) {
        rent.planEnded(Pending.PLAN_BROKEN, days.today());
        diary.note(rent, Timeline.Kind.ALERT, "plan-broken");
        nextActs.refresh(rent);
    }

    void planKept(UnpaidRent rent) {
        rent.planEnded(Pending.PLAN_KEPT, days.today());
        diary.note(
                rent,
                Timeline.Kind.DECISION,
                "plan-kept",
                diary.euros(rent.account().debtCents()));
        nextActs.refresh(rent);
    }

    void planRenegotiated(UnpaidRent rent) {
        rent.planEnded(Pending.PLAN_RENEGOTIATED, days.today());
        diary.note(rent, Timeline.Kind.DECISION, "plan-renegotiated");
        nextActs.refresh(rent);
    }

    void toLitigation(UnpaidRent rent) {
        rent.toLitigation();
        diary.note(rent, Timeline.Kind.DECISION, "to-litigation");
        stop(rent);
        events.publishEvent(new ArrearsCaseToLitigation(rent.id()));
    }

    void backFromLitigation(UnpaidRent rent) {
        rent.backFromLitigation(days.today());
        diary.note(rent, Timeline.Kind.DECISION, "back-from-litigation");
        nextActs.refresh(rent);
    }

    private void stop(UnpaidRent rent) {
        outbox.cancel(CaseDiary.ref(rent));
        nextActs.refresh(rent);
    }
}
