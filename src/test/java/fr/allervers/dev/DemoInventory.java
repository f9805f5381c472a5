package fr.allervers.dev;

import fr.allervers.inventory.declaration.Declarations;
import fr.allervers.inventory.declaration.Inventories;
import fr.allervers.inventory.declaration.InventoryKind;
import fr.allervers.inventory.declaration.Item;
import fr.allervers.inventory.declaration.ItemAnswer;
import fr.allervers.inventory.declaration.ItemKind;
import fr.allervers.inventory.declaration.ItemState;
import fr.allervers.inventory.photo.PhotoUploads;
import fr.allervers.inventory.photo.TestPhotos;
import fr.allervers.inventory.review.Reviews;
import fr.allervers.inventory.settlement.SettlementDiscussion;
import fr.allervers.inventory.settlement.SettlementDraft;
import fr.allervers.inventory.signature.InventorySealing;
import fr.allervers.inventory.signature.TenantSignature;
import fr.allervers.staff.StaffDirectory;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/** The demo's inventories, lived through their own acts: one of each state, a damage and its settlement. */
@Order(9)
public class DemoInventory implements ApplicationRunner {

    private final Inventories inventories;
    private final Declarations declarations;
    private final PhotoUploads uploads;
    private final Reviews reviews;
    private final TenantSignature signature;
    private final InventorySealing sealing;
    private final SettlementDraft drafts;
    private final SettlementDiscussion discussion;
    private final StaffDirectory staff;
    private final JdbcClient jdbc;
    private final Clock clock;

    DemoInventory(
            Inventories inventories,
            Declarations declarations,
            PhotoUploads uploads,
            Reviews reviews,
            TenantSignature signature,
            InventorySealing sealing,
            SettlementDraft drafts,
            SettlementDiscussion discussion,
            StaffDirectory staff,
            JdbcClient jdbc,
            Clock clock) {
        this.inventories = inventories;
        this.declarations = declarations;
        this.uploads = uploads;
        this.reviews = reviews;
        this.signature = signature;
        this.sealing = sealing;
        this.drafts = drafts;
        this.discussion = discussion;
        this.staff = staff;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (jdbc.sql("select count(*) from inventory").query(Long.class).single() > 0) {
            return;
        }
        // Karim's agency, so that everybody of the demo who works on inventories sees them.
        var homes = jdbc.sql("""
            select h.id from household h join staff_agency a on a.agency_id = h.agency_id join staff_member s on s.id = a.staff_id
             where s.username = 'karim' and exists (select 1 from lease l where l.household_id = h.id)
               and exists (select 1 from occupant o join phone p on p.occupant_id = o.id where o.household_id = h.id and o.birth_date is not null and p.mobile)
             order by h.id limit 8
            """).query(Long.class).list();
        if (homes.size() < 8) {
            return;
        }
        try {
            live(homes);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private void live(List<Long> homes) {
        open(InventoryKind.ENTRY, homes.get(0), 12);
        half(open(InventoryKind.ENTRY, homes.get(1), 2));
        declare(open(InventoryKind.ENTRY, homes.get(2), 4), false);
        open(InventoryKind.EXIT, homes.get(3), -3);
        var asked = open(InventoryKind.ENTRY, homes.get(4), 6);
        declare(asked, false);
        reviews.ask(asked, Map.of(items(asked).get(1).id(), "Une photo de plus près, s’il vous plaît."));
        var toSign = open(InventoryKind.ENTRY, homes.get(5), 5);
        declare(toSign, false);
        reviews.accept(toSign);
        exit(homes.get(6), true);
        exit(homes.get(7), false);
    }

    /** A whole tenancy: the entry sealed, the exit declared with a damaged wall, and settled or to be reviewed. */
    private void exit(long home, boolean settled) {
        var entry = open(InventoryKind.ENTRY, home, -40);
        declare(entry, false);
        seal(entry);
        var exit = open(InventoryKind.EXIT, home, -20);
        declare(exit, true);
        if (!settled) {
            return;
        }
        seal(exit);
        var wall = items(exit).stream()
                .filter(item -> item.state() == ItemState.DAMAGED)
                .findFirst()
                .orElseThrow();
        drafts.charge(
                exit,
                wall.id(),
                "paint-room",
                BigDecimal.ONE,
                LocalDate.now(clock).minusYears(4).minusMonths(1));
        discussion.send(exit);
        discussion.answer(exit, false, "Le trou était là à mon arrivée.");
    }

    private long open(InventoryKind kind, long home, int keysInDays) {
        DemoCampaign.signIn(staff, "claire");
        return inventories.open(kind, home, LocalDate.now(clock).plusDays(keysInDays), false);
    }

    private List<Item> items(long id) {
        return inventories.items(id);
    }

    private void half(long id) {
        var items = items(id);
        items.subList(0, items.size() / 2).forEach(item -> answer(id, item, false));
    }

    private void declare(long id, boolean damaged) {
        var manifest = new HashMap<String, String>();
        var wall = items(id).stream()
                .filter(item -> "PAINT".equals(item.material()))
                .findFirst()
                .orElseThrow()
                .id();
        for (var item : items(id)) {
            var broken = damaged && item.id() == wall;
            answer(id, item, broken);
            if (item.photoRequired() || broken) {
                var photo = TestPhotos.room(item.room(), item.label(), broken);
                var key = UUID.randomUUID().toString();
                uploads.announce(id, item.id(), key, photo.length, TestPhotos.sha256(photo));
                uploads.receive(id, key, 0, new ByteArrayInputStream(photo));
                manifest.put(key, TestPhotos.sha256(photo));
            }
        }
        declarations.send(id, UUID.randomUUID().toString(), manifest);
    }

    private void answer(long id, Item item, boolean broken) {
        var said =
                switch (item.kind()) {
                    case ELEMENT ->
                        broken
                                ? new ItemAnswer(
                                        ItemState.DAMAGED, "Un trou de 5 cm près de la fenêtre", null, null, null)
                                : new ItemAnswer(
                                        item.id() % 7 == 0 ? ItemState.WORN : ItemState.GOOD, null, null, null, null);
                    case METER -> new ItemAnswer(null, null, "A-2041", new BigDecimal(item.id() * 13), null);
                    case KEYS -> new ItemAnswer(null, null, null, null, item.kind() == ItemKind.KEYS ? 2 : null);
                };
        declarations.answer(id, UUID.randomUUID().toString(), item.id(), said);
    }

    private void seal(long id) {
        reviews.accept(id);
        var draft = signature.toConfirm(id).orElseThrow();
        signature.sendCode(id);
        var code = jdbc.sql("select body from outbox_message where dedupe_key like ? order by id desc limit 1")
                .param("declarative-inventory/" + id + "/code/%")
                .query(String.class)
                .single()
                .replaceAll("(?s).*?(\\d{6}).*", "$1");
        signature.confirm(id, draft.sha256(), code);
        sealing.countersign(id, draft.sha256());
    }
}
