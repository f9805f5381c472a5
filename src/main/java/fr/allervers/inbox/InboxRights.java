package fr.allervers.inbox;

import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who sees which tasks, and who may do what with them. The queues of {@link InboxSelect} follow the same rules. */
final class InboxRights {

    private InboxRights() {}

    /** The groups whose open tasks the person sees. Callers are handed theirs one by one: they see no group. */
    static List<String> groups(StaffMember reader) {
        return reader.roles().stream()
                .filter(role -> role != Role.CALLER)
                .map(Role::group)
                .sorted()
                .toList();
    }

    static boolean maySee(StaffMember reader, InboxItem item) {
        return reader.username().equals(item.assignee())
                || (worksFor(reader, item.agencyId()) && (groups(reader).contains(item.group()) || leads(reader)));
    }

    /** Takes it, completes it, gives it back. */
    static boolean mayDo(StaffMember reader, InboxItem item) {
        return reader.username().equals(item.assignee())
                || (worksFor(reader, item.agencyId()) && groups(reader).contains(item.group()));
    }

    /** Gives it to somebody, changes its due moment. */
    static boolean mayManage(StaffMember reader, InboxItem item) {
        return leads(reader) && worksFor(reader, item.agencyId());
    }

    static boolean leads(StaffMember reader) {
        return reader.isAny(Role.SUPERVISOR, Role.DIRECTOR);
    }

    /** Whether the task can be given to this person. */
    static boolean maySuit(StaffMember to, InboxItem item) {
        return worksFor(to, item.agencyId())
                && to.roles().stream().anyMatch(role -> role.group().equals(item.group()));
    }

    /** What concerns the landlord as a whole is for those who work for all of it. */
    static boolean worksFor(StaffMember reader, @Nullable Long agencyId) {
        return reader.allAgencies() || (agencyId != null && reader.worksFor(agencyId));
    }
}
