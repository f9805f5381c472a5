package fr.allervers.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A candidate on a phone with the link of their message, then the officer, who is at a desk or holds a tablet. */
@BrowserTest
class AllocationLinkIT {

    private static final int TABLET = 820;

    @Autowired
    Visitors visitors;

    @Autowired
    JdbcClient jdbc;

    private record Offered(long id, long outcomeId, LocalDate birthDate, String message) {}

    /** The demo's decision that waits for its first candidate, as soon as the engine has made the offer. */
    private Offered offered() {
        return await().atMost(Duration.ofMinutes(2))
                .until(this::offer, Optional::isPresent)
                .orElseThrow();
    }

    private Optional<Offered> offer() {
        return jdbc.sql("""
                        select c.id, c.outcome_id, a.birth_date, m.body as message from candidate_outcome c join housing_application a on a.id = c.application_id
                          join outbox_message m on m.case_kind = 'allocation-offer' and m.case_id = c.outcome_id and m.channel = 'SMS' and m.dedupe_key like concat('%/', c.id, '/allocation-offer/%')
                         where c.state = 'OFFERED' order by c.id limit 1
                        """).query(Offered.class).optional();
    }

    @Test
    void theCandidateAcceptsOnAPhoneAndTheOfficerSeesIt() {
        var offered = offered();
        var visitor = visitors.anonymous(Visitors.PHONE);
        var page = visitor.page();
        visitor.open(offered.message().replaceAll("(?s).*(/l/[\\w-]+).*", "$1"));
        assertThat(page.locator("h1")).hasText("Est-ce bien vous ?");
        visitor.looksGood();
        page.locator("#naissance").fill(offered.birthDate().toString());
        page.getByText("Continuer").click();

        assertThat(page.locator("h1")).hasText("Un logement vous est proposé");
        visitor.looksGood().picture("logement-propose");
        page.getByText("Je ne veux pas ce logement").click();
        visitor.looksGood();
        page.getByRole(
                        AriaRole.BUTTON,
                        new com.microsoft.playwright.Page.GetByRoleOptions().setName("J’accepte ce logement"))
                .click();
        assertThat(page.locator("h1")).hasText("Vous avez accepté ce logement");
        visitor.looksGood();

        var officer = visitors.signedIn("julien", TABLET).open("/attributions/suites/" + offered.outcomeId());
        assertThat(officer.page().locator("main")).containsText("par le lien");
        assertThat(officer.page()
                        .getByRole(
                                AriaRole.LINK,
                                new com.microsoft.playwright.Page.GetByRoleOptions().setName("Faire signer le bail")))
                .isVisible();
        officer.looksGood().picture("suites");
    }
}
