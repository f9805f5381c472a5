package fr.allervers.inventory.review;

import fr.allervers.inventory.declaration.Item;
import fr.allervers.inventory.declaration.ItemKind;
import fr.allervers.inventory.declaration.ItemState;
import fr.allervers.inventory.photo.PhotoView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item now and as the inventory before had it.
 *
 * @param before none when there was no inventory before, or the item is new
 */
public record ItemComparison(Item item, @Nullable Item before, List<PhotoView> photos, List<PhotoView> photosBefore) {

    /** The state it began with: the inventory before, or a repair since. */
    public @Nullable ItemState stateBefore() {
        return item.startState();
    }

    /** Whether it is worse than it was, or fewer keys came back. */
    public boolean isWorse() {
        if (item.kind() == ItemKind.KEYS) {
            return before != null
                    && before.quantity() != null
                    && item.quantity() != null
                    && item.quantity() < before.quantity();
        }
        var start = item.startState();
        var now = item.state();
        return start != null && now != null && now.isWorseThan(start);
    }

    /** Whether somebody should look at it first. */
    public boolean isDifferent() {
        var start = item.startState();
        var now = item.state();
        return isWorse() || (start != null && now != null && start != now) || (now != null && now.needsRemark());
    }
}
