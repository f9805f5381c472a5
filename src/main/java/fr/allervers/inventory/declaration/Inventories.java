package fr.allervers.inventory.declaration;

import fr.allervers.links.PublicLinks;
import fr.allervers.messaging.Outbox;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.workflow.Cases;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Inventories at move-in and move-out. Acts check the signed-in person's role and agency. */
@Component
@Transactional
public class Inventories {

    /** Who works on inventories. */
    private static final Role[] ACT = {Role.FIELD_MANAGER, Role.RENT_OFFICER, Role.SUPERVISOR};

    private static final Role[] READ = {
        Role.FIELD_MANAGER, Role.RENT_OFFICER, Role.SUPERVISOR, Role.DIRECTOR, Role.SOCIAL_ADVISOR
    };

    private final InventoryRows rows;
    private final InventoryOpening opening;
    private final InventoryDiary diary;
    private final PublicLinks links;
    private final Outbox outbox;
    private final Cases cases;
    private final JdbcClient jdbc;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    Inventories(
            InventoryRows rows,
            InventoryOpening opening,
            InventoryDiary diary,
            PublicLinks links,
            Outbox outbox,
            Cases cases,
            JdbcClient jdbc,
            CurrentStaff currentStaff,
            Clock clock) {
        this.rows = rows;
        this.opening = opening;
        this.diary = diary;
        this.links = links;
        this.outbox = outbox;
        this.cases = cases;
        this.jdbc = jdbc;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    /** This inventory, for who may read it. */
    @Transactional(readOnly = true)
    public Inventory require(long id) {
        var of = rows.require(id);
        if (!currentStaff.requireAgency(of.agencyId()).isAny(READ)) {
            throw new AccessDeniedException("No right to inventories");
        }
        return of;
    }

    /** This inventory, locked, for who works on it. */
    public Inventory requireMine(long id) {
        var of = rows.lock(id);
        if (!currentStaff.requireAgency(of.agencyId()).isAny(ACT)) {
            throw new AccessDeniedException("No right to work on inventories");
        }
        return of;
    }

    /** Its items, for who may read it. */
    @Transactional(readOnly = true)
    public List<Item> items(long id) {
        return rows.items(require(id).id());
    }

    /** The household's inventories, the latest first; for who may read that household. */
    @Transactional(readOnly = true)
    public List<Inventory> ofHousehold(long householdId) {
        return rows.ofHousehold(householdId);
    }

    /**
     * Opens the inventory of a household's current lease by hand; the one there is already when there is one.
     *
     * @param emergency a move-in that cannot wait: the link leaves at once, the keys are today's
     * @throws UserError when the household has no lease of that kind to make one of, or the day cannot be
     */
    public long open(InventoryKind kind, long householdId, LocalDate keysOn, boolean emergency) {
        var by = currentStaff.require();
        record Found(long id, long agencyId) {}
        var lease = jdbc.sql("""
                        select l.id, b.agency_id from lease l join dwelling d on d.id = l.dwelling_id join building b on b.id = d.building_id
                         where l.household_id = ? order by l.starts_on desc, l.id desc limit 1
                        """)
                .param(householdId)
                .query(Found.class)
                .optional()
                .orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "inventory.error.lease"));
        if (!currentStaff.requireAgency(lease.agencyId()).isAny(ACT)) {
            throw new AccessDeniedException("No right to open inventories");
        }
        var today = LocalDate.now(clock);
        if (keysOn.isBefore(today.minusDays(60)) || keysOn.isAfter(today.plusDays(200))) {
            throw new UserError("inventory.error.keys-day");
        }
        return opening.open(kind, lease.id(), keysOn, emergency, by.username());
    }

    /** Opens what the register tells of; the application does so by itself. */
    long openBy(InventoryKind kind, long leaseId, LocalDate keysOn) {
        return opening.open(kind, leaseId, keysOn, false, "allervers");
    }

    /** Moves the day of the keys. */
    public void moveKeys(long id, LocalDate keysOn) {
        var of = requireMine(id);
        if (!of.status().isStoppable()) {
            throw notSo();
        }
        rows.update(id, List.of(of.status()), "keys_on = ?", keysOn);
        diary.note(of, Timeline.Kind.DECISION, "keys-moved", keysOn.toString());
    }

    /**
     * Gives it up: the lease is cancelled, or falls away.
     *
     * @param why in words, at most 300 characters
     */
    public void cancel(long id, String why) {
        var of = requireStoppable(id, why);
        rows.update(
                id,
                List.of(of.status()),
                "status = 'CANCELLED', closed_at = ?, stop_reason = ?",
                clock.instant(),
                why.strip());
        links.revoke(InventoryLink.PURPOSE, id);
        outbox.cancel(InventoryDiary.ref(id));
        diary.tell(of, Timeline.Kind.DECISION, "cancelled", why);
        cases.correlate("inventory-stopped", InventoryDiary.ref(id));
    }

    /** It is made by both on the spot instead of by the tenant alone. */
    public void makeJointly(long id, String why) {
        var of = requireStoppable(id, why);
        if (of.status() == InventoryStatus.TENANT_SIGNED || !cases.correlate("joint-chosen", InventoryDiary.ref(id))) {
            throw notSo();
        }
        diary.tell(of, Timeline.Kind.DECISION, "jointly", why);
    }

    private Inventory requireStoppable(long id, String why) {
        var of = requireMine(id);
        if (why.isBlank() || why.length() > 300) {
            throw new UserError("inventory.error.reason");
        }
        if (!of.status().isStoppable()) {
            throw notSo();
        }
        return of;
    }

    private static UserError notSo() {
        return new UserError(HttpStatus.CONFLICT, "inventory.error.not-so");
    }
}
