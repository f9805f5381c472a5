package fr.allervers.kpi.figure;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads {@code kpi_stock}: what there was at the end of a day. */
@Component
@Transactional(readOnly = true)
class StockQueries {

    private final JdbcClient jdbc;

    StockQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As last counted on this day or before, within a month: what was never counted is nothing. */
    List<DayQueries.Count> at(LocalDate day, Collection<String> figures) {
        return jdbc.sql("""
                        select s.figure as step, s.agency_id, s.outcome, s.n, s.amount from kpi_stock s
                          join (select figure, max(day) as day from kpi_stock where figure in (:figures) and day <= :day and day > :day - interval 1 month
                                 group by figure) latest on latest.figure = s.figure and latest.day = s.day
                        """)
                .param("figures", figures)
                .param("day", day)
                .query(DayQueries.Count.class)
                .list();
    }
}
