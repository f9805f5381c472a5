package fr.allervers.inventory.declaration.web;

import fr.allervers.inventory.declaration.Inventory;
import fr.allervers.inventory.declaration.Item;
import fr.allervers.inventory.declaration.ItemAnswer;
import fr.allervers.inventory.declaration.ItemState;
import fr.allervers.inventory.photo.PhotoStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the telephone and the server tell each other, as JSON. */
final class Words {

    private Words() {}

    record ItemLine(
            long id,
            String room,
            String kind,
            String label,
            boolean photo,
            @Nullable ItemState before,
            @Nullable String beforeRemark,
            @Nullable ItemState state,
            @Nullable String remark,
            @Nullable String serial,
            @Nullable BigDecimal reading,
            @Nullable Integer quantity,
            @Nullable String asked) {

        static ItemLine of(Item item) {
            return new ItemLine(
                    item.id(),
                    item.room(),
                    item.kind().name(),
                    item.label(),
                    item.photoRequired(),
                    item.startState(),
                    item.startRemark(),
                    item.state(),
                    item.remark(),
                    item.serial(),
                    item.reading(),
                    item.quantity(),
                    item.asked());
        }
    }

    record Snapshot(
            String kind,
            String status,
            String language,
            String keysOn,
            boolean emergency,
            String address,
            @Nullable String phone,
            List<ItemLine> items,
            List<PhotoStatus> photos) {

        static Snapshot of(
                Inventory of, String address, @Nullable String phone, List<Item> items, List<PhotoStatus> photos) {
            return new Snapshot(
                    of.kind().name(),
                    of.status().name(),
                    of.language(),
                    of.keysOn().toString(),
                    of.emergency(),
                    address,
                    phone,
                    items.stream().map(ItemLine::of).toList(),
                    photos);
        }
    }

    record Answer(
            String key,
            long itemId,
            @Nullable ItemState state,
            @Nullable String remark,
            @Nullable String serial,
            @Nullable BigDecimal reading,
            @Nullable Integer quantity) {

        ItemAnswer said() {
            return new ItemAnswer(state, remark, serial, reading, quantity);
        }
    }

    record Announced(String key, long itemId, long size, String sha256) {}

    record Sending(String key, Map<String, String> photos) {}

    record Language(String language) {}
}
