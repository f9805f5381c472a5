package fr.allervers.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import java.time.Duration;

/** An entry with twenty photos, all in good state, while the network and the telephone do what they can against it. */
final class EntryOverABadNetwork {

    private static final int PHOTOS = 20;
    private static final String HELD = "select count(*) from inventory_photo where inventory_id = ? and state = 'KEPT'";
    private static final String BROKEN_OFF =
            "select count(*) from inventory_photo where inventory_id = ? and received > 0 and received < size_bytes";

    private final TenantPhone phone;
    private final PhoneNetwork network;
    private final InventoryDesk desk;
    private final long id;
    private final int rooms;
    /** Photos of what none is asked for. */
    private int more;

    EntryOverABadNetwork(TenantPhone phone, PhoneNetwork network, InventoryDesk desk, long id) {
        this.phone = phone;
        this.network = network;
        this.desk = desk;
        this.id = id;
        this.rooms = phone.rooms();
        this.more = PHOTOS
                - desk.count("select count(*) from inventory_item where inventory_id = ? and photo_required", id);
    }

    void declare() {
        phone.waitUntilItOpensOffline();
        phone.seen().looksGood().picture("edl-telephone");
        network.slow(true);
        phone.eachItem(1, this::inGoodState);
        assertThat(phone.page().locator("#net")).hasText("Tout est enregistré.");
        phone.seen().looksGood().picture("edl-telephone-piece");

        phone.eachItem(2, item -> {
            if (!network.isCut()) {
                cutInTheMiddleOfThePhotoOf(item);
            }
            inGoodState(item);
        });
        for (var room = 3; room <= rooms; room++) {
            phone.eachItem(room, this::inGoodState);
        }
        phone.home();
        everythingIsAnswered();

        phone.killAndOpen();
        everythingIsThereWithoutNetwork();
        phone.send();
        assertThat(phone.page().locator("main")).containsText("Il partira tout seul.");
        assertThat(desk.status(id)).isEqualTo("OPEN");

        network.restore();
        phone.offline(false);
        await().atMost(Duration.ofMinutes(1)).until(() -> desk.count(HELD, id) > PHOTOS / 2);
        assertThat(desk.status(id)).isEqualTo("OPEN");
        // What was to be sent goes on by itself in a page that knows nothing of the one killed.
        phone.killAndOpen();
        phone.waitUntilSent();
        phone.seen().looksGood().picture("edl-telephone-envoye");
        network.slow(false);
        everyPhotoIsHeldOnceInItsPlace();
    }

    private void inGoodState(Locator item) {
        TenantPhone.say(item, "GOOD", 2);
        if (item.locator("[data-photo]").count() == 0 && (TenantPhone.wantsPhoto(item) || more-- > 0)) {
            phone.photograph(item, false);
        }
    }

    private void cutInTheMiddleOfThePhotoOf(Locator item) {
        network.cutAfter(phone.photographLarge(item) / 2);
        await().until(network::isCut);
        phone.offline(true);
        await().until(() -> desk.count(BROKEN_OFF, id) == 1);
    }

    private void everythingIsAnswered() {
        assertThat(phone.page().locator(".rooms .done")).hasCount(rooms);
    }

    private void everythingIsThereWithoutNetwork() {
        assertThat(phone.page().locator("#net")).containsText("Pas de réseau");
        everythingIsAnswered();
        var there = 0;
        for (var room = 1; room <= rooms; room++) {
            phone.eachItem(room, item -> {});
            there += phone.page().locator("[data-photo]").count();
        }
        assertThat(there).isEqualTo(PHOTOS);
        phone.eachItem(2, item -> {});
        phone.page().locator("[data-photo]").first().scrollIntoViewIfNeeded();
        phone.seen().picture("edl-telephone-sans-reseau");
    }

    private void everyPhotoIsHeldOnceInItsPlace() {
        assertThat(desk.originals(id)).hasSize(PHOTOS).isEqualTo(phone.photos());
        assertThat(desk.count("select count(*) from inventory_photo where inventory_id = ?", id))
                .isEqualTo(PHOTOS);
        assertThat(desk.count(
                        "select count(*) from inventory_photo p join inventory i on i.id = p.inventory_id where i.id = ? and p.kept_at > i.submitted_at",
                        id))
                .as("photos that came after the inventory was sent")
                .isZero();
    }
}
