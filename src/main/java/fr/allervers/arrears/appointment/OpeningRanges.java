package fr.allervers.arrears.appointment;

import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffDirectory;
import fr.allervers.staff.StaffMember;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
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

/** The officers' weekly ranges: everybody their own, supervisors those of their agencies' officers. */
@Component
@Transactional
public class OpeningRanges {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 180;

    private final JdbcClient jdbc;
    private final OpeningRangeRows rows;
    private final StaffDirectory staff;
    private final CurrentStaff currentStaff;

    OpeningRanges(JdbcClient jdbc, OpeningRangeRows rows, StaffDirectory staff, CurrentStaff currentStaff) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.staff = staff;
        this.currentStaff = currentStaff;
    }

    /** A range as typed; what is missing or no number is none. */
    public record Draft(
            long staffId,
            @Nullable Long agencyId,
            @Nullable MeetingKind kind,
            @Nullable Integer dayOfWeek,
            @Nullable LocalTime from,
            @Nullable LocalTime to,
            @Nullable Integer minutes,
            String place,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil) {}

    /** Officers whose ranges the signed-in person may change, by name: themselves, and for a supervisor those of their agencies. */
    @Transactional(readOnly = true)
    public List<StaffMember> officers() {
        var reader = currentStaff.require();
        var officers = new LinkedHashMap<Long, StaffMember>();
        if (reader.roles().stream().anyMatch(Slots.OFFICERS::contains)) {
            officers.put(reader.id(), reader);
        }
        if (reader.isAny(Role.SUPERVISOR, Role.DIRECTOR)) {
            for (var agency : reader.allAgencies() ? everyAgency() : reader.agencies()) {
                Slots.OFFICERS.forEach(role ->
                        staff.withRole(role, agency).forEach(officer -> officers.putIfAbsent(officer.id(), officer)));
            }
        }
        return List.copyOf(officers.values());
    }

    /** An officer's ranges, by day and time. */
    @Transactional(readOnly = true)
    public List<OpeningRange> of(long staffId) {
        requireOfficer(staffId);
        return rows.ofOfficer(staffId);
    }

    /**
     * Adds a range.
     *
     * @return what is wrong with it, by field: keys of messages; nothing when it was added
     */
    public Map<String, String> add(Draft draft) {
        requireOfficer(draft.staffId());
        // The officer's row is held: two ranges over the same time are not added at the same moment.
        jdbc.sql("select id from staff_member where id = ? for update")
                .param(draft.staffId())
                .query(Long.class)
                .single();
        var errors = errors(draft);
        if (errors.isEmpty()) {
            var row = new ArrayList<@Nullable Object>();
            row.add(draft.staffId());
            row.add(draft.agencyId());
            row.add(String.valueOf(draft.kind()));
            row.add(draft.dayOfWeek());
            row.add(draft.from());
            row.add(draft.to());
            row.add(draft.minutes());
            row.add(draft.place().strip());
            row.add(draft.validFrom());
            row.add(draft.validUntil());
            jdbc.sql(
                            "insert into opening_range (staff_id, agency_id, kind, day_of_week, from_time, to_time, minutes, place, valid_from, valid_until) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(row)
                    .update();
        }
        return errors;
    }

    /** Takes a range away. What is booked in it stays booked. */
    public void remove(long id) {
        var range = rows.find(id).orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "error.404.what"));
        requireOfficer(range.staffId());
        jdbc.sql("delete from opening_range where id = ?").param(id).update();
    }

    private Map<String, String> errors(Draft draft) {
        var errors = new LinkedHashMap<String, String>();
        if (draft.agencyId() == null || !officer(draft.staffId()).worksFor(draft.agencyId())) {
            errors.put("agency", "appointment.range.agency");
        }
        if (draft.kind() == null) {
            errors.put("kind", "appointment.range.kind");
        } else if (draft.kind().needsPlace() && draft.place().isBlank()) {
            errors.put("place", "appointment.range.place");
        }
        if (draft.place().strip().length() > 160) {
            errors.put("place", "appointment.range.place.long");
        }
        if (draft.dayOfWeek() == null || draft.dayOfWeek() < 1 || draft.dayOfWeek() > 7) {
            errors.put("day", "appointment.range.day");
        }
        if (draft.minutes() == null || draft.minutes() < SHORTEST || draft.minutes() > LONGEST) {
            errors.put("minutes", "appointment.range.minutes");
        }
        times(draft, errors);
        if (draft.validFrom() == null
                || (draft.validUntil() != null && draft.validUntil().isBefore(draft.validFrom()))) {
            errors.put("validUntil", "appointment.range.valid");
        }
        if (errors.isEmpty() && rows.ofOfficer(draft.staffId()).stream().anyMatch(range -> overlaps(range, draft))) {
            errors.put("from", "appointment.range.overlaps");
        }
        return errors;
    }

    private static void times(Draft draft, Map<String, String> errors) {
        if (draft.from() == null) {
            errors.put("from", "appointment.range.time");
        }
        if (draft.to() == null) {
            errors.put("to", "appointment.range.time");
        }
        if (draft.from() != null && draft.to() != null) {
            var length = Duration.between(draft.from(), draft.to()).toMinutes();
            if (length <= 0 || (draft.minutes() != null && length < draft.minutes())) {
                errors.put("to", "appointment.range.too-short");
            }
        }
    }

    private static boolean overlaps(OpeningRange range, Draft draft) {
        return draft.dayOfWeek() != null
                && draft.from() != null
                && draft.to() != null
                && draft.validFrom() != null
                && range.dayOfWeek() == draft.dayOfWeek()
                && range.fromTime().isBefore(draft.to())
                && draft.from().isBefore(range.toTime())
                && (range.validUntil() == null || !range.validUntil().isBefore(draft.validFrom()))
                && (draft.validUntil() == null || !draft.validUntil().isBefore(range.validFrom()));
    }

    private void requireOfficer(long staffId) {
        if (officers().stream().noneMatch(officer -> officer.id() == staffId)) {
            throw new AccessDeniedException("Ranges of another person");
        }
    }

    private StaffMember officer(long staffId) {
        return staff.byIds(Set.of(staffId)).values().iterator().next();
    }

    private Collection<Long> everyAgency() {
        return jdbc.sql("select id from agency").query(Long.class).list();
    }
}
