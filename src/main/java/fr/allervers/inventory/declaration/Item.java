package fr.allervers.inventory.declaration;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line of an inventory.
 *
 * @param material the line of the wear grid; none for what does not wear
 * @param previousItemId the same item in the inventory before
 * @param startState as the inventory before says, or a repair since
 * @param installedOn from when it ages; none when nobody knows
 * @param reading what the meter shows
 * @param answeredAt when it was last answered or photographed; forgotten when more is asked for
 * @param asked what the landlord wants more of it; none when nothing
 */
public record Item(
        long id,
        long inventoryId,
        int roomPosition,
        String room,
        int position,
        ItemKind kind,
        String label,
        @Nullable String material,
        boolean photoRequired,
        @Nullable Long previousItemId,
        @Nullable ItemState startState,
        @Nullable String startRemark,
        @Nullable LocalDate installedOn,
        @Nullable ItemState state,
        @Nullable String remark,
        @Nullable String serial,
        @Nullable BigDecimal reading,
        @Nullable Integer quantity,
        @Nullable Instant answeredAt,
        @Nullable String asked) {

    /** Whether a photo must show it, by the template or by its state. */
    public boolean needsPhoto() {
        return photoRequired || (state != null && state.needsPhoto());
    }
}
