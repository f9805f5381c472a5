package fr.allervers.messaging;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Households that another module knows how to choose, offered to whoever writes to many. One bean per kind. */
public interface MessageAudience {

    /** The choices of the person signed in, in the order in which they are shown. */
    List<Choice> choices();

    /**
     * The households of a choice as SQL, so that a hundred thousand of them never stand in memory; asked without rights
     * when a mailing leaves, for a choice that {@link #choices} gave to its author.
     *
     * @return none when the key is of another kind
     */
    Optional<HouseholdSelection> households(String key);

    /**
     * One choice.
     *
     * @param key at most 100 characters
     * @param name as people read it, at most 200 characters
     */
    record Choice(String key, String name) {}

    /**
     * A statement that gives one column, ids of households.
     *
     * @param params values of its named places
     */
    record HouseholdSelection(String sql, Map<String, Object> params) {}
}
