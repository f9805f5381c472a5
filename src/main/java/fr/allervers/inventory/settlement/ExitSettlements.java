package fr.allervers.inventory.settlement;

import fr.allervers.inventory.declaration.Inventories;
import fr.allervers.inventory.declaration.Inventory;
import fr.allervers.inventory.declaration.InventoryRows;
import fr.allervers.inventory.settings.InventorySetting;
import fr.allervers.inventory.settings.InventorySettings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What exits cost tenants and what comes back of their deposits, as the landlord and the tenant see it. */
@Component
@Transactional
public class ExitSettlements {

    private final ExitRows rows;
    private final Inventories inventories;
    private final InventoryRows inventoryRows;
    private final InventorySettings settings;
    private final JdbcClient jdbc;
    private final Clock clock;

    ExitSettlements(
            ExitRows rows,
            Inventories inventories,
            InventoryRows inventoryRows,
            InventorySettings settings,
            JdbcClient jdbc,
            Clock clock) {
        this.rows = rows;
        this.inventories = inventories;
        this.inventoryRows = inventoryRows;
        this.settings = settings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A settlement with its lines and what follows from them, as of today.
     *
     * @param sharesCents the tenant's, all lines together
     * @param backCents what comes back of the deposit; below zero: what is owed beyond it
     * @param penaltyTodayCents when the deposit came back today
     * @param penaltyNextCents when it came back a day after its last
     */
    public record Sheet(
            ExitSettlement of,
            List<Charge> charges,
            long sharesCents,
            long backCents,
            long penaltyTodayCents,
            long penaltyNextCents,
            @Nullable String newAddress) {}

    /** Begins with the sealed exit; a second time it changes nothing. */
    public void begin(Inventory of) {
        var rules = settings.at(of.keysOn());
        jdbc.sql("""
                        insert ignore into exit_settlement (inventory_id, status, deposit_cents, rent_cents, keys_returned_on, matching, due_on)
                        select ?, 'DRAFT', coalesce(d.rent_cents, 0), coalesce(d.rent_cents, 0), ?, true, ? from dwelling d where d.id = ?
                        """)
                .params(
                        of.id(),
                        of.keysOn(),
                        DepositPolicy.dueOn(of.keysOn(), rules.number(InventorySetting.DEPOSIT_MONTHS_MATCHING)),
                        of.dwellingId())
                .update();
    }

    /** The settlement for who may read the inventory; none before the exit is sealed. */
    @Transactional(readOnly = true)
    public Optional<Sheet> find(long id) {
        var of = inventories.require(id);
        return rows.find(id).map(settlement -> sheet(of, settlement));
    }

    /** The settlement as the tenant sees it, from when it was sent; whoever calls has the tenant's link. */
    @Transactional(readOnly = true)
    public Optional<Sheet> sent(long id) {
        return rows.find(id)
                .filter(settlement -> settlement.status() != ExitSettlement.Status.DRAFT)
                .map(settlement -> sheet(inventoryRows.require(id), settlement));
    }

    Sheet sheet(Inventory of, ExitSettlement settlement) {
        var charges = rows.charges(of.id());
        var shares = charges.stream().mapToLong(Charge::shareCents).sum();
        var percent = settings.at(settlement.keysReturnedOn()).number(InventorySetting.DEPOSIT_PENALTY_PERCENT);
        var until = settlement.paidOn() == null ? LocalDate.now(clock) : settlement.paidOn();
        return new Sheet(
                settlement,
                charges,
                shares,
                settlement.depositCents() - settlement.provisionCents() - shares,
                DepositPolicy.penaltyCents(settlement.dueOn(), until, settlement.rentCents(), percent, of.newAddress()),
                WearPolicy.shareCents(settlement.rentCents(), percent),
                of.newAddress());
    }

    @Transactional(readOnly = true)
    public LocalDate answerUntil(long id) {
        var until = rows.require(id).answerUntil();
        return until == null ? LocalDate.now(clock) : until;
    }

    @Transactional(readOnly = true)
    public LocalDate depositDue(long id) {
        return rows.require(id).dueOn();
    }
}
