package fr.allervers.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.inventory.photo.TestPhotos;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A tenant alone in the dwelling with a cheap telephone makes the entry over a network that is slow, cut in the middle of
 * a photo, and away; at the exit, what is worse than it was is settled to the cent.
 */
@BrowserTest
class InventoryJourneyIT {

    /** What is worse at the exit, with what the tenant says of it. */
    private static final Map<String, String> DAMAGES =
            Map.of("1 Murs", "Un trou de 5 cm", "2 Sol", "Une brûlure de cigarette");

    @Autowired
    Visitors visitors;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private PhoneNetwork network;
    private InventoryDesk desk;

    @BeforeEach
    void aNetwork() {
        network = new PhoneNetwork(port);
        desk = new InventoryDesk(visitors.signedIn("claire", Visitors.DESK), jdbc);
    }

    @AfterEach
    void noNetwork() throws Exception {
        network.close();
    }

    @Test
    void anEntryWithTwentyPhotosOverABadNetworkThenAnExitSettledToTheCent() {
        var household = desk.household();
        var entry = desk.open(household, "ENTRY", LocalDate.now().plusDays(3));
        var phone = phone(entry, household);
        new EntryOverABadNetwork(phone, network, desk, entry).declare();
        desk.look(entry, "", "edl-entree");
        desk.ask("Plafond", "Le coin près de la fenêtre, s’il vous plaît");
        answerWhatWasAsked(phone);
        desk.visitor().open("/etats-des-lieux/" + entry);
        desk.accept();
        sign(phone, entry, "Votre état des lieux d’entrée", "edl-signer");

        var exit = desk.open(household, "EXIT", LocalDate.now());
        var same = phone(exit, household);
        declareTheExit(same);
        desk.look(exit, "#items", "edl-sortie");
        theDifferencesComeFirst();
        desk.accept();
        sign(same, exit, "Votre état des lieux de sortie", "edl-signer-sortie");
        settle(exit);
        agree(same, exit);
    }

    private TenantPhone phone(long inventory, long household) {
        return new TenantPhone(visitors.anonymous(Visitors.PHONE), network.address() + desk.link(inventory))
                .prove(desk.birth(household));
    }

    /** By the first link, in the page that had sent it all. */
    private static void answerWhatWasAsked(TenantPhone phone) {
        phone.killAndOpen();
        assertThat(phone.page().locator("main")).containsText("Il nous manque quelques précisions");
        assertThat(phone.page().locator(".rooms li")).hasCount(1);
        phone.eachItem(1, item -> {
            assertThat(item.locator(".asked")).containsText("Le coin près de la fenêtre");
            TenantPhone.say(item, "WORN", 0);
            TenantPhone.remark(item, "Une auréole ancienne");
        });
        phone.seen().looksGood().picture("edl-telephone-precision");
        phone.send();
        phone.waitUntilSent();
    }

    /** The tenant reads what they sign; the code and the landlord's signature are for that very file. */
    private void sign(TenantPhone phone, long id, String title, String picture) {
        phone.killAndOpen();
        var page = phone.page();
        assertThat(page.locator("h1")).hasText(title);
        phone.seen().looksGood().picture(picture);
        var paper = page.context()
                .request()
                .get(network.address() + page.locator("#sign ~ ol a").getAttribute("href"));
        assertThat(new String(paper.body(), 0, 4, StandardCharsets.US_ASCII)).isEqualTo("%PDF");
        page.locator("form[action$=code] button").click();
        assertThat(page.locator("input[name=empreinte]")).hasValue(TestPhotos.sha256(paper.body()));
        page.locator("#code").fill(desk.code(id));
        page.locator("form[action$=signature] button").click();
        assertThat(page.locator("main")).containsText("Vous l’avez confirmé");
        desk.countersign(id);
    }

