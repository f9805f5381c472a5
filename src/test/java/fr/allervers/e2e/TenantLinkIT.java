package fr.allervers.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.allervers.arrears.appointment.Appointments;
import fr.allervers.arrears.plan.PlanTerms;
import fr.allervers.arrears.plan.RepaymentPlans;
import fr.allervers.workflow.CaseRef;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A tenant on a cheap phone, with nothing but the link of a message. */
@BrowserTest
class TenantLinkIT {

    private static final long HOUSEHOLD = 40;

    @Autowired
    Visitors visitors;

    @Autowired
    Appointments appointments;

    @Autowired
    RepaymentPlans plans;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(ints = {Visitors.PHONE, Visitors.DESK})
    void theTenantBooksMovesAndCancels(int width) {
        var of = new CaseRef("household", HOUSEHOLD + width);
        var address = appointments.offer(of, HOUSEHOLD, null);
        var visitor = visitors.anonymous(width);
        var page = visitor.open(address.substring(address.indexOf("/l/"))).page();

        assertThat(page.locator("h1")).hasText("Choisissez votre rendez-vous");
        visitor.looksGood().picture("prendre-rendez-vous");
        page.locator("button[name=creneau]").first().click();
        assertThat(page.locator("h1")).hasText("Votre rendez-vous");
        visitor.looksGood().picture("rendez-vous-pris");

        page.getByText("Changer d’heure").click();
        visitor.looksGood();
        page.locator("button[name=creneau]").last().click();
        assertThat(page.locator("h1")).hasText("Votre rendez-vous");
        page.getByText("Annuler le rendez-vous").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("annulé");
    }

    /** Each width has a household of its own, whose case is open and without a plan. */
    @ParameterizedTest
    @ValueSource(ints = {Visitors.PHONE, Visitors.DESK})
    void theTenantReadsAPlanAfterItsBirthDateAndSignsItWithACode(int width) {
        var owing = jdbc.sql("""
                        select c.id as case_id, min(o.birth_date) as birth_date from arrears_case c join occupant o on o.household_id = c.household_id
                          join phone p on p.occupant_id = o.id and p.mobile and not p.dead
                         where c.status = 'OPEN' and c.collectable_cents > 10000 and o.birth_date is not null and o.left_on is null and o.deceased_on is null
                           and not o.do_not_call and not exists (select 1 from repayment_plan r where r.case_id = c.id)
                         group by c.id order by c.id limit 1
                        """).query(Owing.class).single();
        var debt = plans.debtToSpread(owing.caseId());
        var month = YearMonth.now(ZoneId.of("Europe/Paris")).plusMonths(1);
        var plan = plans.draft(owing.caseId(), new PlanTerms(debt, 0, null, (debt + 4) / 5, month, 10), false);
        plans.offer(plan);
        var visitor = visitors.anonymous(width);
        var page = visitor.page();
        visitor.open(lastMessage(plan).replaceAll("(?s).*(/l/[\\w-]+).*", "$1"));
        assertThat(page.locator("h1")).hasText("Est-ce bien vous ?");
        visitor.looksGood();
        page.locator("#naissance").fill(owing.birthDate().toString());
        page.getByText("Continuer").click();

        assertThat(page.locator("h1")).hasText("Votre plan d’apurement");
        visitor.looksGood().picture("signer-un-plan");
        button(page, "Recevoir un code par SMS").click();
        visitor.looksGood();
        page.locator("#code").fill(lastMessage(plan).replaceAll("(?s).*?(\\d{6}).*", "$1"));
        button(page, "Signer le plan").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("signé");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private record Owing(long caseId, LocalDate birthDate) {}

    private String lastMessage(long plan) {
        return jdbc.sql(
                        "select body from outbox_message where case_kind = 'repayment-plan' and case_id = ? order by id desc limit 1")
                .param(plan)
                .query(String.class)
                .single();
    }

    @ParameterizedTest
    @ValueSource(ints = {Visitors.PHONE, Visitors.DESK})
    void aLinkThatIsNoneSaysWhatToDo(int width) {
        var visitor = visitors.anonymous(width);
        visitor.page().navigate("/l/unknown");
        assertThat(visitor.page().locator("h1")).hasText("Ce lien ne marche plus");
    }
}
