package fr.allervers.outreach.followup;

import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens a row once: a unique key over open rows decides, not a look before the write. */
@Component
class Opening {

    private final JdbcClient jdbc;

    Opening(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Inserts the row and starts its case, or gives the open row that is in its way.
     *
     * @param insert ends with "returning id"
     * @param same finds the open row by the unique key
     */
    long once(String insert, List<@Nullable Object> row, String same, List<Object> key, LongConsumer start) {
        long id;
        try {
            id = jdbc.sql(insert).params(row).query(Long.class).single();
        } catch (DuplicateKeyException openAlready) {
            return jdbc.sql(same).params(key).query(Long.class).single();
        }
        start.accept(id);
        return id;
    }
}
