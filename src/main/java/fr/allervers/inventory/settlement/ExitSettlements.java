package fr.allervers.inventory.settlement;

import fr.allervers.inventory.declaration.Inventories;
import fr.allervers.inventory.declaration.Inventory;
import fr.allervers.inventory.declaration.InventoryDiary;
import fr.allervers.inventory.declaration.InventoryMessages;
import fr.allervers.inventory.declaration.InventoryRows;
import fr.allervers.inventory.declaration.Item;
import fr.allervers.inventory.declaration.ItemKind;
import fr.allervers.inventory.settings.InventorySetting;
import fr.allervers.inventory.settings.InventorySettings;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.workflow.Cases;
import fr.allervers.workflow.Tasks;
import fr.allervers.workflow.Timeline;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What exits cost tenants, and the return of their deposits. */
@Component
@Transactional
public class ExitSettlements {

    private static final String STEP = "settle-exit";
    private static final int MOST_LINES = 100;

    private final ExitRows rows;
    private final Inventories inventories;
    private final InventoryRows inventoryRows;
    private final InventoryMessages messages;
    private final InventoryDiary diary;
    private final SettlementLetter letter;
    private final WearGrids grids;
    private final InventorySettings settings;
    private final Tasks tasks;
    private final Cases cases;
    private final JdbcClient jdbc;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    ExitSettlements(
            ExitRows rows,
            Inventories inventories,
            InventoryRows inventoryRows,
            InventoryMessages messages,
            InventoryDiary diary,
            SettlementLetter letter,
            WearGrids grids,
            InventorySettings settings,
            Tasks tasks,
            Cases cases,
            JdbcClient jdbc,
            CurrentStaff currentStaff,
            Clock clock) {
        this.rows = rows;
        this.inventories = inventories;
        this.inventoryRows = inventoryRows;
        this.messages = messages;
        this.diary = diary;
        this.letter = letter;
        this.grids = grids;
        this.settings = settings;
        this.tasks = tasks;
        this.cases = cases;
        this.jdbc = jdbc;
        this.currentStaff = currentStaff;
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

    private Sheet sheet(Inventory of, ExitSettlement settlement) {
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

    /** What the deposit was, what is kept for charges, and when the keys came back. */
    public void set(long id, long depositCents, long provisionCents, LocalDate keysReturnedOn) {
        requireDraft(id);
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
        var settlement = requireDraft(id);
        var of = inventoryRows.require(id);
        var rate = grids.rates(settlement.keysReturnedOn()).stream()
                .filter(one -> one.code().equals(rateCode))
                .findFirst()
                .orElseThrow(() -> new UserError("inventory.error.rate"));
        if (quantity.signum() <= 0 || quantity.scale() > 2 || quantity.compareTo(new BigDecimal(10_000)) > 0) {
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
                .params(java.util.Arrays.asList(
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
        requireDraft(id);
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

    /** Sends the settlement to the tenant, with its letter; when nothing is the tenant's the deposit goes back at once. */
    public void send(long id) {
        requireDraft(id);
        var of = inventoryRows.require(id);
        var task = tasks.open(InventoryDiary.ref(id), STEP)
                .orElseThrow(() -> new UserError(HttpStatus.CONFLICT, "inventory.error.not-so"));
        var today = LocalDate.now(clock);
        var nothing = rows.charges(id).isEmpty();
        jdbc.sql(
                        "update exit_settlement set status = ?, version_no = version_no + 1, sent_at = ?, answer_until = ? where inventory_id = ?")
                .params(
                        nothing ? "AGREED" : "SENT",
                        clock.instant(),
                        today.plusDays(settings.at(today).number(InventorySetting.SETTLEMENT_ANSWER)),
                        id)
                .update();
        var sheet = sheet(of, rows.require(id));
        letter.keep(of, sheet);
        messages.write(
                of, "settlement/" + sheet.of.versionNo(), nothing ? "inventory-matching" : "inventory-settlement");
        diary.note(of, Timeline.Kind.DECISION, nothing ? "settled-nothing" : "settlement-sent", sheet.of.versionNo());
        tasks.claim(task, currentStaff.require());
        tasks.complete(task, Map.of("outcome", nothing ? "NONE" : "SENT"));
    }

    /** The tenant's answer; the first one counts, sent again it changes nothing. */
    public void answer(long id, boolean agreed, String words) {
        var of = inventoryRows.lock(id);
        if (words.length() > 2000 || (!agreed && words.isBlank())) {
            throw new UserError("inventory.error.reason");
        }
        var changed = jdbc.sql(
                        "update exit_settlement set status = ?, answered_at = ?, answer_text = ? where inventory_id = ? and status in ('SENT', 'SILENT')")
                .params(agreed ? "AGREED" : "DISPUTED", clock.instant(), words.isBlank() ? null : words.strip(), id)
                .update();
        if (changed == 0) {
            if (rows.require(id).status().name().equals(agreed ? "AGREED" : "DISPUTED")) {
                return;
            }
            throw new UserError(HttpStatus.CONFLICT, "inventory.error.not-so");
        }
        diary.tell(of, Timeline.Kind.DECISION, agreed ? "settlement-agreed" : "settlement-disputed", words);
        cases.correlate("settlement-answered", InventoryDiary.ref(id));
    }

    /** Where the tenant lives now: the deposit and the penalty need it. */
    public void tellAddress(long id, String address) {
        inventoryRows.lock(id);
        if (address.isBlank() || address.length() > 300) {
            throw new UserError("inventory.error.address");
        }
        jdbc.sql("update inventory set new_address = ? where id = ?")
                .params(address.strip(), id)
                .update();
    }

    @Transactional(readOnly = true)
    public LocalDate answerUntil(long id) {
        var until = rows.require(id).answerUntil();
        return until == null ? LocalDate.now(clock) : until;
    }

    /** AGREED, DISPUTED or SILENT; silence is noted, it is no agreement. */
    public String readAnswer(long id) {
        jdbc.sql("update exit_settlement set status = 'SILENT' where inventory_id = ? and status = 'SENT'")
                .param(id)
                .update();
        return rows.require(id).status().name();
    }

    /** What becomes of a dispute: the settlement is made anew, or kept to. */
    public void decideDispute(Inventory of, boolean revise, String why) {
        jdbc.sql("update exit_settlement set status = ? where inventory_id = ? and status = 'DISPUTED'")
                .params(revise ? "DRAFT" : "MAINTAINED", of.id())
                .update();
        diary.tell(of, Timeline.Kind.DECISION, revise ? "dispute-revise" : "dispute-maintain", why);
    }

    @Transactional(readOnly = true)
    public LocalDate depositDue(long id) {
        return rows.require(id).dueOn();
    }

    /** The deposit went back on this day. */
    public void returned(Inventory of, LocalDate on) {
        var settlement = rows.require(of.id());
        if (on.isAfter(LocalDate.now(clock)) || on.isBefore(settlement.keysReturnedOn())) {
            throw new UserError("inventory.error.paid-day");
        }
        var percent = settings.at(settlement.keysReturnedOn()).number(InventorySetting.DEPOSIT_PENALTY_PERCENT);
        jdbc.sql("update exit_settlement set status = 'PAID', paid_on = ?, penalty_cents = ? where inventory_id = ?")
                .params(
                        on,
                        DepositPolicy.penaltyCents(
                                settlement.dueOn(), on, settlement.rentCents(), percent, of.newAddress()),
                        of.id())
                .update();
        diary.note(of, Timeline.Kind.DECISION, "deposit-returned");
    }

    private ExitSettlement requireDraft(long id) {
        inventories.requireMine(id);
        var settlement = rows.require(id);
        if (settlement.status() != ExitSettlement.Status.DRAFT) {
            throw new UserError(HttpStatus.CONFLICT, "inventory.error.not-so");
        }
        return settlement;
    }
}
