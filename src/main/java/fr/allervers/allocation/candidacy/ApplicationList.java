package fr.allervers.allocation.candidacy;

import fr.allervers.allocation.candidacy.HousingApplication.State;
import fr.allervers.shared.Slice;
import fr.allervers.shared.Texts;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.StaffMember;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The applications of the reader's agencies, oldest first, found by the beginning of a name or of a number. */
@Component
@Transactional(readOnly = true)
public class ApplicationList {

    private static final int PAGE = 30;
    private static final Pattern KEY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})_(\\d{1,18})");

    private final JdbcClient jdbc;
    private final CurrentStaff currentStaff;

    ApplicationList(JdbcClient jdbc, CurrentStaff currentStaff) {
        this.jdbc = jdbc;
        this.currentStaff = currentStaff;
    }

    /**
     * An application as listed.
     *
     * @param missing listed documents that have not come
     * @param proposed dwellings for which it is proposed now
     */
    public record Line(
            long id,
            String uniqueNumber,
            String name,
            LocalDate appliedOn,
            int adults,
            int children,
            Situation situation,
            boolean priority,
            boolean dalo,
            State state,
            int missing,
            int proposed) {}

    /**
     * A page of it.
     *
     * @param words beginning of the last name, or of the unique number; blank for all
     * @param after the {@link Slice#next} of the page before
     */
    public Slice<Line> page(String words, State state, @Nullable String after) {
        var key = KEY.matcher(after == null ? "" : after);
        var begun = key.matches();
        var name = Texts.fold(words);
        var number = words.replaceAll("[\\s.\\-/]", "").toUpperCase(Locale.ROOT);
        var lines = mine("""
            select a.id, a.unique_number, concat_ws(' ', a.civility, a.first_name, a.last_name) as name, a.applied_on, a.adults, a.children, a.situation,
                   a.priorities <> '' or a.dalo_on is not null as priority, a.dalo_on is not null as dalo, a.state,
                   (select count(*) from application_paper p where p.application_id = a.id and p.state = 'MISSING') as missing,
                   (select count(*) from allocation_candidate c where c.application_id = a.id and c.state = 'PROPOSED') as proposed
              from housing_application a
             where (:all or a.agency_id in (:agencies)) and a.state = :state and (:none or a.search_name like :name or a.unique_number like :number)
               and (a.applied_on > :on or (a.applied_on = :on and a.id > :id))
             order by a.applied_on, a.id limit :limit
            """)
                .param("state", state.name())
                .param("none", name.isEmpty())
                .param("name", name + "%")
                .param("number", number.replaceAll("[^0-9A-Z]", "") + "%")
                .param("on", begun ? LocalDate.parse(key.group(1)) : LocalDate.of(1900, 1, 1))
                .param("id", begun ? Long.parseLong(key.group(2)) : 0)
                .param("limit", PAGE + 1)
                .query(Line.class)
                .list();
        return Slice.of(lines, PAGE, line -> line.appliedOn() + "_" + line.id());
    }

    private JdbcClient.StatementSpec mine(String sql) {
        StaffMember reader = currentStaff.require();
        Applications.requireReader(reader);
        return jdbc.sql(sql).param("all", reader.allAgencies()).param("agencies", reader.agenciesOrNone());
    }
}
