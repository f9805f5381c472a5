package fr.allervers.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import fr.allervers.dev.DemoArrears;
import fr.allervers.dev.DemoLedger;
import fr.allervers.dev.DemoPeople;
import fr.allervers.dev.DemoRegister;
import fr.allervers.dev.DemoSignIn;
import fr.allervers.testing.Jobs;
import fr.allervers.testing.MovableClock;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * The demo's landlord lives through six months of unpaid rents with a moved clock: its register and accounts, the real processes,
 * messages, plans and legal days. What is left of them is then looked at as the rent officer sees it.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "camunda.bpm.job-execution.enabled=false")
@ActiveProfiles("e2e")
@ContextConfiguration(initializers = HalfAYearIT.OwnDatabase.class)
@Import({
    DemoSignIn.class,
    DemoPeople.class,
    DemoRegister.class,
    DemoLedger.class,
    DemoArrears.class,
    HalfAYear.class,
    HalfAYearIT.OwnClock.class,
    Jobs.class,
    Visitors.class
})
@Tag("night")
@DirtiesContext
class HalfAYearIT {

    /** Apart from the other browser tests' demo: its clock is moved. */
    static class OwnDatabase extends DemoDatabase {

        OwnDatabase() {
            super("half_year");
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class OwnClock {

        /** It begins on one and the same day, so that the rule of 2027 and the end of the truce are always lived through. */
        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock();
        }
    }

    @Autowired
    HalfAYear halfAYear;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Visitors visitors;

    @AfterAll
    static void timeGoesOn() {
        ClockUtil.reset();
    }

    @Test
    void sixMonthsOfUnpaidRents() {
        halfAYear.live();

        assertThat(count("select count(*) from arrears_case where close_reason = 'DEBT_CLEARED'"))
                .isPositive();
        assertThat(count("select count(*) from repayment_plan where status = 'KEPT'"))
                .isPositive();
        assertThat(count("select count(*) from repayment_plan where status = 'BROKEN'"))
                .isPositive();
        assertThat(count("select count(*) from arrears_case where resumed_on is not null"))
                .isPositive();
        assertThat(count("select count(*) from arrears_case where status = 'LITIGATION'"))
                .isPositive();
        assertThat(count("select count(*) from legal_fact where kind = 'CCAPEX_REFERRED'"))
                .isPositive();
        nothingIsDoubledOrForgotten();
        look();
    }

    private void nothingIsDoubledOrForgotten() {
        assertThat(count("""
                        select count(*) from (select case_id, substring_index(dedupe_key, '/', 4) as step from outbox_message
                          where case_kind = 'unpaid-rent-prevention' group by case_id, step having count(*) > 1) twice
                        """))
                .as("a letter twice for a case, a step and a month")
                .isZero();
        assertThat(
                        count(
                                "select count(*) from (select lease_id from arrears_case where status <> 'CLOSED' group by lease_id having count(*) > 1) twice"))
                .as("two open cases of a lease")
                .isZero();
        assertThat(count("select count(*) from arrears_case where status = 'OPEN' and debt_cents <= 0"))
                .as("a case without a debt")
                .isZero();
        assertThat(count("""
                        select count(*) from rent_account a where a.balance_cents <> (select sum(e.amount_cents) from rent_entry e where e.lease_id = a.lease_id)
                        """)).as("a balance that is not the sum").isZero();
    }

    private void look() {
        var silent = count("select min(case_id) from legal_fact where kind = 'CCAPEX_REFERRED'");
        var visitor = visitors.signedIn("sophie", Visitors.DESK);
        for (var width : List.of(Visitors.DESK, Visitors.PHONE)) {
            visitor = visitor.at(width);
            visitor.open("/impayes").looksGood().picture("six-mois-impayes");
            visitor.open("/impayes/" + silent).looksGood().picture("six-mois-dossier");
            PlaywrightAssertions.assertThat(visitor.page().locator("h1")).isVisible();
            visitor.open("/impayes/echeances").looksGood().picture("six-mois-echeances");
        }
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
