package fr.allervers.kpi.fact;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The facts of one kind of case, read from its module's tables: the same for the case that has just moved and for a recount, so that both come
 * to the same figures. Reading only (docs/adr/0030).
 */
interface CaseSource {

    /** The process's key. */
    String kind();

    /** The next cases whose id is greater than {@code after}, by id: for a recount. */
    List<Long> after(long after, int limit);

    /** How many cases there are, for the progress of a recount. */
    long count();

    /** What these cases count for, in a fixed number of queries. */
    List<Fact> facts(Collection<Long> ids);

    /** The campaigns of these cases; cases without one are left out. */
    default Map<Long, Long> campaigns(Collection<Long> ids) {
        return Map.of();
    }
}
