package fr.allervers.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.FilePayload;
import fr.allervers.inventory.photo.TestPhotos;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A tenant's telephone with the page of an inventory, which may be killed and opened again at any moment. */
final class TenantPhone {

    /** As long as a slow network takes for what waits. */
    private static final int SENT_WITHIN_MS = 60_000;

    private final BrowserContext context;
    private final String link;
    private final Map<String, Long> photos = new LinkedHashMap<>();
    private Page page;

    /**
     * @param link the whole address that the tenant was written
     */
    TenantPhone(Visitor visitor, String link) {
        this.context = visitor.page().context();
        this.page = visitor.page();
        this.link = link;
    }

    /** Follows the link and says who it is. */
    TenantPhone prove(LocalDate birth) {
        page.navigate(link);
        assertThat(page.locator("h1")).hasText("Est-ce bien vous ?");
        page.locator("#naissance").fill(birth.toString());
        page.getByText("Continuer").click();
        return this;
    }

    Page page() {
        return page;
    }

    /** The page as somebody looks at it who saw nothing of what was before. */
    Visitor seen() {
        return new Visitor(page, Visitors.PHONE);
    }

    /** The hashes of the photos taken, each with the item that it shows. */
    Map<String, Long> photos() {
        return photos;
    }

    /** No network that the telephone knows of, or one again. */
    void offline(boolean isOffline) {
        context.setOffline(isOffline);
    }

    /** The page is gone from one moment to the next, and opened again by its link. */
    void killAndOpen() {
        page.close();
        page = context.newPage();
        page.setDefaultTimeout(30_000);
        page.navigate(link + "/etat-des-lieux");
    }

    /** From now on the page opens without network too. */
    void waitUntilItOpensOffline() {
        page.waitForFunction("navigator.serviceWorker.controller !== null");
    }

    int rooms() {
        assertThat(page.locator(".rooms li").first()).isVisible();
        return page.locator(".rooms li").count();
    }

    void home() {
        page.evaluate("location.hash = ''");
        assertThat(page.locator(".rooms")).isVisible();
    }

    /** Goes through the items of a room, counted from 1. */
    void eachItem(int room, Consumer<Locator> act) {
        page.evaluate("room => { location.hash = '#piece-' + room; }", room);
        assertThat(page.locator("h1 .soft")).containsText(room + "/");
        for (var item : page.locator("section.card").all()) {
            act.accept(item);
        }
    }

    static String name(Locator item) {
        return item.locator("h2").innerText();
    }

    static boolean wantsPhoto(Locator item) {
        return item.locator("label.btn").innerText().contains("demandée");
    }

    /** Says what there is to be said of an item: its state, or else a reading, or else the number of keys. */
    static void say(Locator item, String state, int keys) {
        if (item.locator("input[type=radio]").count() > 0) {
            item.locator("input[value=" + state + "]").check();
        } else if (item.locator("input[type=number]").count() > 0) {
            write(item.locator("input[type=number]"), Integer.toString(keys));
        } else {
            write(item.locator("input[id$=serial]"), "A-2041");
            write(item.locator("input[id$=reading]"), "1234,5");
        }
    }

    static void remark(Locator item, String words) {
        write(item.locator("textarea"), words);
    }

    private static void write(Locator field, String words) {
        field.fill(words);
        field.blur();
    }

    /** Takes a photo unlike any other of this telephone. */
    void photograph(Locator item, boolean damaged) {
        var room = TestPhotos.room(page.locator("h1").innerText(), name(item), damaged);
        keep(item, TestPhotos.withComment(room, "Photo " + photos.size()));
    }

    /** Takes a photo that leaves in several parts, and says how many bytes it has. */
    int photographLarge(Locator item) {
        var photo = TestPhotos.room(page.locator("h1").innerText(), name(item), false);
        for (var times = 0; times < 6; times++) {
            photo = TestPhotos.withComment(photo, "Photo ".repeat(10_000));
        }
        keep(item, photo);
        return photo.length;
    }

    private void keep(Locator item, byte[] photo) {
        var before = item.locator("[data-photo]").count();
        item.locator("input[type=file]").setInputFiles(new FilePayload("photo.jpg", "image/jpeg", photo));
        assertThat(item.locator("[data-photo]")).hasCount(before + 1);
        photos.put(
                TestPhotos.sha256(photo), Long.valueOf(item.getAttribute("id").replace("item-", "")));
    }

    /** What still lacks is said by the page, item by item; nothing must. */
    void send() {
        page.evaluate("location.hash = '#envoi'");
        assertThat(page.locator("ul.lack")).isAttached();
        assertThat(page.locator("ul.lack li")).hasCount(0);
        page.locator("button.main").click();
    }

    void waitUntilSent() {
        assertThat(page.locator("[data-sent]")).isVisible(new IsVisibleOptions().setTimeout(SENT_WITHIN_MS));
    }
}
