package fr.allervers.inventory.settlement;

import fr.allervers.inventory.declaration.Inventories;
import fr.allervers.inventory.declaration.InventoryRows;
import fr.allervers.inventory.declaration.Item;
import fr.allervers.inventory.declaration.ItemKind;
import fr.allervers.inventory.settings.InventorySetting;
import fr.allervers.inventory.settings.InventorySettings;
import fr.allervers.shared.web.UserError;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A settlement while it is drawn up: the deposit, and what was damaged line by line. */
@Component
@Transactional
public class SettlementDraft {

    private static final int MOST_LINES = 100;
    private static final BigDecimal MOST = new BigDecimal(10_000);

    private final ExitRows rows;
    private final Inventories inventories;
    private final InventoryRows inventoryRows;
    private final WearGrids grids;
    private final InventorySettings settings;
    private final JdbcClient jdbc;
    private final Clock clock;

    SettlementDraft(
            ExitRows rows,
            Inventories inventories,
            InventoryRows inventoryRows,
            WearGrids grids,
            InventorySettings settings,
            JdbcClient jdbc,
            Clock clock) {
        this.rows = rows;
        this.inventories = inventories;
        this.inventoryRows = inventoryRows;
        this.grids = grids;
        this.settings = settings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What the deposit was, what is kept for charges, and when the keys came back. */
    public void set(long id, long depositCents, long provisionCents, LocalDate keysReturnedOn) {
        require(id);
        if (depositCents < 0
                || provisionCents < 0
                || provisionCents > depositCents / 5
                || keysReturnedOn.isAfter(LocalDate.now(clock))) {
            throw new UserError("inventory.error.deposit");
        }
        jdbc.sql(
                        "update exit_settlement set deposit_cents = ?, provision_cents = ?, keys_returned_on = ? where inventory_id = ?")
                .params(depositCents, provisionCents, keysReturnedOn, id)
                .update();
        reckon(id);
    }

    /**
     * Adds a line: an item, repaired at a rate.
     *
     * @param itemId the item damaged; none for what belongs to no item
     * @param installedOn from when it ages; needed for what wears
     * @throws UserError when the age of what wears is not known: nothing can be asked for then
     */
    public void charge(
            long id, @Nullable Long itemId, String rateCode, BigDecimal quantity, @Nullable LocalDate installedOn) {
        var settlement = require(id);
        var of = inventoryRows.require(id);
        var rate = grids.rates(settlement.keysReturnedOn()).stream()
                .filter(one -> one.code().equals(rateCode))
                .findFirst()
                .orElseThrow(() -> new UserError("inventory.error.rate"));
        if (quantity.signum() <= 0 || quantity.scale() > 2 || quantity.compareTo(MOST) > 0) {
            throw new UserError("inventory.error.quantity-repaired");
        }
        if (rows.charges(id).size() >= MOST_LINES) {
            throw new UserError("inventory.error.charges-many");
        }
        var item = itemId == null ? null : requireItem(id, itemId);
        var since = installedOn == null && item != null ? item.installedOn() : installedOn;
        var material = item != null && item.material() != null ? item.material() : rate.material();
        var line = material == null || (item != null && item.kind() == ItemKind.KEYS)
                ? null
                : grids.line(of.gridId(), material).orElse(null);
        if (line != null && (since == null || since.isAfter(settlement.keysReturnedOn()))) {
            throw new UserError("inventory.error.age");
        }
        var priced = ChargePolicy.price(
                rate.unitCents(),
                quantity,
                line,
                since,
                settlement.keysReturnedOn(),
                grids.require(of.gridId()).rounding());
        jdbc.sql("""
                        insert into exit_charge (inventory_id, item_id, label, rate_code, unit, unit_cents, quantity, cost_cents, installed_on, age_years, tenant_percent, share_cents, rule)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        id,
                        itemId,
                        item == null ? rate.label() : item.room() + ", " + item.label() + " : " + rate.label(),
                        rate.code(),
                        rate.unit(),
                        rate.unitCents(),
                        quantity,
                        priced.costCents(),
                        line == null ? null : since,
                        priced.ageYears(),
                        priced.percent(),
                        priced.shareCents(),
                        priced.rule()))
                .update();
        reckon(id);
    }

    private Item requireItem(long id, long itemId) {
        return inventoryRows.items(id).stream()
                .filter(one -> one.id() == itemId)
                .findFirst()
                .orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "inventory.error.item-unknown"));
    }

    /** Takes a line out. */
    public void remove(long id, long chargeId) {
        require(id);
        jdbc.sql("delete from exit_charge where id = ? and inventory_id = ?")
                .params(chargeId, id)
                .update();
        reckon(id);
    }

    /** With a line the exit does not match the entry: the deposit has more time. */
    private void reckon(long id) {
        var settlement = rows.require(id);
        var matching = rows.charges(id).isEmpty();
        var months = settings.at(settlement.keysReturnedOn())
                .number(
                        matching
                                ? InventorySetting.DEPOSIT_MONTHS_MATCHING
                                : InventorySetting.DEPOSIT_MONTHS_OTHERWISE);
        jdbc.sql("update exit_settlement set matching = ?, due_on = ? where inventory_id = ?")
                .params(matching, DepositPolicy.dueOn(settlement.keysReturnedOn(), months), id)
                .update();
    }

    /**
     * This settlement, for who works on it.
     *
     * @throws UserError 409 when it was sent already
     */
    ExitSettlement require(long id) {
        inventories.requireMine(id);
        var settlement = rows.require(id);
        if (settlement.status() != ExitSettlement.Status.DRAFT) {
            throw new UserError(HttpStatus.CONFLICT, "inventory.error.not-so");
        }
        return settlement;
    }
}
