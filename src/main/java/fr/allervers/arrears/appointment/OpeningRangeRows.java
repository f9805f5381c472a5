package fr.allervers.arrears.appointment;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads opening ranges. Those that are over for good are deleted, so that all that are there count or will. */
@Component
class OpeningRangeRows {

    private static final String ROWS =
            "select id, staff_id, agency_id, kind, day_of_week, from_time, to_time, minutes, place, valid_from, valid_until from opening_range";

    private final JdbcClient jdbc;

    OpeningRangeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OpeningRange> ofAgency(long agencyId) {
        return jdbc.sql(ROWS + " where agency_id = ? order by staff_id, day_of_week, from_time, id")
                .param(agencyId)
                .query(OpeningRange.class)
                .list();
    }

    List<OpeningRange> ofOfficer(long staffId) {
        return jdbc.sql(ROWS + " where staff_id = ? order by day_of_week, from_time, id")
                .param(staffId)
                .query(OpeningRange.class)
                .list();
    }

    Optional<OpeningRange> find(long id) {
        return jdbc.sql(ROWS + " where id = ?")
                .param(id)
                .query(OpeningRange.class)
                .optional();
    }
}
