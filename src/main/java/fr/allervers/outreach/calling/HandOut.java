package fr.allervers.outreach.calling;

import fr.allervers.outreach.calling.FilePlan.Taker;
import fr.allervers.outreach.calling.FilePlan.Waiting;
import fr.allervers.shared.Retry;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.tenancy.Agencies;
import fr.allervers.tenancy.Agency;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands households out to callers; a household has one holder at a time, whoever asks at the same moment. */
@Component
public class HandOut {

    /** How long « le suivant » is held. */
    static final Duration NEXT_HELD = Duration.ofMinutes(30);

    /** What a caller would be given. */
    public record PlanLine(long staffId, String name, int households) {}

    private final CallQueue queue;
    private final CallFiles files;
    private final CallLeases leases;
    private final CallTask task;
    private final CallerProfiles profiles;
    private final Agencies agencies;
    private final CurrentStaff currentStaff;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    HandOut(
            CallQueue queue,
            CallFiles files,
            CallLeases leases,
            CallTask task,
            CallerProfiles profiles,
            Agencies agencies,
            CurrentStaff currentStaff,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.queue = queue;
        this.files = files;
        this.leases = leases;
        this.task = task;
        this.profiles = profiles;
        this.agencies = agencies;
        this.currentStaff = currentStaff;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * The next household for the person signed in: one they hold and have not called yet, else the one that waits most,
     * held for half an hour from now.
     */
    public Optional<Long> next() {
        var me = currentStaff.require();
        return Optional.ofNullable(Retry.onConflict(() -> transaction.execute(status -> next(me))));
    }

    private @Nullable Long next(StaffMember me) {
        var caller = new CallQueue.Caller(
                me.id(), agenciesOf(me), profiles.of(me.id()).languages());
        var held = queue.held(caller);
        if (held != null) {
            return held;
        }
        var tried = new HashSet<Long>();
        for (var id = queue.lockNext(caller, tried); id != null; id = queue.lockNext(caller, tried)) {
            var open = task.open(id);
            if (open.isPresent()) {
                queue.hold(id, me.id(), clock.instant().plus(NEXT_HELD), null);
                task.give(open.get(), me.username());
                return id;
            }
        }
        return null;
    }

    /** What {@link #handOut} would give to whom, by name; for a supervisor of the campaign. */
    public List<PlanLine> plan(long campaignId) {
        requireSupervisor(campaignId);
        return share(campaignId, takers(campaignId)).entrySet().stream()
                .map(share -> new PlanLine(
                        share.getKey().person().id(),
                        share.getKey().person().displayName(),
                        share.getValue().size()))
                .toList();
    }

    /** Hands out files to the campaign's callers by their capacity, and says how many households. */
    public int handOut(long campaignId) {
        requireSupervisor(campaignId);
        return give(campaignId, takers(campaignId));
    }

    /** Gives the person signed in one file, within their week, and says how many households. */
    public int takeFile(long campaignId) {
        var me = currentStaff.require();
        if (!me.is(Role.CALLER) || profiles.agencies(campaignId).stream().noneMatch(me::worksFor)) {
            throw new AccessDeniedException("Another agency's campaign");
        }
        var profile = profiles.of(me.id());
        var here = files.within(campaignId, profile);
        var left = files.left(here);
        if (left == 0) {
            throw new UserError("calling.error.no-capacity");
        }
        return give(campaignId, List.of(new Taker(me, profile, Math.min(left, here.fileSize()))));
    }

    /** Takes back what the caller holds of the campaign and has not called; for a supervisor, or one's own. */
    public void takeBack(long campaignId, long staffId) {
        if (currentStaff.require().id() != staffId) {
            requireSupervisor(campaignId);
        }
        leases.takeBack(campaignId, staffId);
    }

    private int give(long campaignId, List<Taker> takers) {
        var given = 0;
        for (var share : share(campaignId, takers).entrySet()) {
            if (!share.getValue().isEmpty()) {
                var taker = share.getKey();
                given += Retry.onConflict(
                        () -> files.give(campaignId, taker.person(), taker.profile(), share.getValue()));
            }
        }
        return given;
    }

    private List<Taker> takers(long campaignId) {
        var absent = profiles.absent();
        var people = profiles.people(profiles.agencies(campaignId)).stream()
                .filter(person -> !absent.contains(person.id()))
                .toList();
        var known = profiles.of(people.stream().map(StaffMember::id).toList());
        return people.stream()
                .map(person -> known.get(person.id()))
                .map(profile -> new Taker(
                        person(people, profile.staffId()), profile, files.left(files.within(campaignId, profile))))
                .toList();
    }

    private static StaffMember person(List<StaffMember> people, long id) {
        return people.stream().filter(one -> one.id() == id).findFirst().orElseThrow();
    }

    private Map<Taker, List<Long>> share(long campaignId, List<Taker> takers) {
        var waiting = jdbc.sql("""
                        select c.id as call_id, c.agency_id, c.language, c.fresh, c.priority from household_call c join campaign k on k.id = c.campaign_id
                         where c.campaign_id = :campaign and k.state = 'RUNNING' and c.state = 'TO_CALL'
                           and (c.holder_id is null or c.held_until <= :now) and (c.callable_from is null or c.callable_from <= :now)
                           and c.wanted_caller_id is null
                        """)
                .param("campaign", campaignId)
                .param("now", clock.instant())
                .query(Waiting.class)
                .list();
        return FilePlan.share(waiting, takers);
    }

    private Collection<Long> agenciesOf(StaffMember person) {
        return person.allAgencies() ? agencies.all().stream().map(Agency::id).toList() : person.agencies();
    }

    private void requireSupervisor(long campaignId) {
        var me = currentStaff.require();
        if (!me.isAny(Role.SUPERVISOR, Role.DIRECTOR, Role.ADMINISTRATOR)
                || (!me.allAgencies() && !profiles.agencies(campaignId).stream().allMatch(me::worksFor))) {
            throw new AccessDeniedException("Another agency's campaign");
        }
    }
}
