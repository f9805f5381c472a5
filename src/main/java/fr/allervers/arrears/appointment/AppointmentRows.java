package fr.allervers.arrears.appointment;

import fr.allervers.shared.rows.RecordMapper;
import fr.allervers.shared.sealed.ValueSealing;
import fr.allervers.workflow.CaseRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of appointments. */
@Component
class AppointmentRows {

    private static final String ROWS = """
            select id, offer_id, case_kind, case_id, household_id, agency_id, staff_id, kind, place, starts_at, ends_at, state, sequence, booked_by,
                   changed_at, note from appointment
            """;

    private static final String NOTE = "appointment.note";

    private final JdbcClient jdbc;
    private final ValueSealing sealing;
    private final RowMapper<Appointment> mapper;
    private final Clock clock;

    AppointmentRows(JdbcClient jdbc, ValueSealing sealing, Clock clock) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.mapper = new OpenedMapper(sealing);
        this.clock = clock;
    }

    long insert(Offers.Offer offer, Slot slot, String by, Instant now) {
        return jdbc.sql("""
                        insert into appointment (offer_id, case_kind, case_id, household_id, agency_id, staff_id, kind, place, starts_at, ends_at, state, booked_by, changed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'BOOKED', ?, ?) returning id
                        """)
                .params(
                        offer.id(),
                        offer.caseKind(),
                        offer.caseId(),
                        offer.householdId(),
                        offer.agencyId(),
                        slot.staffId(),
                        slot.kind().name(),
                        slot.place(),
                        slot.startsAt(),
                        slot.endsAt(),
                        by,
                        now)
                .query(Long.class)
                .single();
    }

    void move(long id, Slot to, Instant now) {
        jdbc.sql("""
                        update appointment set staff_id = ?, kind = ?, place = ?, starts_at = ?, ends_at = ?, changed_at = ?, sequence = sequence + 1
                         where id = ? and state = 'BOOKED'
                        """)
                .params(to.staffId(), to.kind().name(), to.place(), to.startsAt(), to.endsAt(), now, id)
                .update();
    }

    /** Ends what is booked; false when it was not booked any more. */
    boolean end(long id, AppointmentState how) {
        return jdbc.sql("update appointment set state = ?, sequence = sequence + 1 where id = ? and state = 'BOOKED'")
                        .params(how.name(), id)
                        .update()
                > 0;
    }

    /** Records how it went; false when that was recorded before. */
    boolean note(long id, AppointmentState outcome, String note, String by) {
        return jdbc.sql("update appointment set state = ?, note = ?, noted_by = ? where id = ? and state = 'BOOKED'")
                        .params(outcome.name(), note.isEmpty() ? note : sealing.seal(NOTE, note), by, id)
                        .update()
                > 0;
    }

    Appointment require(long id) {
        return find(id).orElseThrow();
    }

    Optional<Appointment> find(long id) {
        return jdbc.sql(ROWS + " where id = ?").param(id).query(mapper).optional();
    }

    Appointment lock(long id) {
        return jdbc.sql(ROWS + " where id = ? for update")
                .param(id)
                .query(mapper)
                .single();
    }

    Map<Long, Appointment> byIds(Collection<Long> ids) {
        var found = new LinkedHashMap<Long, Appointment>();
        jdbc.sql(ROWS + " where id in (:ids)").param("ids", ids).query(mapper).list().stream()
                .forEach(one -> found.put(one.id(), one));
        return found;
    }

    Optional<Appointment> bookedOfOffer(long offerId) {
        return jdbc.sql(ROWS + " where live_offer_id = ?")
                .param(offerId)
                .query(mapper)
                .optional();
    }

    List<Appointment> bookedOf(CaseRef of) {
        return jdbc.sql(ROWS + " where case_kind = ? and case_id = ? and state = 'BOOKED' order by id")
                .params(of.kind(), of.id())
                .query(mapper)
                .list();
    }

    List<Appointment> bookedOfHousehold(long householdId) {
        return jdbc.sql(ROWS + " where household_id = ? and state = 'BOOKED' order by starts_at, id")
                .param(householdId)
                .query(mapper)
                .list();
    }

    /** What an officer has in this time, by time, the cancelled left out. */
    List<Appointment> ofOfficer(long staffId, Instant from, Instant until) {
        return jdbc.sql(ROWS + """
                         where staff_id = ? and starts_at >= ? and starts_at < ? and state not in ('CANCELLED', 'WITHDRAWN') order by starts_at, id
                        """).params(staffId, from, until).query(mapper).list();
    }

    Map<Long, Appointment> next(String caseKind, Collection<Long> caseIds) {
        var next = new LinkedHashMap<Long, Appointment>();
        if (!caseIds.isEmpty()) {
            jdbc.sql(
                            ROWS
                                    + " where case_kind = :kind and case_id in (:ids) and state = 'BOOKED' and ends_at > :now order by starts_at, id")
                    .param("kind", caseKind)
                    .param("ids", caseIds)
                    .param("now", clock.instant())
                    .query(mapper)
                    .list()
                    .forEach(one -> next.putIfAbsent(one.caseId(), one));
        }
        return next;
    }

    int noShows(CaseRef of) {
        return jdbc.sql("select count(*) from appointment where case_kind = ? and case_id = ? and state = 'NO_SHOW'")
                .params(of.kind(), of.id())
                .query(Integer.class)
                .single();
    }

    /** Opens the one column that is sealed. */
    private static final class OpenedMapper extends RecordMapper<Appointment> {

        private final ValueSealing sealing;

        private OpenedMapper(ValueSealing sealing) {
            super(Appointment.class);
            this.sealing = sealing;
        }

        @Override
        protected @Nullable Object value(ResultSet row, int index, Class<?> type) throws SQLException {
            return row.getMetaData().getColumnLabel(index).equals("note")
                    ? sealing.open(NOTE, row.getString(index))
                    : super.value(row, index, type);
        }
    }
}
