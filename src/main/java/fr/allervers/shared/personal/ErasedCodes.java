package fr.allervers.shared.personal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The codes that other software knows people by, of one register: erased with them, and remembered so that no file brings them back. */
public abstract class ErasedCodes implements PersonalTraces {

    private final JdbcClient jdbc;
    private final ErasedPeople erased;
    private final String register;
    private final String people;
    private final String codes;

    /**
     * @param register whose codes they are, "occupant"
     * @param people the person's ids in {@link PersonKeys#parameters}, "occupants"
     * @param codes query for the codes of these people that are not erased yet
     */
    protected ErasedCodes(JdbcClient jdbc, ErasedPeople erased, String register, String people, String codes) {
        this.jdbc = jdbc;
        this.erased = erased;
        this.register = register;
        this.people = people;
        this.codes = codes;
    }

    /** Before the rows that hold the codes. */
    @Override
    public boolean last() {
        return false;
    }

    @Override
    public int erase(PersonKeys person, int limit) {
        var known = jdbc.sql(codes)
                .param(people, person.parameters().get(people))
                .query(String.class)
                .list();
        return known.isEmpty() ? 0 : erased.remember(register, known);
    }

    /** Those of these codes whose people were erased, with the day. */
    protected Map<String, LocalDate> gone(Collection<String> among) {
        return erased.among(register, among);
    }
}
