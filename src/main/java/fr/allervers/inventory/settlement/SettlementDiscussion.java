package fr.allervers.inventory.settlement;

import fr.allervers.inventory.declaration.Inventory;
import fr.allervers.inventory.declaration.InventoryDiary;
import fr.allervers.inventory.declaration.InventoryMessages;
import fr.allervers.inventory.declaration.InventoryRows;
import fr.allervers.inventory.settings.InventorySetting;
import fr.allervers.inventory.settings.InventorySettings;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.workflow.Cases;
import fr.allervers.workflow.Tasks;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** From a settlement sent to the deposit given back: the tenant's answer, a dispute, silence. */
@Component
@Transactional
public class SettlementDiscussion {

    private static final String STEP = "settle-exit";

    private final ExitRows rows;
    private final ExitSettlements settlements;
    private final SettlementDraft drafts;
    private final InventoryRows inventoryRows;
    private final InventoryMessages messages;
    private final InventoryDiary diary;
    private final SettlementLetter letter;
    private final InventorySettings settings;
    private final Tasks tasks;
    private final Cases cases;
    private final JdbcClient jdbc;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    SettlementDiscussion(
            ExitRows rows,
            ExitSettlements settlements,
            SettlementDraft drafts,
            InventoryRows inventoryRows,
            InventoryMessages messages,
            InventoryDiary diary,
            SettlementLetter letter,
            InventorySettings settings,
            Tasks tasks,
            Cases cases,
            JdbcClient jdbc,
            CurrentStaff currentStaff,
            Clock clock) {
        this.rows = rows;
        this.settlements = settlements;
        this.drafts = drafts;
        this.inventoryRows = inventoryRows;
        this.messages = messages;
        this.diary = diary;
        this.letter = letter;
        this.settings = settings;
        this.tasks = tasks;
        this.cases = cases;
        this.jdbc = jdbc;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    /** Sends the settlement to the tenant, with its letter; when nothing is the tenant's the deposit goes back at once. */
    public void send(long id) {
        drafts.require(id);
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
        var sheet = settlements.sheet(of, rows.require(id));
        letter.keep(of, sheet);
        messages.write(
                of, "settlement/" + sheet.of().versionNo(), nothing ? "inventory-matching" : "inventory-settlement");
        diary.note(
                of,
                Timeline.Kind.DECISION,
                nothing ? "settled-nothing" : "settlement-sent",
                sheet.of().versionNo());
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
                        "update exit_settlement set status = ?, answered_at = ?, answer_text = ?, disputed_at = coalesce(disputed_at, if(?, null, answered_at)) where inventory_id = ? and status in ('SENT', 'SILENT')")
                .params(
                        agreed ? "AGREED" : "DISPUTED",
                        clock.instant(),
                        words.isBlank() ? null : words.strip(),
                        agreed,
                        id)
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
}
