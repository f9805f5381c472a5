package fr.allervers.inventory.course;

import fr.allervers.inventory.declaration.Inventory;
import fr.allervers.inventory.declaration.InventoryDiary;
import fr.allervers.inventory.declaration.InventoryKind;
import fr.allervers.inventory.declaration.InventoryLink;
import fr.allervers.inventory.declaration.InventoryMessages;
import fr.allervers.inventory.declaration.InventoryRows;
import fr.allervers.inventory.declaration.InventoryStatus;
import fr.allervers.inventory.settings.InventorySetting;
import fr.allervers.inventory.settings.InventorySettings;
import fr.allervers.inventory.settlement.ExitSettlements;
import fr.allervers.inventory.settlement.SettlementDiscussion;
import fr.allervers.inventory.signature.AdditionWindow;
import fr.allervers.inventory.signature.InventorySealing;
import fr.allervers.links.PublicLinks;
import fr.allervers.shared.WorkingTime;
import fr.allervers.workflow.ProcessSteps;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What declarative-inventory.bpmn asks and does; public because expressions reach public classes only. Every step may run
 * twice: messages have keys, rows move only from the status they are expected in.
 */
@ProcessSteps("declarativeInventory")
@Transactional(propagation = Propagation.MANDATORY)
public class InventorySteps {

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final Set<InventoryStatus> BEFORE_KEYS =
            Set.of(InventoryStatus.OPEN, InventoryStatus.ASKED, InventoryStatus.SUBMITTED);

    private final InventoryRows rows;
    private final InventoryMessages messages;
    private final InventoryDiary diary;
    private final InventorySettings settings;
    private final InventorySealing sealing;
    private final AdditionWindow additions;
    private final ExitSettlements settlements;
    private final SettlementDiscussion discussion;
    private final PublicLinks links;
    private final WorkingTime workingTime;
    private final JdbcClient jdbc;
    private final Clock clock;

