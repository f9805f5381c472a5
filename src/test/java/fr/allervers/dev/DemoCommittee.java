package fr.allervers.dev;

import fr.allervers.allocation.OfferedDwelling;
import fr.allervers.allocation.committee.Capacity;
import fr.allervers.allocation.committee.CommitteeRules;
import fr.allervers.allocation.committee.Committees;
import fr.allervers.allocation.committee.RulesBook;
import fr.allervers.allocation.session.AllocationSessions;
import fr.allervers.allocation.session.ItemTalk;
import fr.allervers.allocation.session.SessionCourse;
import fr.allervers.allocation.session.SessionMode;
import fr.allervers.allocation.session.SessionPlan;
import fr.allervers.staff.StaffDirectory;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * A committee of invented members, a live session under way (votes last a minute) and a written one whose vote is open.
 * Henriette Pascal presides; Jeanne Allard is the mayor of the live session's commune.
 */
@Order(8)
public class DemoCommittee implements ApplicationRunner {

    private final Committees committees;
    private final RulesBook rules;
    private final AllocationSessions sessions;
    private final SessionCourse course;
    private final ItemTalk talk;
    private final StaffDirectory staff;
    private final JdbcClient jdbc;
    private final Clock clock;

    DemoCommittee(
            Committees committees,
            RulesBook rules,
            AllocationSessions sessions,
            SessionCourse course,
            ItemTalk talk,
            StaffDirectory staff,
            JdbcClient jdbc,
            Clock clock) {
        this.committees = committees;
        this.rules = rules;
        this.sessions = sessions;
        this.course = course;
        this.talk = talk;
        this.staff = staff;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (jdbc.sql("select count(*) from committee").query(Long.class).single() > 0) {
            return;
        }
        try {
            DemoCampaign.signIn(staff, "julien");
            rules.add(new CommitteeRules(
                    0,
                    0,
                    LocalDate.now(clock),
                    LocalDate.now(clock).minusMonths(3),
                    3,
                    true,
                    true,
                    3,
                    4,
                    24,
                    1,
                    1,
                    CommitteeRules.MayorAbsent.PRESIDENT,
                    15,
                    6,
                    "Délibération du conseil d’administration (démonstration)",
                    false));
            var committee = committees.add("Commission d’attribution de la Drôme", null);
            var live = draft(committee, "Séance en vidéo", SessionMode.LIVE);
            var ready = sessions.ready(live);
            var commune = busiest(ready);
            members(committee, ready, commune);
            hold(live, ready, commune);
            write(committee, ready, commune);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static String busiest(List<OfferedDwelling> ready) {
        return ready.stream()
                .collect(Collectors.groupingBy(OfferedDwelling::insee, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private void members(long committee, List<OfferedDwelling> ready, String commune) {
        // The president came first, so that the sessions could be drafted.
        var bernard = member(committee, "bernard", Capacity.BOARD, Set.of(), null);
        for (var username : List.of("samir", "colette", "raoul")) {
            member(committee, username, Capacity.BOARD, Set.of(), null);
        }
        member(committee, "odette", Capacity.TENANTS, Set.of(), null);
        member(committee, "nina", Capacity.BOARD, Set.of(), bernard);
        member(committee, "jeanne", Capacity.MAYOR, Set.of(commune), null);
        member(committee, "alice", Capacity.PREFECT, Set.of(), null);
        member(
                committee,
                "etienne",
                Capacity.EPCI,
                ready.stream().map(OfferedDwelling::insee).collect(Collectors.toSet()),
                null);
        member(committee, "fatou", Capacity.ASSOCIATION, Set.of(), null);
    }

    private long member(
            long committee, String username, Capacity capacity, Set<String> places, @Nullable Long substituteOf) {
        return committees.addMember(
                committee,
                staff.byUsername(username).orElseThrow().id(),
                capacity,
                places,
                null,
                substituteOf,
                // Long before the sessions, which begin hours ago: at night that is yesterday.
                LocalDate.now(clock).minusMonths(3));
    }

    private long draft(long committee, String name, SessionMode mode) {
        if (committees.require(committee).presidentId() == null) {
            var president = member(committee, "henriette", Capacity.BOARD, Set.of(), null);
            committees.electPresident(committee, president, LocalDate.now(clock).minusMonths(2));
        }
        var starts = clock.instant().plus(Duration.ofMinutes(5));
        var written = mode == SessionMode.WRITTEN;
        return sessions.draft(new SessionPlan(
                committee,
                name,
                mode,
                starts,
                written ? starts.plus(Duration.ofHours(4)) : null,
                written ? starts.plus(Duration.ofHours(30)) : null,
                written ? null : "https://visio.example.org/caleol",
                null));
    }

    private void hold(long live, List<OfferedDwelling> ready, String commune) {
        ready.stream()
                .filter(dwelling -> dwelling.insee().equals(commune))
                .limit(2)
                .forEach(dwelling -> sessions.addItem(live, dwelling.id()));
        begun(live);
        sessions.convene(live, "Logements vacants, démonstration");
        DemoCampaign.signIn(staff, "henriette");
        course.open(live);
        for (var username : List.of("henriette", "samir", "colette", "jeanne", "odette", "nina")) {
            DemoCampaign.signIn(staff, username);
            course.arrive(live);
        }
    }

    /** Its debate of four hours is over; the engine opens the vote as soon as it looks. */
    private void write(long committee, List<OfferedDwelling> ready, String commune) {
        DemoCampaign.signIn(staff, "julien");
        var written = draft(committee, "Séance écrite", SessionMode.WRITTEN);
        ready.stream()
                .filter(dwelling -> !dwelling.insee().equals(commune))
                .limit(3)
                .forEach(dwelling -> sessions.addItem(written, dwelling.id()));
        begun(written);
        sessions.convene(written, "Logements vacants, démonstration");
        var item = jdbc.sql("select min(id) from session_item where session_id = ?")
                .param(written)
                .query(Long.class)
                .single();
        DemoCampaign.signIn(staff, "fatou");
        talk.say(item, "Le premier ménage est-il suivi par un travailleur social ?");
        DemoCampaign.signIn(staff, "julien");
        talk.say(item, "Oui, par le CCAS depuis le printemps.");
    }

    private void begun(long session) {
        jdbc.sql("""
            update allocation_session
               set starts_at = date_sub(starts_at, interval 4 hour) - interval 10 minute, debate_until = date_sub(debate_until, interval 4 hour) - interval 10 minute
             where id = ?
            """).param(session).update();
    }
}
