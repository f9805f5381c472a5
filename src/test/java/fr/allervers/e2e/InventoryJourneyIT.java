package fr.allervers.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import fr.allervers.inventory.photo.TestPhotos;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A tenant makes the inventories on a cheap telephone, over a network that is slow, cut, and away; the landlord settles. */
@BrowserTest
class InventoryJourneyIT {

    private static final int PHOTOS = 20;

    @Autowired
    Visitors visitors;

    @Autowired
    JdbcClient jdbc;

    private final Map<Page, CDPSession> sessions = new HashMap<>();
    private int sent;
    private int more;

    @Test
    void anEntryWithTwentyPhotosThenAnExitSettledToTheCent() {
        var home = household();
        var entry = open(home, "ENTRY", LocalDate.now().plusDays(3));
        // What must be photographed, and as many others as make twenty.
        more = PHOTOS
                - (int) count("select count(*) from inventory_item where inventory_id = ? and photo_required", entry);
        declareOverABadNetwork(entry);
        assertThat(count("select count(*) from inventory_photo where inventory_id = ? and state = 'KEPT'", entry))
                .isEqualTo(PHOTOS);
        assertThat(count(
                        "select count(distinct sha256) from inventory_photo where inventory_id = ? and state = 'KEPT'",
                        entry))
                .isEqualTo(PHOTOS);
        assertThat(count(
                        "select count(*) from inventory_photo_part t join inventory_photo p on p.id = t.photo_id where"
                                + " p.inventory_id = ?",
                        entry))
                .isZero();
        reviewAndSign(entry, "entree");

        jdbc.sql("update inventory_item set state = 'NEW', installed_on = ? where inventory_id = ?")
                .params(LocalDate.now().minusYears(4).minusDays(10), entry)
                .update();
        var exit = open(home, "EXIT", LocalDate.now());
        declareExit(exit);
        reviewAndSign(exit, "sortie");
        settle(exit);
    }

    private long household() {
        return jdbc.sql("""
            select h.id from household h join staff_agency a on a.agency_id = h.agency_id join staff_member s on s.id = a.staff_id
              join dwelling d on d.id = h.dwelling_id
             where s.username = 'karim' and d.rent_cents is not null
               and not exists (select 1 from inventory i where i.household_id = h.id) and exists (select 1 from lease l where l.household_id = h.id)
               and exists (select 1 from occupant o join phone p on p.occupant_id = o.id
                            where o.household_id = h.id and o.birth_date is not null and p.mobile and not p.dead and not o.do_not_call)
             order by h.id desc limit 1
            """).query(Long.class).single();
    }

    /** From the household's page, as somebody of the landlord's does. */
    private long open(long home, String kind, LocalDate keys) {
        var visitor = visitors.signedIn("claire", Visitors.DESK);
        var page = visitor.page();
        page.navigate("/locataires/" + home);
        page.locator("#etats-des-lieux summary").click();
        page.locator("#edl-sorte").selectOption(kind);
        page.locator("#edl-cles").fill(keys.toString());
        page.locator("#etats-des-lieux form button").click();
        page.waitForURL(Pattern.compile(".*/etats-des-lieux/\\d+"));
        var id = Long.parseLong(page.url().replaceAll(".*/", ""));
        page.context().close();
        return id;
    }

    /** The address that the household was written. */
    private String link(long id) {
        var body = jdbc.sql("select body from outbox_message where dedupe_key = ?")
                .param("declarative-inventory/" + id + "/link")
                .query(String.class)
                .single();
        return body.replaceAll("(?s).*?(/l/[A-Za-z0-9_-]{43}).*", "$1");
    }

    private Page opened(BrowserContext context, long id) {
        var page = context.newPage();
        page.setDefaultTimeout(30_000);
        page.navigate(link(id));
        if (page.locator("#naissance").count() > 0) {
            page.locator("#naissance").fill(birth(id));
            page.locator("main button").click();
        }
        return page;
    }

    private String birth(long id) {
        return jdbc.sql("select o.birth_date from occupant o join inventory i on i.household_id = o.household_id where"
                        + " i.id = ? and o.birth_date is not null and o.deceased_on is null limit 1")
                .param(id)
                .query(LocalDate.class)
                .single()
                .toString();
    }