    private void declareTheExit(TenantPhone phone) {
        var rooms = phone.rooms();
        for (var at = 1; at <= rooms; at++) {
            var room = at;
            phone.eachItem(room, item -> {
                var name = TenantPhone.name(item);
                var damage = DAMAGES.get(room + " " + name);
                TenantPhone.say(item, damage == null ? "GOOD" : "DAMAGED", name.equals("Boîte aux lettres") ? 1 : 2);
                if (damage != null) {
                    TenantPhone.remark(item, damage);
                }
                if (damage != null || TenantPhone.wantsPhoto(item)) {
                    phone.photograph(item, damage != null);
                }
            });
        }
        phone.send();
        phone.waitUntilSent();
    }

    private void theDifferencesComeFirst() {
        var first = desk.visitor().page().locator("article").first();
        assertThat(first).containsText("Murs");
        assertThat(first).containsText("moins bien qu’avant");
        assertThat(first).containsText("Un trou de 5 cm");
        assertThat(first.locator("img")).hasCount(2);
    }

    private void settle(long exit) {
        var today = LocalDate.now();
        desk.setDeposit("412,35");
        desk.charge(
                "▼ Entrée, Murs",
                "paint-wall",
                "2,35",
                today.minusYears(4).minusDays(10).toString());
        desk.charge(
                "▼ Pièce principale, Sol", "vinyl", "3,5", today.minusYears(16).toString());
        desk.charge("▼ Clés, Boîte aux lettres", "key", "1", "");
        var lines = desk.visitor().page().locator("#decompte tbody tr");
        // 2.35 m² at 22.00 € are 51.70 €; paint of four years, one of them free: 100 − 3 × 15 = 55 %, 28.435 €, half a
        // cent up.
        assertThat(lines.nth(0)).containsText("51,70");
        assertThat(lines.nth(0)).containsText("4 ans : 100 % − 3 × 15 % = 55 %");
        assertThat(lines.nth(0)).containsText("28,44");
        // 3.5 m² at 32.00 € are 112.00 €; vinyl lives 15 years, of which 20 % remain: 22.40 €.
        assertThat(lines.nth(1)).containsText("112,00");
        assertThat(lines.nth(1)).containsText("16 ans, durée de vie 15 ans dépassée : part restante 20 %");
        assertThat(lines.nth(1)).containsText("22,40");
        // A key does not wear: 25.00 €. Together 75.84 €; 412.35 − 75.84 = 336.51 €.
        assertThat(lines.nth(2)).containsText("25,00");
        assertThat(desk.visitor().page().locator("#decompte .av-facts")).containsText("75,84");
        assertThat(desk.visitor().page().locator("#decompte .av-facts")).containsText("336,51");
        desk.look(exit, "#decompte", "edl-decompte");
        desk.visitor().page().locator("form[action$=envoi] button").click();
        assertThat(desk.visitor().page().locator("#decompte")).containsText("Envoyé, réponse attendue");
    }

    private void agree(TenantPhone phone, long exit) {
        phone.killAndOpen();
        var page = phone.page();
        page.locator("#adresse").fill("5 rue Neuve, 26000 Valence");
        page.locator("form[action$=adresse] button").click();
        assertThat(page.locator("#adresse")).hasValue("5 rue Neuve, 26000 Valence");
        assertThat(page.locator("[aria-labelledby=account]")).containsText("336,51");
        assertThat(page.locator("[aria-labelledby=account]")).containsText("4 ans : 100 % − 3 × 15 % = 55 %");
        phone.seen().looksGood().picture("edl-decompte-locataire");
        page.locator("form[action$=decompte] button").first().click();
        assertThat(page.locator("main")).containsText("C’est convenu");
        assertThat(desk.count("select sum(share_cents) from exit_charge where inventory_id = ?", exit))
                .isEqualTo(2_844 + 2_240 + 2_500);
        assertThat(desk.visitor().open("/etats-des-lieux/" + exit).page().locator("#decompte"))
                .containsText("5 rue Neuve");
    }
}
