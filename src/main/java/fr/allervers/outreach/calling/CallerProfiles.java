package fr.allervers.outreach.calling;

import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffDirectory;
import fr.allervers.staff.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What callers can do: files a week, their size, languages. */
@Component
@Transactional(readOnly = true)
public class CallerProfiles {

    static final int FILES_PER_WEEK = 1;
    static final int FILE_SIZE = 20;
    private static final int MOST_FILES = 10;
    private static final int LARGEST_FILE = 100;

    /** A caller's capacity and the languages they speak (ISO 639-1). */
    public record CallerProfile(long staffId, int filesPerWeek, int fileSize, List<String> languages) {

        int capacity() {
            return filesPerWeek * fileSize;
        }

        /** What the caller can do in a campaign: its files, but no larger than the caller's own. */
        CallerProfile within(int campaignsFileSize) {
            return new CallerProfile(staffId, filesPerWeek, Math.min(fileSize, campaignsFileSize), languages);
        }
    }

    /** A caller in a campaign. */
    public record CallerLine(
            StaffMember caller,
            CallerProfile profile,
            boolean absentToday,
            int held,
            int calledThisWeek,
            int reached) {}

    private final JdbcClient jdbc;
    private final StaffDirectory staff;
    private final CurrentStaff currentStaff;
    private final CallWeek week;
    private final Clock clock;

    CallerProfiles(JdbcClient jdbc, StaffDirectory staff, CurrentStaff currentStaff, CallWeek week, Clock clock) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.currentStaff = currentStaff;
        this.week = week;
        this.clock = clock;
    }

    /** The caller's profile: one file of 20 households a week, in French, unless somebody said otherwise. */
    public CallerProfile of(long staffId) {
        return Objects.requireNonNull(of(List.of(staffId)).get(staffId));
    }

    Map<Long, CallerProfile> of(Collection<Long> staffIds) {
        var known = staffIds.isEmpty()
                ? Map.<Long, CallerProfile>of()
                : jdbc
                        .sql(
                                "select staff_id, files_per_week, file_size, languages from caller_profile where staff_id in (:ids)")
                        .param("ids", staffIds)
                        .query((row, number) -> new CallerProfile(
                                row.getLong("staff_id"),
                                row.getInt("files_per_week"),
                                row.getInt("file_size"),
                                List.of(row.getString("languages").split(","))))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(CallerProfile::staffId, Function.identity()));
        return staffIds.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        id -> known.getOrDefault(id, new CallerProfile(id, FILES_PER_WEEK, FILE_SIZE, List.of("fr")))));
    }

    /** Saves a profile: one's own, or a colleague's for a supervisor of one of their agencies. */
    @Transactional
    public void save(CallerProfile profile) {
        requireRight(profile.staffId());
        var languages = profile.languages().stream()
                .map(language -> language.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        if (profile.filesPerWeek() < 0
                || profile.filesPerWeek() > MOST_FILES
                || profile.fileSize() < 1
                || profile.fileSize() > LARGEST_FILE) {
            throw new UserError("calling.error.capacity", MOST_FILES, LARGEST_FILE);
        }
        if (languages.isEmpty() || !languages.stream().allMatch(CallerProfiles::isLanguage)) {
            throw new UserError("calling.error.languages");
        }
        jdbc.sql("""
                        insert into caller_profile (staff_id, files_per_week, file_size, languages) values (?, ?, ?, ?)
                        on duplicate key update files_per_week = values(files_per_week), file_size = values(file_size), languages = values(languages)
                        """)
                .params(profile.staffId(), profile.filesPerWeek(), profile.fileSize(), String.join(",", languages))
                .update();
    }

    /** The callers who may work for the campaign, by name; for people of one of its agencies. */
    public List<CallerLine> callers(long campaignId) {
        var agencies = agencies(campaignId);
        var reader = currentStaff.require();
        if (!reader.allAgencies() && agencies.stream().noneMatch(reader::worksFor)) {
            throw new AccessDeniedException("Another agency's campaign");
        }
        var people = people(agencies);
        var profiles = of(people.stream().map(StaffMember::id).toList());
        var absent = absent();
        var figures = figures(campaignId);
        return people.stream()
                .map(person -> {
                    var figure = figures.getOrDefault(person.id(), new Figures(person.id(), 0, 0, 0));
                    return new CallerLine(
                            person,
                            Objects.requireNonNull(profiles.get(person.id())),
                            absent.contains(person.id()),
                            figure.held(),
                            figure.called(),
                            figure.reached());
                })
                .toList();
    }

    List<StaffMember> people(Collection<Long> agencies) {
        return staff.withRole(Role.CALLER, null).stream()
                .filter(person -> agencies.stream().anyMatch(person::worksFor))
                .toList();
    }

    List<Long> agencies(long campaignId) {
        return jdbc.sql("select agency_id from campaign_agency where campaign_id = ?")
                .param(campaignId)
                .query(Long.class)
                .list();
    }

    List<Long> absent() {
        return jdbc.sql("select distinct staff_id from absence where :today between from_day and to_day")
                .param("today", LocalDate.now(clock))
                .query(Long.class)
                .list();
    }

    record Figures(long staffId, int held, int called, int reached) {}

    private Map<Long, Figures> figures(long campaignId) {
        return jdbc
                .sql("""
                        select staff_id, sum(held) as held, sum(called) as called, sum(reached) as reached from (
                          select holder_id as staff_id, count(*) as held, 0 as called, 0 as reached from household_call
                           where campaign_id = :campaign and state = 'TO_CALL' and holder_id is not null and held_until > :now group by holder_id
                          union all
                          select a.caller_id, 0, count(*), count(distinct if(a.disposition = 'REACHED', a.call_id, null))
                            from call_attempt a join household_call c on c.id = a.call_id
                           where c.campaign_id = :campaign and a.at >= :monday and a.at < :next group by a.caller_id) work
                         group by staff_id
                        """)
                .param("campaign", campaignId)
                .param("now", clock.instant())
                .param("monday", week.start())
                .param("next", week.end())
                .query(Figures.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Figures::staffId, Function.identity()));
    }

    private void requireRight(long staffId) {
        var me = currentStaff.require();
        if (me.id() == staffId) {
            return;
        }
        var caller = staff.byIds(List.of(staffId)).get(staffId);
        var shared = caller != null
                && (me.allAgencies()
                        || caller.allAgencies()
                        || caller.agencies().stream().anyMatch(me::worksFor));
        if (!shared || !me.isAny(Role.SUPERVISOR, Role.DIRECTOR, Role.ADMINISTRATOR)) {
            throw new AccessDeniedException("Another caller's profile");
        }
    }

    static boolean isLanguage(String code) {
        return Arrays.asList(Locale.getISOLanguages()).contains(code);
    }
}