    InventorySteps(
            InventoryRows rows,
            InventoryMessages messages,
            InventoryDiary diary,
            InventorySettings settings,
            InventorySealing sealing,
            AdditionWindow additions,
            ExitSettlements settlements,
            SettlementDiscussion discussion,
            PublicLinks links,
            WorkingTime workingTime,
            JdbcClient jdbc,
            Clock clock) {
        this.rows = rows;
        this.messages = messages;
        this.diary = diary;
        this.settings = settings;
        this.sealing = sealing;
        this.additions = additions;
        this.settlements = settlements;
        this.discussion = discussion;
        this.links = links;
        this.workingTime = workingTime;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The first message; at an emergency too: to the telephone only, and without the address. */
    public void sendLink(long id) {
        var of = rows.lock(id);
        messages.write(of, "link", of.kind() == InventoryKind.ENTRY ? "inventory-entry" : "inventory-exit");
        messaged(id, false);
    }

    public Date nextReminderAt(long id) {
        var of = rows.require(id);
        if (of.emergency()) {
            return Date.from(last(of).plus(Duration.ofHours(4)));
        }
        var days = number(of.reminders() == 0 ? InventorySetting.FIRST_REMINDER : InventorySetting.NEXT_REMINDER);
        return Date.from(last(of).plus(Duration.ofDays(days)));
    }

    /** Reminds, or says that somebody should call: REMIND or CALL. */
    public String remind(long id) {
        var of = rows.lock(id);
        if (of.reminders() >= number(InventorySetting.REMINDERS)) {
            messaged(id, true);
            return "CALL";
        }
        messages.write(of, "reminder/" + of.revision() + "/" + of.reminders(), "inventory-reminder");
        jdbc.sql("update inventory set reminders = reminders + 1 where id = ?")
                .param(id)
                .update();
        messaged(id, false);
        return "REMIND";
    }

    public void askMore(long id) {
        var of = rows.lock(id);
        messages.write(of, "more/" + of.revision(), "inventory-more");
        messaged(id, true);
    }

    private void messaged(long id, boolean startsAnew) {
        jdbc.sql("update inventory set last_message_at = ?" + (startsAnew ? ", reminders = 0" : "") + " where id = ?")
                .params(clock.instant(), id)
                .update();
    }

    private static Instant last(Inventory of) {
        return of.lastMessageAt() == null ? of.openedAt() : of.lastMessageAt();
    }

    /** Some days before the keys, in the morning; after an emergency's, which are given first, the next morning. */
    public Date keysAlertAt(long id) {
        var of = rows.require(id);
        var day = of.emergency() ? of.keysOn().plusDays(1) : of.keysOn().minusDays(number(InventorySetting.KEYS_ALERT));
        return Date.from(day.atTime(MORNING).atZone(clock.getZone()).toInstant());
    }

    /** NOW when the keys are near and nothing is agreed; LATER when their day was moved meanwhile. */
    public String checkKeys(long id) {
        var of = rows.require(id);
        if (keysAlertAt(id).toInstant().isAfter(clock.instant())) {
            return "LATER";
        }
        if (BEFORE_KEYS.contains(of.status())) {
            diary.note(of, Timeline.Kind.ESCALATION, "keys-near");
        }
        return "NOW";
    }

    /** The morning of the keys, or within two hours. */
    public Date keysDue(long id) {
        var morning = rows.require(id)
                .keysOn()
                .atTime(MORNING)
                .atZone(clock.getZone())
                .toInstant();
        return Date.from(
                morning.isAfter(clock.instant()) ? morning : clock.instant().plus(Duration.ofHours(2)));
    }

    public Date callDue(long id) {
        return inWorkingDays(InventorySetting.TASK_CALL);
    }

    /** Made by both from now on, whoever had begun it. */
    public void goOnSite(long id) {
        rows.update(
                id,
                List.of(
                        InventoryStatus.OPEN,
                        InventoryStatus.ASKED,
                        InventoryStatus.SUBMITTED,
                        InventoryStatus.ACCEPTED,
                        InventoryStatus.ON_SITE),
                "status = 'ON_SITE', made_as = 'JOINT'");
    }

    public Date visitDue(long id) {
        return inWorkingDays(InventorySetting.TASK_VISIT);
    }

    public Date reviewDue(long id) {
        return inWorkingDays(InventorySetting.TASK_REVIEW);
    }

    public Date countersignDue(long id) {
        return inWorkingDays(InventorySetting.TASK_COUNTERSIGN);
    }

    public Date priceDue(long id) {
        return inWorkingDays(InventorySetting.TASK_PRICE);
    }

    public Date disputeDue(long id) {
        return inWorkingDays(InventorySetting.TASK_DISPUTE);
    }

    /** Days for the registered notice, then some to come. */
    public Date bailiffDue(long id) {
        var notice = Duration.ofDays(number(InventorySetting.BAILIFF_NOTICE));
        return Date.from(
                workingTime.plusWorkingDays(clock.instant().plus(notice), number(InventorySetting.TASK_VISIT)));
    }

    /** A task is late and goes to who leads too. */
    public Date lateDue(long id) {
        diary.note(rows.require(id), Timeline.Kind.ESCALATION, "late");
        return inWorkingDays(InventorySetting.TASK_SUPERVISOR);
    }

    private Date inWorkingDays(InventorySetting setting) {
        return Date.from(workingTime.plusWorkingDays(clock.instant(), number(setting)));
    }

    public void askSignature(long id) {
        var of = sealing.prepare(id);
        messages.write(of, "sign/" + of.revision() + "/" + sealing.draftsMade(id), "inventory-sign");
        messaged(id, true);
    }

    public Date signatureReminderAt(long id) {
        return Date.from(last(rows.require(id)).plus(Duration.ofDays(number(InventorySetting.NEXT_REMINDER))));
    }

    /** REMIND, or VISIT when reminders led nowhere. */
    public String remindSignature(long id) {
        return remind(id).equals("CALL") ? "VISIT" : "REMIND";
    }

    public void sealReport(long id) {
        sealing.sealReport(id);
    }

    /** Tells both where the sealed document is, and says which kind it is of. */
    public String sendSealed(long id) {
        var of = rows.lock(id);
        messages.write(of, "sealed", "inventory-sealed");
        if (of.kind() == InventoryKind.EXIT) {
            settlements.begin(of);
        }
        return of.kind().name();
    }

    public Date additionsEndAt(long id) {
        return Date.from(additions.endsAt(rows.require(id)));
    }

    public Date answerUntil(long id) {
        return Date.from(settlements
                .answerUntil(id)
                .plusDays(1)
                .atStartOfDay(clock.getZone())
                .toInstant());
    }

    /** AGREED, DISPUTED or SILENT. */
    public String readAnswer(long id) {
        return discussion.readAnswer(id);
    }

    /** The deposit's own day, whatever day of the week; a late one is due at once. */
    public Date depositDue(long id) {
        var day = settlements
                .depositDue(id)
                .atTime(LocalTime.of(17, 0))
                .atZone(clock.getZone())
                .toInstant();
        return Date.from(day.isAfter(clock.instant()) ? day : clock.instant().plus(Duration.ofHours(2)));
    }

    public void close(long id) {
        var of = rows.lock(id);
        rows.update(id, List.of(InventoryStatus.SEALED), "status = 'CLOSED', closed_at = ?", clock.instant());
        links.revoke(InventoryLink.PURPOSE, id);
        diary.note(of, Timeline.Kind.DECISION, "closed." + of.kind());
    }

    private int number(InventorySetting setting) {
        return settings.at(LocalDate.now(clock)).number(setting);
    }
}
