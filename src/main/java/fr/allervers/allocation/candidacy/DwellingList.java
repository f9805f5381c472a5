package fr.allervers.allocation.candidacy;

import fr.allervers.shared.Slice;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.StaffMember;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The dwellings offered in the reader's agencies, newest first. A page costs a fixed number of queries. */
@Component
@Transactional(readOnly = true)
public class DwellingList {

    private static final int PAGE = 30;

    private final JdbcClient jdbc;
    private final CurrentStaff currentStaff;

    DwellingList(JdbcClient jdbc, CurrentStaff currentStaff) {
        this.jdbc = jdbc;
        this.currentStaff = currentStaff;
    }

    /**
     * A dwelling as listed.
     *
     * @param candidates how many are proposed, those withdrawn left out
     */
    public record Line(
            long id,
            OfferedState state,
            String code,
            String typology,
            String financing,
            long rentCents,
            String address,
            String commune,
            String agency,
            @Nullable String reservationHolder,
            LocalDate availableOn,
            int candidates,
            @Nullable FewCandidates few,
            @Nullable Long outcomeId) {}

    /**
     * A page of it.
     *
     * @param state only those in this state; none for all under way
     * @param before the {@link Slice#next} of the page before
     */
    public Slice<Line> page(@Nullable OfferedState state, @Nullable Long agencyId, @Nullable Long before) {
        var lines = mine("""
            select o.id, o.state, d.code, d.typology, o.financing, o.rent_cents + o.charges_cents as rent_cents, b.address, b.commune, a.name as agency, o.reservation_holder,
                   o.available_on, (select count(*) from allocation_candidate c where c.offered_dwelling_id = o.id and c.state <> 'WITHDRAWN') as candidates, o.few,
                   (select u.id from allocation_outcome u where u.offered_dwelling_id = o.id) as outcome_id
              from offered_dwelling o join dwelling d on d.id = o.dwelling_id join building b on b.id = d.building_id join agency a on a.id = o.agency_id
             where (:all or o.agency_id in (:agencies)) and (:agency is null or o.agency_id = :agency)
               and (o.state = :state or (:state is null and o.state in ('OPEN', 'READY', 'DECIDED'))) and (:before is null or o.id < :before)
             order by o.id desc limit :limit
            """)
                .param("agency", agencyId)
                .param("state", state == null ? null : state.name())
                .param("before", before)
                .param("limit", PAGE + 1)
                .query(Line.class)
                .list();
        return Slice.of(lines, PAGE, row -> Long.toString(row.id()));
    }

    private JdbcClient.StatementSpec mine(String sql) {
        StaffMember reader = currentStaff.require();
        Applications.requireReader(reader);
        return jdbc.sql(sql).param("all", reader.allAgencies()).param("agencies", reader.agenciesOrNone());
    }
}
