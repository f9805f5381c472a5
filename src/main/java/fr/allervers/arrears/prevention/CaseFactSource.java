package fr.allervers.arrears.prevention;

import fr.allervers.inbox.CaseFact;
import fr.allervers.staff.StaffMember;
import java.util.List;

/** More facts for the case page's header: the plan, aids, deadlines. Any number of beans, in their order. */
public interface CaseFactSource {

    /** What this reader may know of the case. */
    List<CaseFact> facts(long caseId, StaffMember reader);
}
