package fr.allervers.outreach.calling;

import fr.allervers.outreach.calling.CallerProfiles.CallerProfile;
import fr.allervers.staff.StaffMember;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Shares waiting households out among callers: in turns, one household each, the first that the caller may and can
 * call, until nobody can take more. So all get the same number where agencies, languages and capacities allow it.
 */
final class FilePlan {

    /** A household that waits. */
    record Waiting(long callId, long agencyId, String language, boolean fresh, int priority) {}

    /** Somebody who can take {@code capacity} households. */
    record Taker(StaffMember person, CallerProfile profile, int capacity) {

        boolean mayCall(Group group) {
            return person.worksFor(group.agencyId()) && profile.languages().contains(group.language());
        }
    }

    record Group(long agencyId, String language) {}

    private static final Comparator<Waiting> ORDER = Comparator.comparing(Waiting::fresh)
            .thenComparing(Waiting::priority)
            .reversed()
            .thenComparing(Waiting::callId);

    private FilePlan() {}

    /** Who gets what; callers who get nothing are in it with an empty list. */
    static Map<Taker, List<Long>> share(Collection<Waiting> waiting, List<Taker> takers) {
        var groups = new LinkedHashMap<Group, Deque<Waiting>>();
        waiting.stream().sorted(ORDER).forEach(one -> groups.computeIfAbsent(
                        new Group(one.agencyId(), one.language()), group -> new ArrayDeque<>())
                .add(one));
        var shares = new LinkedHashMap<Taker, List<Long>>();
        takers.forEach(taker -> shares.put(taker, new ArrayList<>()));
        var active = new ArrayList<>(takers);
        while (!active.isEmpty()) {
            active.removeIf(taker -> !takeOne(taker, Objects.requireNonNull(shares.get(taker)), groups));
        }
        return shares;
    }

    private static boolean takeOne(Taker taker, List<Long> share, Map<Group, Deque<Waiting>> groups) {
        if (share.size() >= taker.capacity()) {
            return false;
        }
        var from = groups.entrySet().stream()
                .filter(group -> !group.getValue().isEmpty() && taker.mayCall(group.getKey()))
                .map(Map.Entry::getValue)
                .min((one, other) -> ORDER.compare(one.getFirst(), other.getFirst()));
        from.ifPresent(queue -> share.add(queue.removeFirst().callId()));
        return from.isPresent();
    }
}
