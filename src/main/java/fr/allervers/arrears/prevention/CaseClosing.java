package fr.allervers.arrears.prevention;

import fr.allervers.ledger.RentAccounts;
import fr.allervers.messaging.Outbox;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends cases: what waits to be sent is withdrawn, a freeze is lifted, everybody who keeps something for the case is told. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CaseClosing {

    private final Outbox outbox;
    private final RentAccounts accounts;
    private final NextActs nextActs;
    private final CaseDiary diary;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CaseClosing(
            Outbox outbox,
            RentAccounts accounts,
            NextActs nextActs,
            CaseDiary diary,
            ApplicationEventPublisher events,
            Clock clock) {
        this.outbox = outbox;
        this.accounts = accounts;
        this.nextActs = nextActs;
        this.diary = diary;
        this.events = events;
        this.clock = clock;
    }

    /** Closes the row; closing it twice does nothing. The engine is the caller's matter. */
    void close(UnpaidRent rent, CloseReason why) {
        if (rent.status() == CaseStatus.CLOSED) {
            return;
        }
        rent.close(why, clock.instant());
        nextActs.refresh(rent);
        outbox.cancel(CaseDiary.ref(rent));
        if (rent.holdId() != null) {
            accounts.lift(rent.holdId());
        }
        diary.note(rent, Timeline.Kind.DECISION, "closed." + why);
        events.publishEvent(new ArrearsCaseClosed(rent.id(), why));
    }
}
