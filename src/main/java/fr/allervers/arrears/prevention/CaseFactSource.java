package fr.allervers.arrears.prevention;

import fr.allervers.inbox.CaseFact;
import fr.allervers.staff.StaffMember;
import fr.allervers.workflow.CaseRef;
import java.util.List;
import java.util.Optional;

/** More facts for the case page's header: the plan, aids, deadlines. Any number of beans, in their order. */
public interface CaseFactSource {

    /** What this reader may know of the case. */
    List<CaseFact> facts(long caseId, StaffMember reader);

    /** A process of its own whose open tasks stand on the case's page with the case's. */
    default Optional<CaseRef> process(long caseId) {
        return Optional.empty();
    }
}
