package fr.allervers.inventory.course;

import fr.allervers.inventory.declaration.Inventory;
import fr.allervers.inventory.declaration.InventoryDiary;
import fr.allervers.inventory.declaration.InventoryRows;
import fr.allervers.inventory.declaration.InventoryStatus;
import fr.allervers.inventory.review.Reviews;
import fr.allervers.inventory.settlement.SettlementDiscussion;
import fr.allervers.inventory.signature.Additions;
import fr.allervers.shared.web.UserError;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the forms of the tasks do, in the transaction that completes the task. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class InventoryTasks {

    private final InventoryRows rows;
    private final Reviews reviews;
    private final Additions additions;
    private final SettlementDiscussion settlements;
    private final InventoryDiary diary;
    private final Clock clock;

    InventoryTasks(
            InventoryRows rows,
            Reviews reviews,
            Additions additions,
            SettlementDiscussion settlements,
            InventoryDiary diary,
            Clock clock) {
        this.rows = rows;
        this.reviews = reviews;
        this.additions = additions;
        this.settlements = settlements;
        this.diary = diary;
        this.clock = clock;
    }

    Map<String, Object> complete(long id, String step, Map<String, Object> answers) {
        var of = rows.lock(id);
        var outcome = String.valueOf(answers.get("outcome"));
        var note = answers.get("note") == null ? "" : String.valueOf(answers.get("note"));
        switch (step.replaceFirst("-late$", "")) {
            case "call-for-inventory" -> told(of, Timeline.Kind.CALL, "call." + outcome, note);
            case "keys-without-inventory" -> told(of, Timeline.Kind.DECISION, "keys." + outcome, note);
            case "visit-inventory" -> visited(of, outcome, note);
            case "answer-addition" -> additions.answer(of, outcome.equals("ACCEPTED"), note);
            case "handle-dispute" -> settlements.decideDispute(of, outcome.equals("REVISE"), note);
            case "return-deposit" -> settlements.returned(of, day(answers.get("paidOn")));
            // Their own pages do more than a form could.
            default -> throw new UserError("inventory.error.own-page");
        }
        return Map.of("outcome", outcome);
    }

    private void told(Inventory of, Timeline.Kind kind, String key, String note) {
        diary.tell(of, kind, key, note);
    }

    private void visited(Inventory of, String outcome, String note) {
        if (outcome.equals("DONE")) {
            reviews.requireComplete(of);
            rows.update(
                    of.id(),
                    List.of(InventoryStatus.ON_SITE),
                    "status = 'ACCEPTED', accepted_at = ?, submitted_at = coalesce(submitted_at, ?)",
                    clock.instant(),
                    clock.instant());
        }
        told(of, Timeline.Kind.VISIT, "visit." + outcome, note);
    }

    private static LocalDate day(@Nullable Object answer) {
        return answer instanceof LocalDate day ? day : LocalDate.parse(String.valueOf(answer));
    }
}
