package fr.allervers.allocation.session;

import fr.allervers.allocation.Candidacies;
import fr.allervers.allocation.OfferedDwelling;
import fr.allervers.allocation.committee.Committees;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.StaffMember;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Who may see a session and act in it: those who run its committee, and those convened. */
@Component
public class SessionRights {

    private final ConvenedRows convened;
    private final Candidacies candidacies;
    private final CurrentStaff currentStaff;

    SessionRights(ConvenedRows convened, Candidacies candidacies, CurrentStaff currentStaff) {
        this.convened = convened;
        this.candidacies = candidacies;
        this.currentStaff = currentStaff;
    }

    /** Refuses (403) who neither runs the committee nor is convened. */
    public StaffMember requireReader(AllocationSession session) {
        var me = currentStaff.require();
        if (!mayRead(session, me)) {
            throw new AccessDeniedException("Not a member of this session");
        }
        return me;
    }

    public boolean mayRead(AllocationSession session, StaffMember person) {
        return runs(session, person)
                || (session.state() != SessionState.DRAFT
                        && convened.ofStaff(session.id(), person.id()).isPresent());
    }

    /**
     * Refuses (403) a member whose seat does not count for the item's dwelling, because of its commune or its quota: who its
     * candidates are is not theirs to know.
     */
    public StaffMember requireReader(AllocationSession session, SessionItem item) {
        var me = requireReader(session);
        if (opened(session, List.of(item), me).isEmpty()) {
            throw new AccessDeniedException("Another seat's dwelling");
        }
        return me;
    }

    /** Ids of those of the items whose dossiers the person may open; in two queries, however many there are. */
    public Set<Long> opened(AllocationSession session, List<SessionItem> items, StaffMember person) {
        var seats = convened.of(session.id()).stream()
                .filter(member -> member.staffId() == person.id())
                .toList();
        if (runs(session, person) || seats.stream().anyMatch(seat -> seat.memberId() == session.presidentId())) {
            return items.stream().map(SessionItem::id).collect(Collectors.toSet());
        }
        var dwellings = candidacies
                .dwellings(items.stream().map(SessionItem::offeredDwellingId).toList())
                .stream()
                .filter(dwelling -> seats.stream().anyMatch(seat -> seat.countsFor(dwelling)))
                .map(OfferedDwelling::id)
                .collect(Collectors.toSet());
        return items.stream()
                .filter(item -> dwellings.contains(item.offeredDwellingId()))
                .map(SessionItem::id)
                .collect(Collectors.toSet());
    }

    /** Refuses (403) who does not prepare the committee's sessions. */
    public StaffMember requireOfficer(AllocationSession session) {
        var me = currentStaff.require();
        if (!runs(session, me)) {
            throw new AccessDeniedException("Another agency's session");
        }
        return me;
    }

    /** Refuses (403) all but the president of the session and those who prepare it for the president. */
    public StaffMember requireChair(AllocationSession session) {
        var me = currentStaff.require();
        if (!runs(session, me) && !presides(session, me)) {
            throw new AccessDeniedException("Not the president of this session");
        }
        return me;
    }

    /** Refuses (403) all but the president. */
    public StaffMember requirePresident(AllocationSession session) {
        var me = currentStaff.require();
        if (!presides(session, me)) {
            throw new AccessDeniedException("Not the president of this session");
        }
        return me;
    }

    /** The signed-in person as convened; refuses (403) others. */
    public Convened requireConvened(AllocationSession session) {
        return me(session).orElseThrow(() -> new AccessDeniedException("Not a member of this session"));
    }

    public Optional<Convened> me(AllocationSession session) {
        return session.state() == SessionState.DRAFT
                ? Optional.empty()
                : convened.ofStaff(session.id(), currentStaff.require().id());
    }

    public boolean runs(AllocationSession session, StaffMember person) {
        return Committees.mayRun(person, session.agencyId());
    }

    public boolean presides(AllocationSession session, StaffMember person) {
        return convened.of(session.id()).stream()
                .anyMatch(member -> member.memberId() == session.presidentId() && member.staffId() == person.id());
    }
}
