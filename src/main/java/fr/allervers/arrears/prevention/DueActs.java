package fr.allervers.arrears.prevention;

import java.util.Collection;
import java.util.Map;

/** Tells the worktray what must be done until when: legal deadlines, missed instalments. Any number of beans. */
public interface DueActs {

    /** The most urgent act of those cases that have one, in a fixed number of queries. */
    Map<Long, DueAct> next(Collection<Long> caseIds);
}
