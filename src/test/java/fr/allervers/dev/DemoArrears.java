package fr.allervers.dev;

import fr.allervers.arrears.legal.LegalClock;
import fr.allervers.arrears.legal.LegalFact;
import fr.allervers.arrears.plan.PlanTerms;
import fr.allervers.arrears.plan.RepaymentPlans;
import fr.allervers.arrears.prevention.Answer;
import fr.allervers.arrears.prevention.ArrearsCases;
import fr.allervers.arrears.prevention.ArrearsNight;
import fr.allervers.arrears.prevention.PauseReason;
import fr.allervers.ledger.Booking;
import fr.allervers.ledger.EntryKind;
import fr.allervers.ledger.Means;
import fr.allervers.ledger.RentAccounts;
import fr.allervers.staff.StaffDirectory;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The demo's unpaid rents: one night's detection over the accounts, then some months as if lived. Cases clear, keep or break a plan, are
 * paused, reach the CCAPEX or the court, so that every act is in the worktray.
 */
@Order(6)
public class DemoArrears implements ApplicationRunner {

    private final ArrearsNight night;
    private final ArrearsCases cases;
    private final RepaymentPlans plans;
    private final LegalClock legalClock;
    private final RentAccounts accounts;
    private final StaffDirectory staff;
    private final JdbcClient jdbc;
    private final Clock clock;

    DemoArrears(
            ArrearsNight night,
            ArrearsCases cases,
            RepaymentPlans plans,
            LegalClock legalClock,
            RentAccounts accounts,
            StaffDirectory staff,
            JdbcClient jdbc,
            Clock clock) {
        this.night = night;
        this.cases = cases;
        this.plans = plans;
        this.legalClock = legalClock;
        this.accounts = accounts;
        this.staff = staff;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (jdbc.sql("select count(*) from arrears_case").query(Long.class).single() > 0) {
            return;
        }
        // The application's own night may have been earlier than the demo's accounts.
        night.runAgain();
        DemoCampaign.signIn(staff, "sophie");
        try {
            var number = 0;
            for (var id : jdbc.sql("select id from arrears_case where status = 'OPEN' order by id")
                    .query(Long.class)
                    .list()) {
                live(id, number++);
            }
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private void live(long id, int number) {
        var today = LocalDate.now(clock);
        switch (number % 10) {
            case 0, 1 -> stand(id, "SMS", 8);
            case 2 -> stand(id, "APPOINTMENT", 30);
            case 3 -> stand(id, "LETTER", 45);
            case 4 -> stand(id, "VISIT", 45);
            case 5 -> cases.pause(id, PauseReason.BENEFIT_DELAYED, today.plusDays(20), "Rappel de la CAF attendu");
            case 6 -> cases.promise(id, today.plusDays(5), "Salaire en fin de mois");
            case 7 -> {
                if (number % 20 == 7) {
                    cases.toLitigation(id);
                } else {
                    summon(id);
                }
            }
            case 8 -> {
                if (number % 20 == 8) {
                    plan(id);
                } else {
                    miss(plan(id), id);
                }
            }
            case 9 -> {
                if (number % 20 == 9) {
                    pay(id);
                }
            }
            default -> {
                // Waits for its first message.
            }
        }
    }

    /** The CAF is to be told soon, and the CCAPEX to be seized for the summons that is planned. */
    private void summon(long id) {
        var today = LocalDate.now(clock);
        legalClock.enter(id, LegalFact.CAF_UNPAID, today.minusDays(50), false);
        legalClock.enter(id, LegalFact.SUMMONS_PLANNED, today.plusDays(70), false);
    }

    /** Ten instalments, signed at the desk. */
    private long plan(long id) {
        var debt = plans.debtToSpread(id);
        var month = YearMonth.from(LocalDate.now(clock)).plusMonths(1);
        var plan = plans.draft(id, new PlanTerms(debt, 0, null, (debt + 9) / 10, month, 10), false);
        plans.signAtDesk(plan);
        return plan;
    }

    /** As if it had been signed two months ago, and nothing had come since. */
    private void miss(long plan, long id) {
        jdbc.sql("update plan_instalment set due_on = due_on - interval 2 month where plan_id = ?")
                .param(plan)
                .update();
        plans.allocate(lease(id));
    }

    /** All of it, yesterday: the case closes by itself. */
    private void pay(long id) {
        var lease = lease(id);
        var today = LocalDate.now(clock);
        accounts.book(new Booking(
                "demo/cleared/" + id,
                lease,
                EntryKind.PAYMENT,
                Means.TRANSFER,
                accounts.standing(lease, today).debtCents(),
                today,
                "Virement",
                null));
    }

    private long lease(long id) {
        return jdbc.sql("select lease_id from arrears_case where id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    /** The steps up to this one were taken; the next, so many days after the due day, has been due for some days. */
    private void stand(long id, String last, int nextAfter) {
        var today = LocalDate.now(clock);
        jdbc.sql("update arrears_case set opened_on = ?, ladder_from = ?, last_step = ?, last_step_on = ? where id = ?")
                .params(today.minusDays(nextAfter), today.minusDays(nextAfter + 5L), last, today.minusDays(8), id)
                .update();
        cases.answered(id, Answer.CONTACTED);
        cases.unanswered(id);
    }
}
