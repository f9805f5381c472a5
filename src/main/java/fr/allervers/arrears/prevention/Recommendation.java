package fr.allervers.arrears.prevention;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/** The next act of a case as its row keeps it, for the worktray's index. */
@Embeddable
record Recommendation(String nextAct, LocalDate actOn, String actReason, int urgency) {

    static Recommendation of(NextAct act) {
        return new Recommendation(
                act.act(), act.on(), act.reason(), act.urgency().ordinal());
    }

    NextAct act() {
        return new NextAct(nextAct, actOn, actReason, Urgency.values()[urgency]);
    }
}
