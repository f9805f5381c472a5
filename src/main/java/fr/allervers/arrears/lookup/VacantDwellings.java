package fr.allervers.arrears.lookup;

import fr.allervers.shared.Slice;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Dwellings of the reader's sector in which nobody lives: the register says which, the field managers say how they stand. */
@Component
@Transactional
public class VacantDwellings {

    private static final int PAGE = 30;
    private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

    /** Nobody has a lease that counts today, and nobody of a household without a known lease lives there. */
    private static final String VACANT = """
            select v.*, s.keys_at, coalesce(s.works, 'NONE') as works, s.works_until, s.visit_at, s.next_tenant, s.available_on, s.note,
                   s.updated_by, s.updated_at, coalesce(s.version, 0) as version
              from (select d.id, d.code, d.typology, d.floor, d.door, b.name as building, b.address, b.commune, b.agency_id,
                           coalesce((select max(l.ends_on) from lease l where l.dwelling_id = d.id), date '1900-01-01') as since
                      from dwelling d join building b on b.id = d.building_id
                     where (:everywhere or b.agency_id in (:agencies)) and d.code > :after and (:id is null or d.id = :id)
                       and not exists (select 1 from lease l where l.dwelling_id = d.id and l.starts_on <= :today and (l.ends_on is null or l.ends_on >= :today))
                       and not exists (select 1 from household h join occupant o on o.household_id = h.id
                                        where h.dwelling_id = d.id and o.deceased_on is null and o.left_on is null)
                     order by d.code limit :most) v
              left join vacant_dwelling s on s.dwelling_id = v.id and s.since = v.since
             order by v.code
            """;

    private final JdbcClient jdbc;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    VacantDwellings(JdbcClient jdbc, CurrentStaff currentStaff, Clock clock) {
        this.jdbc = jdbc;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    /** Where the keys are. */
    public enum Keys {
        WITH_TENANT,
        AGENCY,
        CONTRACTOR,
        LOST
    }

    /** Where the works stand. */
    public enum Works {
        NONE,
        TO_PLAN,
        RUNNING,
        DONE
    }

    /**
     * A vacant dwelling and its state.
     *
     * @param since last day of the last lease; 1 January 1900 when there never was one
     * @param keysAt none while nobody has said it
     * @param version counts the changes of its state
     */
    public record Vacant(
            long id,
            String code,
            String typology,
            @Nullable Integer floor,
            @Nullable String door,
            String building,
            String address,
            String commune,
            long agencyId,
            LocalDate since,
            @Nullable Keys keysAt,
            Works works,
            @Nullable LocalDate worksUntil,
            @Nullable Instant visitAt,
            @Nullable String nextTenant,
            @Nullable LocalDate availableOn,
            @Nullable String note,
            @Nullable String updatedBy,
            @Nullable Instant updatedAt,
            int version) {

        public boolean wasNeverLet() {
            return since.equals(ALWAYS);
        }
    }

    /** The state as typed. */
    public record State(
            Keys keysAt,
            Works works,
            @Nullable LocalDate worksUntil,
            @Nullable Instant visitAt,
            @Nullable String nextTenant,
            @Nullable LocalDate availableOn,
            @Nullable String note) {}

    /** By code, 30 at a time. */
    @Transactional(readOnly = true)
    public Slice<Vacant> list(@Nullable String after) {
        var found = query(currentStaff.require(), after == null ? "" : after, null, PAGE + 1);
        return Slice.of(found, PAGE, Vacant::code);
    }

    /**
     * This one.
     *
     * @throws UserError 404 when it is not vacant, or not there
     * @throws AccessDeniedException when it is of another sector
     */
    @Transactional(readOnly = true)
    public Vacant require(long id) {
        jdbc.sql("select b.agency_id from dwelling d join building b on b.id = d.building_id where d.id = ?")
                .param(id)
                .query(Long.class)
                .optional()
                .ifPresent(currentStaff::requireAgency);
        return query(currentStaff.require(), "", id, 1).stream()
                .findFirst()
                .orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "lookup.vacant.unknown"));
    }

    /**
     * Writes its state.
     *
     * @param version as it was read
     * @return what is wrong, by field: keys of messages; nothing when it was written
     * @throws UserError 409 when a colleague was quicker
     */
    public Map<String, String> save(long id, int version, State state) {
        var vacant = require(id);
        var errors = errors(state);
        if (errors.isEmpty() && write(vacant, version, state) == 0) {
            throw new UserError(HttpStatus.CONFLICT, "lookup.vacant.changed");
        }
        return errors;
    }

    private static Map<String, String> errors(State state) {
        var errors = new LinkedHashMap<String, String>();
        if (state.works() == Works.NONE && state.worksUntil() != null) {
            errors.put("worksUntil", "lookup.vacant.works-until");
        }
        if (state.nextTenant() != null && state.nextTenant().length() > 120) {
            errors.put("nextTenant", "lookup.vacant.too-long");
        }
        if (state.note() != null && state.note().length() > 300) {
            errors.put("note", "lookup.vacant.too-long");
        }
        return errors;
    }

    private int write(Vacant vacant, int version, State state) {
        var values = new ArrayList<@Nullable Object>();
        values.add(state.keysAt().name());
        values.add(state.works().name());
        values.add(state.worksUntil());
        values.add(state.visitAt());
        values.add(state.nextTenant());
        values.add(state.availableOn());
        values.add(state.note());
        values.add(currentStaff.require().username());
        values.add(clock.instant());
        values.add(vacant.id());
        values.add(vacant.since());
        if (version == 0) {
            return jdbc.sql("""
                            insert ignore into vacant_dwelling (keys_at, works, works_until, visit_at, next_tenant, available_on, note, updated_by, updated_at, dwelling_id, since, version)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
                            """).params(values).update();
        }
        values.add(version);
        return jdbc.sql("""
                        update vacant_dwelling set keys_at = ?, works = ?, works_until = ?, visit_at = ?, next_tenant = ?, available_on = ?, note = ?,
                               updated_by = ?, updated_at = ?, version = version + 1 where dwelling_id = ? and since = ? and version = ?
                        """).params(values).update();
    }

    private List<Vacant> query(StaffMember reader, String after, @Nullable Long id, int most) {
        return jdbc.sql(VACANT)
                .param("everywhere", reader.allAgencies())
                .param("agencies", reader.agencies().isEmpty() ? Set.of(0L) : reader.agencies())
                .param("after", after)
                .param("id", id)
                .param("today", LocalDate.now(clock))
                .param("most", most)
                .query(Vacant.class)
                .list();
    }
}
