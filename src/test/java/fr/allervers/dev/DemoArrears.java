package fr.allervers.dev;

import fr.allervers.arrears.prevention.Answer;
import fr.allervers.arrears.prevention.ArrearsCases;
import fr.allervers.arrears.prevention.ArrearsNight;
import fr.allervers.arrears.prevention.PauseReason;
import fr.allervers.staff.StaffDirectory;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/** The demo's unpaid rents: one night's detection over the accounts, then some weeks as if lived, so that every act is in the worktray. */
@Order(6)
public class DemoArrears implements ApplicationRunner {

    private final ArrearsNight night;
    private final ArrearsCases cases;
    private final StaffDirectory staff;
    private final JdbcClient jdbc;
    private final Clock clock;

    DemoArrears(ArrearsNight night, ArrearsCases cases, StaffDirectory staff, JdbcClient jdbc, Clock clock) {
        this.night = night;
        this.cases = cases;
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
                }
            }
            default -> {
                // Waits for its first message.
            }
        }
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
