package fr.allervers.allocation.session;

import fr.allervers.allocation.committee.Capacity;
import fr.allervers.allocation.report.AllocationReport.Row;
import fr.allervers.allocation.report.AttendanceTable;
import fr.allervers.staff.CurrentStaff;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who came to the sessions that were held, for the yearly report. At a live session one attends by being here; at a written
 * one by casting a ballot or writing a word, so that a mandate given is no attendance.
 */
@Component
@Transactional(readOnly = true)
class SessionsAttended implements AttendanceTable {

    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    SessionsAttended(JdbcClient jdbc, MessageSource messages, CurrentStaff currentStaff, Clock clock) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    private record Attended(String name, Capacity capacity, boolean substitute, long held, long attended) {

        /** A substitute is asked when the member cannot come: staying away is nothing to report. */
        private boolean isTold() {
            return !substitute || attended > 0;
        }
    }

    @Override
    public List<Row> rows(LocalDate from, LocalDate until, @Nullable Long agencyId) {
        var reader = currentStaff.require();
        return jdbc
                .sql("""
                        select m.name, m.capacity, m.substitute_of is not null as substitute, count(*) as held,
                               sum(exists (select 1 from session_attendance a where a.session_id = m.session_id and a.member_id = m.member_id)
                                   or exists (select 1 from session_item i join ballot b on b.item_id = i.id where i.session_id = m.session_id and b.cast_by = m.member_id)
                                   or exists (select 1 from session_item i join item_message w on w.item_id = i.id where i.session_id = m.session_id and w.staff_id = m.staff_id)) as attended
                          from session_member m join allocation_session s on s.id = m.session_id
                         where s.state in ('CLOSED', 'SIGNED') and s.starts_at >= :from and s.starts_at < :until
                           and (s.agency_id is null or :all or s.agency_id in (:agencies)) and (:agency is null or s.agency_id is null or s.agency_id = :agency)
                         group by m.staff_id, m.name, m.capacity, substitute order by m.name
                        """)
                .param("from", from.atStartOfDay(clock.getZone()).toInstant())
                .param("until", until.plusDays(1).atStartOfDay(clock.getZone()).toInstant())
                .param("all", reader.allAgencies())
                .param("agencies", reader.agenciesOrNone())
                .param("agency", agencyId)
                .query(Attended.class)
                .list()
                .stream()
                .filter(Attended::isTold)
                .sorted(Comparator.comparing(Attended::capacity))
                .map(this::row)
                .toList();
    }

    private Row row(Attended one) {
        return new Row(
                messages.getMessage(
                        one.substitute ? "outcome.report.attended.substitute" : "outcome.report.attended",
                        new Object[] {one.name, word("committee.capacity." + one.capacity), one.held},
                        LocaleContextHolder.getLocale()),
                one.attended);
    }

    private String word(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
