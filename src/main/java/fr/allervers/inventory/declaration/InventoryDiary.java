package fr.allervers.inventory.declaration;

import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Timeline;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes what happens to an inventory into its timeline, in French words. */
@Component
public class InventoryDiary {

    private final Timeline timeline;
    private final MessageSource messages;

    InventoryDiary(Timeline timeline, MessageSource messages) {
        this.timeline = timeline;
        this.messages = messages;
    }

    public static CaseRef ref(long inventoryId) {
        return new CaseRef(Inventory.PROCESS, inventoryId);
    }

    /** Notes under the words of {@code inventory.log.<key>}. */
    public void note(Inventory of, Timeline.Kind kind, String key, Object... args) {
        tell(of, kind, key, null, args);
    }

    /**
     * Notes what a person said with it.
     *
     * @param detail in their words
     */
    public void tell(Inventory of, Timeline.Kind kind, String key, @Nullable String detail, Object... args) {
        timeline.record(
                ref(of.id()),
                of.householdId(),
                kind,
                messages.getMessage("inventory.log." + key, args, Locale.FRENCH),
                detail == null || detail.isBlank() ? null : detail.strip(),
                false);
    }
}
