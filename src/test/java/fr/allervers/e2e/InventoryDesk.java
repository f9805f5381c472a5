package fr.allervers.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The landlord's side of an inventory, with what only the register, the outbox and the tables can tell. */
record InventoryDesk(Visitor visitor, JdbcClient jdbc) {

    /** A household of one room, French-speaking, with a telephone, of whose dwelling there is no inventory yet. */
    long household() {
        return jdbc.sql("""
                        select h.id from household h join lease l on l.household_id = h.id join dwelling d on d.id = l.dwelling_id
                         where h.language = 'fr' and d.typology = 'T1' and d.rent_cents > 0
                           and not exists (select 1 from inventory i where i.dwelling_id = d.id)
                           and exists (select 1 from occupant o join phone p on p.occupant_id = o.id where o.household_id = h.id
                                          and o.birth_date is not null and p.mobile and not p.dead and not o.do_not_call)
                         order by h.id desc limit 1
                        """).query(Long.class).single();
    }

    /** Opens an inventory from the household's page. */
    long open(long household, String kind, LocalDate keys) {
        var page = visitor.open("/locataires/" + household).page();
        page.locator("#etats-des-lieux summary").click();
        page.locator("#edl-sorte").selectOption(kind);
        page.locator("#edl-cles").fill(keys.toString());
        page.locator("#etats-des-lieux form button").click();
        page.waitForURL(Pattern.compile(".*/etats-des-lieux/\\d+"));
        return Long.parseLong(page.url().replaceAll(".*/", ""));
    }

    /** The path that the household was written. */
    String link(long id) {
        return message(id, "link").replaceAll("(?s).*?(/l/[A-Za-z0-9_-]{43}).*", "$1");
    }

    /** The code that the tenant was sent. */
    String code(long id) {
        return message(id, "code/%").replaceAll("(?s).*?(\\d{6}).*", "$1");
    }

    private String message(long id, String what) {
        return jdbc.sql("select body from outbox_message where dedupe_key like ? order by id desc limit 1")
                .param("declarative-inventory/" + id + "/" + what)
                .query(String.class)
                .single();
    }

    LocalDate birth(long household) {
        return jdbc.sql(
                        "select birth_date from occupant where household_id = ? and birth_date is not null and deceased_on is null limit 1")
                .param(household)
                .query(LocalDate.class)
                .single();
    }

    String status(long id) {
        return jdbc.sql("select status from inventory where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    int count(String sql, long id) {
        return jdbc.sql(sql).param(id).query(Integer.class).single();
    }

    private record Photo(String sha256, long itemId) {}

    /** The files held as they came, by hash, each with the item that it shows. */
    Map<String, Long> originals(long id) {
        return jdbc.sql("""
                        select f.sha256, p.item_id from inventory_photo p join stored_file f on f.id = p.original_id
                         where p.inventory_id = ? and p.state = 'KEPT' and p.sha256 = f.sha256
                        """).param(id).query(Photo.class).stream()
                .collect(Collectors.toMap(Photo::sha256, Photo::itemId));
    }

    /** Looks at a part of the inventory's page, on a phone and at the desk. */
    void look(long id, String part, String picture) {
        for (var width : new int[] {Visitors.PHONE, Visitors.DESK}) {
            // A change of the part alone would load nothing.
            visitor.page().navigate("about:blank");
            visitor.at(width).open("/etats-des-lieux/" + id + part).looksGood().picture(picture);
        }
    }

    void ask(String item, String what) {
        var card = article(item);
        card.locator("summary").click();
        card.locator("textarea").fill(what);
        visitor.page().locator("button[form=preciser]").click();
        assertThat(visitor.page().locator("main")).containsText("Précisions demandées");
    }

    /** The first card of an item with this name. */
    Locator article(String item) {
        return visitor.page()
                .locator("article")
                .filter(new Locator.FilterOptions().setHasText(item))
                .first();
    }

    void accept() {
        visitor.page().locator("form[action$=accepter] button").click();
        assertThat(visitor.page().locator("main")).containsText("À signer par le locataire");
    }

    /** What the tenant confirmed; sealed from then on, with two names under it. */
    void countersign(long id) {
        var page = visitor.open("/etats-des-lieux/" + id).page();
        page.locator("form[action$=contresigner] button").click();
        assertThat(page.locator("[aria-labelledby=papers]")).containsText("État des lieux signé");
        assertThat(status(id)).isEqualTo("SEALED");
        assertThat(count("select count(*) from inventory_signature where inventory_id = ?", id))
                .isEqualTo(2);
    }

    void setDeposit(String euros) {
        var page = visitor.page();
        page.locator("details:has(#depot) summary").click();
        page.locator("#depot").fill(euros);
        page.locator("details:has(#depot) button").click();
        assertThat(page.locator("#decompte .av-facts")).containsText(euros);
    }

    /**
     * Adds a line to the settlement.
     *
     * @param since from when it ages; empty for what does not
     */
    void charge(String item, String rate, String quantity, String since) {
        var page = visitor.page();
        var form = page.locator("details:has(#ligne-element)");
        if (form.getAttribute("open") == null) {
            form.locator("summary").click();
        }
        var lines = page.locator("#decompte tbody tr").count();
        page.locator("#ligne-element").selectOption(new SelectOption().setLabel(item));
        page.locator("#ligne-reparation").selectOption(rate);
        page.locator("#ligne-quantite").fill(quantity);
        page.locator("#ligne-depuis").fill(since);
        form.locator("button").click();
        assertThat(page.locator("#decompte tbody tr")).hasCount(lines + 1);
    }
}
