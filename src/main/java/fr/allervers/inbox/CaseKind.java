package fr.allervers.inbox;

import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a process module tells the inbox and the case page of its kind of case, and what it does when a task's form is
 * sent. One bean per kind.
 */
public interface CaseKind {

    /** The process's id, for example "household-call". */
    String key();

    /** The cards of these cases, by id, in a fixed number of queries; unknown ids are left out. */
    Map<Long, CaseCard> cards(Collection<Long> ids);

    /** What matters now, for the header of the case page, as far as this person may see it. */
    default List<CaseFact> facts(long id, StaffMember reader) {
        return List.of();
    }

    /**
     * Whether this person may read the case. Unless a kind knows better: those who follow households or lead, in the
     * case's agency; who holds one of its open tasks may read it in any case.
     */
    default boolean mayRead(long id, StaffMember reader) {
        var card = cards(List.of(id)).get(id);
        return card != null
                && reader.isAny(Role.SOCIAL_ADVISOR, Role.SUPERVISOR, Role.DIRECTOR, Role.FIELD_MANAGER)
                && InboxRights.worksFor(reader, card.agencyId());
    }

    /** The page on which this step is done when a form is not enough; none: the form in the inbox. */
    default @Nullable String pageOf(long id, String step) {
        return null;
    }

    /** What the step's form holds when it opens. */
    default Map<String, Object> prefill(long id, String step) {
        return Map.of();
    }

    /**
     * Does what the answers say, in the transaction that completes the task.
     *
     * @param answers as validated against the step's form
     * @return the few values that the process's gateways read
     */
    default Map<String, Object> complete(long id, String step, Map<String, Object> answers, StaffMember by) {
        return Map.of();
    }
}
