package fr.allervers.inventory.review;

import fr.allervers.inventory.declaration.CompletenessPolicy;
import fr.allervers.inventory.declaration.Inventories;
import fr.allervers.inventory.declaration.Inventory;
import fr.allervers.inventory.declaration.InventoryDiary;
import fr.allervers.inventory.declaration.InventoryRows;
import fr.allervers.inventory.declaration.InventoryStatus;
import fr.allervers.inventory.declaration.Item;
import fr.allervers.inventory.declaration.ItemAnswer;
import fr.allervers.inventory.photo.PhotoView;
import fr.allervers.inventory.photo.Photos;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.tenancy.Households;
import fr.allervers.workflow.Tasks;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The landlord's look at what was declared, and what comes of it. */
@Component
@Transactional
public class Reviews {

    private static final String STEP = "review-inventory";
    private static final int ASKED = 300;

    private final Inventories inventories;
    private final InventoryRows rows;
    private final Photos photos;
    private final Households households;
    private final Tasks tasks;
    private final InventoryDiary diary;
    private final JdbcClient jdbc;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    Reviews(
            Inventories inventories,
            InventoryRows rows,
            Photos photos,
            Households households,
            Tasks tasks,
            InventoryDiary diary,
            JdbcClient jdbc,
            CurrentStaff currentStaff,
            Clock clock) {
        this.inventories = inventories;
        this.rows = rows;
        this.photos = photos;
        this.households = households;
        this.tasks = tasks;
        this.diary = diary;
        this.jdbc = jdbc;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    /** The page of an inventory: as many queries for two hundred photos as for none. */
    @Transactional(readOnly = true)
    public ReviewSheet sheet(long id) {
        var of = inventories.require(id);
        var previous = of.previousId();
        var before = previous == null ? null : rows.find(previous).orElse(null);
        var items = rows.items(id);
        var beforeItems = new HashMap<Long, Item>();
        if (previous != null) {
            rows.items(previous).forEach(item -> beforeItems.put(item.id(), item));
        }
        var shown = photos.byItem(previous == null ? List.of(id) : List.of(id, previous));
        var reader = currentStaff.require();
        return new ReviewSheet(
                of,
                households.require(of.householdId()),
                before,
                compared(items, beforeItems, shown),
                CompletenessPolicy.lacks(items, shown.keySet()),
                shown.values().stream().mapToInt(List::size).sum(),
                of.status() == InventoryStatus.SUBMITTED && reader.isAny(Role.FIELD_MANAGER, Role.SUPERVISOR),
                reader.isAny(Role.FIELD_MANAGER, Role.RENT_OFFICER, Role.SUPERVISOR),
                reader.is(Role.SUPERVISOR));
    }

    private static List<ItemComparison> compared(
            List<Item> items, Map<Long, Item> before, Map<Long, List<PhotoView>> photos) {
        var compared = new ArrayList<ItemComparison>();
        for (var item : items) {
            var previous = item.previousItemId();
            compared.add(new ItemComparison(
                    item,
                    previous == null ? null : before.get(previous),
                    photos.getOrDefault(item.id(), List.of()),
                    previous == null ? List.of() : photos.getOrDefault(previous, List.of())));
        }
        // The order of rooms is kept among equals.
        compared.sort(Comparator.comparing(ItemComparison::isDifferent).reversed());
        return compared;
    }

    public void accept(long id) {
        decide(id, ReviewDecision.ACCEPT, "");
    }

    /** It is contested: made on the spot by both, or by a commissaire de justice. */
    public void contest(long id, boolean bailiff, String why) {
        if (why.isBlank() || why.length() > 280) {
            throw new UserError("inventory.error.reason");
        }
        decide(id, bailiff ? ReviewDecision.BAILIFF : ReviewDecision.VISIT, why);
    }

    /**
     * Asks for more of some items: the tenant gets back only those.
     *
     * @param wanted what is wanted, by item; at most 300 characters each
     */
    public void ask(long id, Map<Long, String> wanted) {
        var said = new HashMap<Long, String>();
        wanted.forEach((item, text) -> {
            if (!text.isBlank()) {
                said.put(item, text.strip());
            }
        });
        if (said.isEmpty() || said.values().stream().anyMatch(text -> text.length() > ASKED)) {
            throw new UserError("inventory.error.asked");
        }
        inventories.requireMine(id);
        jdbc.sql("update inventory_item set asked = null where inventory_id = ?")
                .param(id)
                .update();
        var known = said.entrySet().stream()
                .mapToInt(one -> jdbc.sql(
                                "update inventory_item set asked = ?, answered_at = null where id = ? and inventory_id = ?")
                        .params(one.getValue(), one.getKey(), id)
                        .update())
                .sum();
        if (known != said.size()) {
            throw new UserError(HttpStatus.NOT_FOUND, "inventory.error.item-unknown");
        }
        decide(id, ReviewDecision.ASK, String.join("\n", said.values()));
    }

    private void decide(long id, ReviewDecision decision, String why) {
        var of = inventories.requireMine(id);
        var task = tasks.open(InventoryDiary.ref(id), STEP)
                .orElseThrow(() -> new UserError(HttpStatus.CONFLICT, "inventory.error.not-so"));
        decided(of, decision, why);
        tasks.claim(task, currentStaff.require());
        tasks.complete(task, Map.of("outcome", decision.name()));
    }

    /** The row's part of a decision; the process follows it. */
    private void decided(Inventory of, ReviewDecision decision, String why) {
        var set =
                switch (decision) {
                    case ACCEPT -> "status = 'ACCEPTED', accepted_at = ?";
                    case ASK -> "status = 'ASKED', revision = revision + 1, last_message_at = ?";
                    case VISIT, BAILIFF -> "status = 'ON_SITE', last_message_at = ?";
                };
        if (!rows.update(of.id(), List.of(InventoryStatus.SUBMITTED), set, clock.instant())) {
            throw new UserError(HttpStatus.CONFLICT, "inventory.error.not-so");
        }
        diary.tell(of, Timeline.Kind.DECISION, "review." + decision, why);
    }

    /**
     * Writes on the spot what both see.
     *
     * @throws UserError when the inventory is not being made on the spot
     */
    public void write(long id, long itemId, ItemAnswer seen) {
        var of = inventories.requireMine(id);
        if (of.status() != InventoryStatus.ON_SITE) {
            throw new UserError(HttpStatus.CONFLICT, "inventory.error.not-so");
        }
        var changed = jdbc.sql(
                        "update inventory_item set state = ?, remark = ?, serial = ?, reading = ?, quantity = ?, answered_at = ? where id = ? and inventory_id = ?")
                .params(
                        seen.state() == null ? null : seen.state().name(),
                        seen.remark(),
                        seen.serial(),
                        seen.reading(),
                        seen.quantity(),
                        clock.instant(),
                        itemId,
                        id)
                .update();
        if (changed == 0) {
            throw new UserError(HttpStatus.NOT_FOUND, "inventory.error.item-unknown");
        }
    }

    /** Refuses when something is not said yet; photos are not asked for where both were on the spot. */
    public void requireComplete(Inventory of) {
        var missing = CompletenessPolicy.lacks(rows.items(of.id()), java.util.Set.of()).stream()
                .filter(lack -> switch (lack.what()) {
                    case STATE, QUANTITY, READING -> true;
                    default -> false;
                })
                .count();
        if (missing > 0) {
            throw new UserError("inventory.error.incomplete", missing);
        }
    }
}
