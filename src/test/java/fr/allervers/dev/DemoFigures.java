package fr.allervers.dev;

import fr.allervers.kpi.fact.Recount;
import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Spreads what the demo did in a minute over some weeks, lets a few tasks be late, and counts the figures from it. */
public class DemoFigures {

    private static final Logger LOG = LoggerFactory.getLogger(DemoFigures.class);

    private final Recount recount;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoFigures(Recount recount, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.recount = recount;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    void make() {
        transaction.executeWithoutResult(status -> {
            spreadCalls();
            spreadTasks();
            beLate();
            rememberStocks();
        });
        recount.run((done, total) -> {});
        LOG.info("The demo's figures are counted.");
    }

    /** Closed calls without consequences reach back eight weeks. */
    private void spreadCalls() {
        var quiet = "state = 'CLOSED' and grade in ('GREEN', 'YELLOW')";
        var back = " - interval (5 * (id % 10)) day";
        jdbc.sql(
                        "update call_attempt set at = at - interval (5 * (call_id % 10)) day where call_id in (select id from household_call where "
                                + quiet + ")")
                .update();
        jdbc.sql("update household_call set started_at = started_at" + back + ", first_called_at = first_called_at"
                        + back
                        + ", last_called_at = last_called_at" + back + ", reached_at = reached_at" + back
                        + ", graded_at = graded_at" + back + ", closed_at = closed_at" + back + " where " + quiet)
                .update();
    }

    /** In the engine's history, as if lived: from some minutes to some days each, one in nine too late. */
    private void spreadTasks() {
        jdbc.sql("""
                        update ACT_HI_TASKINST t join (select ID_, END_TIME_ as ended, crc32(ID_) as h from ACT_HI_TASKINST) k on k.ID_ = t.ID_
                           set t.END_TIME_ = k.ended - interval (k.h % 55) day,
                               t.START_TIME_ = k.ended - interval (k.h % 55) day - interval (20 + pow(k.h % 70, 2)) minute,
                               t.DUE_DATE_ = k.ended - interval (k.h % 55) day + interval (if(k.h % 9 = 0, -5, 20)) hour
                         where k.ended is not null
                        """).update();
    }

    /** Some open tasks should have been done: in the inbox and in the engine alike. */
    private void beLate() {
        var late =
                "select task_id from inbox_item where crc32(task_id) % 6 = 0 and step not in ('call-household', 'take-charge-situation') and due_at > now()";
        for (var update : new String[] {
            "update ACT_RU_TASK set DUE_DATE_ = now() - interval (1 + crc32(ID_) % 40) hour, CREATE_TIME_ = now() - interval (3 + crc32(ID_) % 12) day where ID_ in ("
                    + late + ")",
            "update inbox_item i join ACT_RU_TASK t on t.ID_ = i.task_id set i.due_at = t.DUE_DATE_, i.opened_at = t.CREATE_TIME_ where t.DUE_DATE_ < now()"
        }) {
            jdbc.sql(update).update();
        }
    }

    /** A month ago there was a little more of each. */
    private void rememberStocks() {
        var then = LocalDate.now(clock).minusDays(30);
        jdbc.sql("""
                        insert ignore into kpi_stock (figure, day, agency_id, outcome, n, amount)
                        select 'debt', ?, agency_id, if(id % 3 = 0, 'M3', 'M1'), count(*) + 1, sum(debt_cents) * 1.15 from arrears_case where status <> 'CLOSED' group by 3, 4
                        """).param(then).update();
        jdbc.sql(
                        "insert ignore into kpi_stock (figure, day, agency_id, outcome, n, amount) select 'deadline', ?, agency_id, 'NEAR', count(*) + 1, 0 from legal_deadline group by agency_id")
                .param(then)
                .update();
    }
}
