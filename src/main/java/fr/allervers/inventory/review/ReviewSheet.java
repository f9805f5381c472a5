package fr.allervers.inventory.review;

import fr.allervers.inventory.declaration.Inventory;
import fr.allervers.inventory.declaration.Lack;
import fr.allervers.tenancy.Household;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The landlord's page of an inventory.
 *
 * @param items differences first, then room by room
 * @param lacks what the declaration still needs
 * @param mayReview whether this person has the review to do
 */
public record ReviewSheet(
        Inventory of,
        Household household,
        @Nullable Inventory before,
        List<ItemComparison> items,
        List<Lack> lacks,
        int photos,
        boolean mayReview,
        boolean mayAct,
        boolean maySeeOriginals) {

    public long differences() {
        return items.stream().filter(ItemComparison::isDifferent).count();
    }
}
