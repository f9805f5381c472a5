package fr.allervers.inventory.declaration;

import fr.allervers.shared.web.UserError;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rows of inventories; asks for no right. */
@Component
@Transactional(propagation = Propagation.SUPPORTS)
public class InventoryRows {

    private static final String SELECT = """
            select id, kind, lease_id, dwelling_id, household_id, agency_id, typology, status, made_as, emergency, language, keys_on, lease_starts_on, previous_id, grid_id,
                   opened_at, reminders, last_message_at, revision, submitted_at, accepted_at, tenant_signed_at, sealed_at, closed_at, bailiff_on, bailiff_notice_on, new_address
              from inventory
            """;

    private static final String ITEMS = """
            select id, inventory_id, room_position, room, position, kind, label, material, photo_required, previous_item_id, start_state, start_remark, installed_on,
                   state, remark, serial, reading, quantity, answered_at, asked
              from inventory_item
            """;

    private final JdbcClient jdbc;

    InventoryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Inventory> find(long id) {
        return jdbc.sql(SELECT + " where id = ?")
                .param(id)
                .query(Inventory.class)
                .optional();
    }

    /**
     * This inventory.
     *
     * @throws UserError 404 when there is none
     */
    public Inventory require(long id) {
        return find(id).orElseThrow(InventoryRows::unknown);
    }

    /** This inventory, which nobody else can change until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Inventory lock(long id) {
        return jdbc.sql(SELECT + " where id = ? for update")
                .param(id)
                .query(Inventory.class)
                .optional()
                .orElseThrow(InventoryRows::unknown);
    }

    public List<Inventory> byIds(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + " where id in (:ids)")
                        .param("ids", ids)
                        .query(Inventory.class)
                        .list();
    }

    List<Inventory> ofHousehold(long householdId) {
        return jdbc.sql(SELECT + " where household_id = ? order by id desc limit 20")
                .param(householdId)
                .query(Inventory.class)
                .list();
    }

    /** The dwelling's last inventory that binds. */
    Optional<Inventory> lastOf(long dwellingId) {
        return jdbc.sql(SELECT + " where dwelling_id = ? and sealed_at is not null order by sealed_at desc limit 1")
                .param(dwellingId)
                .query(Inventory.class)
                .optional();
    }

    /** The lease's inventory of this kind that was not cancelled. */
    public Optional<Inventory> ofLease(long leaseId, InventoryKind kind) {
        return jdbc.sql(SELECT + " where open_key = ?")
                .param(kind + "-" + leaseId)
                .query(Inventory.class)
                .optional();
    }

    /** The items of an inventory, room by room. */
    public List<Item> items(long inventoryId) {
        return jdbc.sql(ITEMS + " where inventory_id = ? order by room_position, position, id")
                .param(inventoryId)
                .query(Item.class)
                .list();
    }

    Optional<Item> item(long inventoryId, long itemId) {
        return jdbc.sql(ITEMS + " where inventory_id = ? and id = ?")
                .params(inventoryId, itemId)
                .query(Item.class)
                .optional();
    }

    /** Changes the row when it stands in one of these statuses, and says whether it did. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean update(long id, Collection<InventoryStatus> when, String set, @Nullable Object... values) {
        var states = when.stream().map(status -> "'" + status + "'").collect(Collectors.joining(", "));
        var params = new java.util.ArrayList<@Nullable Object>(Arrays.asList(values));
        params.add(id);
        return jdbc.sql("update inventory set " + set + " where id = ? and status in (" + states + ")")
                        .params(params)
                        .update()
                == 1;
    }

    private static UserError unknown() {
        return new UserError(HttpStatus.NOT_FOUND, "inventory.error.unknown");
    }
}
