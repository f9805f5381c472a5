package fr.allervers.inventory.settlement;

import fr.allervers.inventory.declaration.Inventories;
import fr.allervers.inventory.declaration.InventoryDiary;
import fr.allervers.inventory.declaration.InventoryRows;
import fr.allervers.inventory.declaration.Item;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was repaired in a dwelling after an exit: the next entry begins with it as new, and its age with that day. */
@Component
@Transactional
public class DwellingRepairs {

    private final Inventories inventories;
    private final InventoryRows rows;
    private final InventoryDiary diary;
    private final JdbcClient jdbc;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    DwellingRepairs(
            Inventories inventories,
            InventoryRows rows,
            InventoryDiary diary,
            JdbcClient jdbc,
            CurrentStaff currentStaff,
            Clock clock) {
        this.inventories = inventories;
        this.rows = rows;
        this.diary = diary;
        this.jdbc = jdbc;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    /**
     * Notes a repair.
     *
     * @param what in words, at most 300 characters
     * @throws UserError when the item is another inventory's, the day is to come, or nothing is said
     */
    public void note(long inventoryId, long itemId, LocalDate on, String what) {
        var of = inventories.requireMine(inventoryId);
        if (on.isAfter(LocalDate.now(clock)) || what.isBlank() || what.length() > 300) {
            throw new UserError("inventory.error.repair");
        }
        Item item = rows.items(inventoryId).stream()
                .filter(one -> one.id() == itemId)
                .findFirst()
                .orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "inventory.error.item-unknown"));
        jdbc.sql("insert into dwelling_repair (dwelling_id, room, label, repaired_on, what, entered_by) values"
                        + " (?, ?, ?, ?, ?, ?)")
                .params(
                        of.dwellingId(),
                        item.room(),
                        item.label(),
                        on,
                        what.strip(),
                        currentStaff.require().username())
                .update();
        diary.tell(of, Timeline.Kind.NOTE, "repaired", what, item.room(), item.label());
    }
}
