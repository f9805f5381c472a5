package fr.allervers.kpi.fact;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is there at a moment: debts by their age, legal deadlines by how near they are. Today's is counted anew, other days stay. */
@Component
public class StockCount {

    /** A deadline in so many days is at risk. */
    public static final int RISK_DAYS = 7;

    /** The classes of age of a debt, by its first day; with :today. */
    public static final String DEBT_AGE =
            "if(since_on > :today - interval 1 month, 'M0', if(since_on > :today - interval 3 month, 'M1', if(since_on > :today - interval 6 month, 'M3', 'M6')))";

    /** With :today. */
    public static final String DEADLINE_RISK =
            "if(due_on < :today, 'LATE', if(due_on <= :today + interval " + RISK_DAYS + " day, 'NEAR', 'LATER'))";

    private static final List<String> COUNTS = List.of(
            "select 'debt', :today, agency_id, " + DEBT_AGE
                    + ", count(*), sum(debt_cents) from arrears_case where status <> 'CLOSED' group by 3, 4",
            "select 'deadline', :today, agency_id, " + DEADLINE_RISK
                    + ", count(*), 0 from legal_deadline where state in ('OPEN', 'WARNED') group by 3, 4");

    private final JdbcClient jdbc;
    private final FigureState state;
    private final Clock clock;

    StockCount(JdbcClient jdbc, FigureState state, Clock clock) {
        this.jdbc = jdbc;
        this.state = state;
        this.clock = clock;
    }

    /** Counts anew; false when another node is at it. */
    @Transactional
    public boolean count() {
        if (!state.take()) {
            return false;
        }
        var today = LocalDate.now(clock);
        var before = print(today);
        jdbc.sql("delete from kpi_stock where day = ?").param(today).update();
        COUNTS.forEach(count -> jdbc.sql("insert into kpi_stock (figure, day, agency_id, outcome, n, amount) " + count)
                .param("today", today)
                .update());
        state.stocked(print(today) != before);
        return true;
    }

    private long print(LocalDate today) {
        return jdbc.sql(
                        "select coalesce(bit_xor(crc32(concat_ws('|', figure, agency_id, outcome, n, amount))), 0) from kpi_stock where day = ?")
                .param(today)
                .query(Long.class)
                .single();
    }
}
