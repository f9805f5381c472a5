package fr.allervers.shared.imports;

import fr.allervers.shared.imports.Rejects.Rejected;
import fr.allervers.shared.web.UserError;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do with the imports of one kind, whatever their files hold: look at them, start them, give them up, read what was not
 * taken. Who may is said by each kind.
 *
 * @param <T> an import as people see it
 */
public abstract class ImportDesk<T> {

    private static final int LATEST = 20;
    private static final int LONGEST_KEY = 80;

    private final JdbcClient jdbc;
    private final Class<T> type;
    private final String imports;
    private final Rejects rejects;

    /**
     * @param table of the imports; the lines not taken are in the one of this name with "_reject" behind
     * @param columns of the table that the type has
     */
    protected ImportDesk(JdbcClient jdbc, Class<T> type, String table, String columns) {
        this.jdbc = jdbc;
        this.type = type;
        this.imports = "select " + columns + " from " + table;
        this.rejects = new Rejects(jdbc, table + "_reject");
    }

    /**
     * Makes sure that the signed-in person may do with imports what the method does.
     *
     * @throws org.springframework.security.access.AccessDeniedException otherwise
     */
    protected abstract void admit();

    /** What is said of an import that there is not. */
    protected abstract RuntimeException unknown(long id);

    /** The key of what is said of an import that is not in a state for what is asked. */
    protected abstract String notReady();

    /** Puts it into the queue; false when it is not in one of these states. */
    protected abstract boolean queue(long id, ImportState... from);

    /** Gives it up; false when it is not in one of these states. */
    protected abstract boolean giveUp(long id, ImportState... from);

    /** Puts the import into the queue, also one that failed: it goes on where it stopped. */
    @Transactional
    public void start(long id) {
        require(id);
        changed(queue(id, ImportState.READY, ImportState.FAILED));
    }

    /** Gives the import up before it runs. */
    @Transactional
    public void cancel(long id) {
        require(id);
        changed(giveUp(id, ImportState.MAPPING, ImportState.READY, ImportState.QUEUED));
    }

    private void changed(boolean done) {
        if (!done) {
            throw new UserError(HttpStatus.CONFLICT, notReady());
        }
    }

    @Transactional(readOnly = true)
    public T require(long id) {
        admit();
        return jdbc.sql(imports + " where id = ?")
                .param(id)
                .query(type)
                .optional()
                .orElseThrow(() -> unknown(id));
    }

    /** The latest imports, newest first. */
    @Transactional(readOnly = true)
    public List<T> history() {
        admit();
        return jdbc.sql(imports + " order by id desc limit " + LATEST)
                .query(type)
                .list();
    }

    /** The first 50 lines that were not taken. */
    @Transactional(readOnly = true)
    public List<Rejected> firstRejects(long id) {
        require(id);
        return rejects.first(id);
    }

    /** Writes all lines that were not taken as CSV, streaming. */
    @Transactional(readOnly = true)
    public void writeRejects(long id, Writer to) throws IOException {
        require(id);
        rejects.write(id, to);
    }

    /** The import that has this value in a column that no two share; none for no value. */
    protected Optional<T> earlier(String column, @Nullable String value) {
        return value == null
                ? Optional.empty()
                : jdbc.sql(imports + " where " + column + " = ?")
                        .param(value)
                        .query(type)
                        .optional();
    }

    /**
     * The sender's name for a sending, by which the same one is known again.
     *
     * @throws UserError when it is longer than 80 letters
     */
    protected static @Nullable String senderKey(@Nullable String given) {
        var key = given == null || given.isBlank() ? null : given.strip();
        if (key != null && key.length() > LONGEST_KEY) {
            throw new UserError(HttpStatus.BAD_REQUEST, "register.key-too-long", LONGEST_KEY);
        }
        return key;
    }
}
