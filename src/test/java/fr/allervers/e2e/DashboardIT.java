package fr.allervers.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import fr.allervers.kpi.fact.QueueCount;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A supervisor sees that something is late, opens it, and prints the map of where it is stuck. */
@BrowserTest
class DashboardIT {

    @Autowired
    Visitors visitors;

    @Autowired
    QueueCount queue;

    @Autowired
    JdbcClient jdbc;

    @Test
    void fromALateTileToTheCaseAndToTheMap() {
        jdbc.sql(
                        "update inbox_item set due_at = now() - interval 2 hour where case_kind <> 'call-campaign' order by task_id limit 3")
                .update();
        queue.count();
        var visitor = visitors.signedIn("claire", Visitors.DESK);
        var page = visitor.page();
        visitor.open("/tableau").looksGood().picture("tableau");
        page.locator("[data-tile=late]").click();
        page.waitForURL("**/tableau/taches?retard=oui");
        assertThat(page.locator("[data-count]")).containsText(Pattern.compile("[1-9]"));
        visitor.looksGood().picture("tableau-liste");
        page.locator("[data-lines] a").first().click();
        page.waitForURL("**/dossiers/**");
        assertThat(page.locator("h1")).isVisible();

        visitor.open("/tableau/carte/household-call");
        assertThat(page.locator(".djs-container svg").first()).isVisible();
        assertThat(page.locator(".av-count").first()).isVisible();
        visitor.looksGood().picture("tableau-carte");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".av-top")).isHidden();
        assertThat(page.locator("form").first()).isHidden();
        assertThat(page.locator(".djs-container svg").first()).isVisible();
        visitor.picture("tableau-carte-imprimee");
        for (var path : List.of("/tableau", "/tableau/travail", "/tableau/impayes", "/tableau/attributions")) {
            printed(visitor.open(path));
        }
    }

    /** On paper stand the figures and their date, nothing that is pressed, and nothing beside the sheet. */
    private static void printed(Visitor visitor) {
        var page = visitor.page();
        assertThat(page.locator("h1")).isVisible();
        assertThat(page.locator("[data-as-of]")).isVisible();
        assertThat(page.locator(".av-num").first()).isVisible();
        for (var pressed : List.of(".av-top", "form", "button", "summary", ".btn")) {
            for (var one :
                    page.locator("main " + pressed + ", body > " + pressed).all()) {
                assertThat(one).isHidden();
            }
        }
        visitor.picture("imprime" + page.url().replaceFirst(".*/tableau", "").replace('/', '-'));
    }

    @Test
    void aTileChangesByItselfWhenATaskIsDone() {
        var page = visitors.signedIn("claire", Visitors.DESK)
                .open("/tableau/travail")
                .page();
        var done = page.locator("[data-tile=done] .av-num");
        var before = done.textContent();
        // As the application writes it when somebody completes a task, in each agency.
        jdbc.sql("""
                        insert into kpi_event (case_kind, case_id, task_id, step, candidate_group, agency_id, completed, opened_at, due_at, closed_at)
                        select case_kind, case_id, concat('done-', task_id), step, candidate_group, agency_id, true, opened_at, due_at, utc_timestamp(3)
                          from inbox_item where task_id in (select min(task_id) from inbox_item where agency_id is not null group by agency_id)
                        """).update();
        assertThat(done).not().hasText(before);
        assertThat(page).hasURL(Pattern.compile(".*/tableau/travail$"));
    }
}