    private void declareOverABadNetwork(long id) {
        var visitor = visitors.anonymous(Visitors.PHONE);
        var context = visitor.page().context();
        visitor.page().close();
        var page = opened(context, id);
        assertThat(page.locator("h1")).containsText("État des lieux d’entrée");
        page.waitForFunction("navigator.serviceWorker.controller !== null");
        new Visitor(page, Visitors.PHONE).looksGood().picture("edl-locataire");
        network(page, false);

        answerRoom(page, 1);
        new Visitor(page, Visitors.PHONE).looksGood().picture("edl-piece");
        network(page, true);
        context.setOffline(true);
        network(page, true);
        answerRoom(page, 2);
        answerRoom(page, 3);
        assertThat(page.locator("#net")).containsText("Pas de réseau");
        new Visitor(page, Visitors.PHONE).picture("edl-hors-ligne");

        // The telephone restarts, still without network: the page opens and has everything.
        page.close();
        page = context.newPage();
        page.navigate(link(id) + "/etat-des-lieux#piece-3");
        assertThat(page.locator("input[type=radio]:checked").first()).isVisible();
        assertThat(page.locator("[data-photo]").first()).isVisible();

        // The network is back; the page is killed in the middle of what it sends.
        context.setOffline(false);
        network(page, false);
        page.reload();
        await().atMost(Duration.ofMinutes(1))
                .until(() ->
                        count("select count(*) from inventory_photo where inventory_id = ? and received > 0", id) > 2);
        page.close();
        page = context.newPage();
        page.navigate(link(id) + "/etat-des-lieux");
        var rooms = rooms(page);
        for (var room = 4; room <= rooms; room++) {
            answerRoom(page, room);
        }
        toSend(page);
        assertThat(page.locator("[data-sent]"))
                .isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                        .setTimeout(120_000));
        new Visitor(page, Visitors.PHONE).looksGood().picture("edl-envoye");
        context.close();
    }

    /** Some hundred kilobytes a second, half a second away. */
    private void network(Page page, boolean away) {
        var network = new JsonObject();
        network.addProperty("offline", away);
        network.addProperty("latency", 150);
        network.addProperty("downloadThroughput", 200_000);
        network.addProperty("uploadThroughput", 150_000);
        // One session a page: what one says of the network, another does not take back.
        sessions.computeIfAbsent(page, any -> page.context().newCDPSession(page))
                .send("Network.emulateNetworkConditions", network);
    }

    /** What still lacks is said by the page, item by item. */
    private static void toSend(Page page) {
        page.evaluate("location.hash = '#envoi'");
        assertThat(page.locator("button.main")).containsText("Envoyer");
        assertThat(page.locator("ul.lack li").allInnerTexts()).isEmpty();
        page.locator("button.main").click();
    }

    private static int rooms(Page page) {
        assertThat(page.locator(".rooms li").first()).isVisible();
        return page.locator(".rooms li").count();
    }

    private void answerRoom(Page page, int room) {
        page.evaluate("location.hash = '#piece-" + room + "'");
        assertThat(page.locator("h1")).containsText(room + "/");
        var items = page.locator("section.card");
        for (var at = 0; at < items.count(); at++) {
            var item = items.nth(at);
            answer(item, "GOOD");
            if (wantsPhoto(item) || more-- > 0) {
                photograph(item);
            }
        }
    }

    private static void answer(Locator item, String state) {
        if (item.locator("input[type=radio]").count() > 0) {
            item.locator("input[value=" + state + "]").check();
        } else if (item.locator("input[type=number]").count() > 0) {
            item.locator("input[type=number]").fill("2");
            item.locator("input[type=number]").blur();
        } else {
            item.locator("input[id$=reading]").fill("1234,5");
            item.locator("input[id$=reading]").blur();
        }
    }

    private static boolean wantsPhoto(Locator item) {
        return item.locator("label.btn").innerText().contains("demandée");
    }

    private void photograph(Locator item) {
        var before = item.locator("[data-photo]").count();
        item.locator("input[type=file]")
                .setInputFiles(new FilePayload("photo.jpg", "image/jpeg", TestPhotos.detailed(640 + sent, 480, sent)));
        assertThat(item.locator("[data-photo]")).hasCount(before + 1);
        sent++;
    }

    private void declareExit(long id) {
        var visitor = visitors.anonymous(Visitors.PHONE);
        var page = opened(visitor.page().context(), id);
        assertThat(page.locator("h1")).containsText("État des lieux de sortie");
        var rooms = rooms(page);
        var damaged = false;
        for (var room = 1; room <= rooms; room++) {
            page.evaluate("location.hash = '#piece-" + room + "'");
            assertThat(page.locator("h1")).containsText(room + "/");
            var items = page.locator("section.card");
            for (var at = 0; at < items.count(); at++) {
                var item = items.nth(at);
                var breaks = !damaged && item.locator("h2").innerText().equals("Murs");
                answer(item, breaks ? "DAMAGED" : "NEW");
                if (breaks) {
                    damaged = true;
                    item.locator("textarea").fill("Un trou de 5 cm");
                    item.locator("textarea").blur();
                }
                if (breaks || wantsPhoto(item)) {
                    photograph(item);
                }
            }
        }
        toSend(page);
        assertThat(page.locator("[data-sent]")).isVisible();
        page.locator("a.btn.main").click();
        assertThat(page.locator("h1")).containsText("Votre état des lieux de sortie");
        page.locator("#adresse").fill("5 rue Neuve, 26000 Valence");
        page.locator("#adresse + button").click();
        page.context().close();
    }

    private void reviewAndSign(long id, String picture) {
        var claire = visitors.signedIn("claire", Visitors.DESK);
        claire.open("/etats-des-lieux/" + id).looksGood().picture("edl-controle-" + picture);
        claire.page().locator("form[action$=accepter] button").click();
        assertThat(claire.page().locator("body")).containsText("À signer par le locataire");

        var phone = visitors.anonymous(Visitors.PHONE);
        var page = opened(phone.page().context(), id);
        page.navigate(link(id) + "/etat-des-lieux/suite");
        new Visitor(page, Visitors.PHONE).looksGood().picture("edl-signature-" + picture);
        page.locator("form[action$=code] button").click();
        page.locator("#code")
                .fill(jdbc.sql("select body from outbox_message where dedupe_key like ? order by id desc limit 1")
                        .param("declarative-inventory/" + id + "/code/%")
                        .query(String.class)
                        .single()
                        .replaceAll("(?s).*?(\\d{6}).*", "$1"));
        page.locator("form[action$=signature] button").click();
        assertThat(page.locator("body")).containsText("Vous l’avez confirmé");
        page.context().close();

        claire.open("/etats-des-lieux/" + id);
        claire.page().locator("form[action$=contresigner] button").click();
        assertThat(claire.page().locator("body")).containsText("État des lieux signé");
        claire.page().context().close();
    }

    private void settle(long id) {
        var claire = visitors.signedIn("claire", Visitors.DESK);
        var page = claire.open("/etats-des-lieux/" + id).page();
        page.locator("#depot").evaluate("field => field.closest('details').open = true");
        page.locator("#depot").fill("412,35");
        page.locator("#depot").press("Enter");
        page.waitForURL("**#decompte");
        page.locator("#ligne-element")
                .selectOption(new com.microsoft.playwright.options.SelectOption()
                        .setLabel(page.locator("#ligne-element option", new Page.LocatorOptions().setHasText("▼"))
                                .first()
                                .innerText()));
        page.locator("#ligne-reparation").selectOption("paint-wall");
        page.locator("#ligne-quantite").fill("2,35");
        page.locator("form[action$=lignes] button").click();
        // 2.35 m² at 22.00 €: 51.70 €; four years old: 55 %, 28.435 €.
        assertThat(page.locator("#decompte")).containsText("28,44");
        assertThat(page.locator("#decompte")).containsText("383,91");
        claire.looksGood().picture("edl-decompte");
        page.locator("form[action$=envoi] button").click();
        assertThat(page.locator("#decompte")).containsText("Envoyé");
        page.context().close();

        var phone = visitors.anonymous(Visitors.PHONE);
        var tenant = opened(phone.page().context(), id);
        tenant.navigate(link(id) + "/etat-des-lieux/suite");
        assertThat(tenant.locator("body")).containsText("4 ans : 100 % − 3 × 15 % = 55 %");
        new Visitor(tenant, Visitors.PHONE).looksGood().picture("edl-decompte-locataire");
        tenant.locator("form[action$=decompte] button").first().click();
        assertThat(tenant.locator("body")).containsText("C’est convenu");
        assertThat(count("select sum(share_cents) from exit_charge where inventory_id = ?", id))
                .isEqualTo(2_844);
        tenant.context().close();
        visitors.signedIn("claire", Visitors.PHONE)
                .open("/etats-des-lieux")
                .looksGood()
                .picture("edl-tableau");
        assertThat(Path.of("target", "screenshots")).exists();
    }

    private long count(String sql, long id) {
        return jdbc.sql(sql).param(id).query(Long.class).single();
    }
}
