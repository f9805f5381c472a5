package fr.allervers.shared.personal;

import java.time.LocalDate;

/** Traces of people that the catalogue's rows do not cover: what the engine remembers, names made of other names. */
public interface PersonalTraces {

    /** Their name in reports, as the end of a message's key. */
    String name();

    DataKind kind();

    /** Whether they go once the person's rows are erased, and not before. */
    boolean last();

    /**
     * Purges what was over before the day, in the caller's transaction; nothing where no delay ends it.
     *
     * @param limit how much at most
     * @return how much was purged; 0 when nothing is left
     */
    default int purge(LocalDate before, int limit) {
        return 0;
    }

    /** Erases what is of the person and over; see {@link #purge}. */
    int erase(PersonKeys person, int limit);
}
