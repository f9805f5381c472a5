package fr.allervers.privacy;

import fr.allervers.documents.ErasedFiles;
import fr.allervers.shared.personal.PersonKeys;
import fr.allervers.shared.personal.PersonalRows;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Does to rows what the catalogue says, in the caller's transaction, some rows at a time. Whatever is done already is not found again:
 * doing it twice does it once. The SQL is put together from the catalogue and the modules' conditions, from nothing else.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class RowWork {

    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final ErasedFiles files;

    RowWork(JdbcClient jdbc, Catalogue catalogue, ErasedFiles files) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.files = files;
    }

    /** Purges rows that were over before the day and says how many things were done, at most the limit. */
    int purge(PersonalRows rows, LocalDate before, int limit) {
        return rows.endedBefore() == null ? 0 : act(rows, rows.endedBefore(), Map.of("before", before), limit);
    }

    /** Erases rows of the person and says how many things were done, at most the limit. */
    int erase(PersonalRows rows, PersonKeys person, int limit) {
        return rows.ofPerson() == null ? 0 : act(rows, rows.ofPerson(), person.parameters(), limit);
    }

    /** How many rows of the person hold something still. */
    int count(PersonalRows rows, PersonKeys person) {
        if (rows.ofPerson() == null) {
            return 0;
        }
        var table = catalogue.table(rows.table());
        var left = table.isWritten() && !table.goes() ? " and (" + table.somethingLeft() + ")" : "";
        return jdbc.sql("select count(*) from " + rows.table() + " where (" + rows.ofPerson() + ")" + left)
                .params(person.parameters())
                .query(Integer.class)
                .single();
    }

    /** What the rows hold of the person, column by column, at most the limit of rows. */
    List<Map<String, Object>> read(PersonalRows rows, PersonKeys person, int limit) {
        return rows.ofPerson() == null
                ? List.of()
                : jdbc.sql("select * from " + rows.table() + " where (" + rows.ofPerson() + ") limit :limit")
                        .params(person.parameters())
                        .param("limit", limit)
                        .query()
                        .listOfRows();
    }

    private int act(PersonalRows rows, String which, Map<String, ?> parameters, int limit) {
        var table = catalogue.table(rows.table());
        var done = 0;
        for (var column : table.columns(ColumnAct.FILE)) {
            done += files.mark(statement(
                    "select f.id from stored_file f where f.erased_at is null and f.id in (select " + column + " from "
                            + rows.table() + " where (" + which + ")) limit :limit",
                    parameters,
                    limit));
        }
        if (done >= limit) {
            return done;
        }
        if (table.goes()) {
            return done
                    + statement(
                                    "delete from " + rows.table() + " where (" + which + ") limit :limit",
                                    parameters,
                                    limit)
                            .update();
        }
        return table.isWritten()
                ? done
                        + statement(
                                        "update " + rows.table() + " set " + table.assignments() + " where (" + which
                                                + ") and (" + table.somethingLeft() + ") limit :limit",
                                        parameters,
                                        limit)
                                .update()
                : done;
    }

    private JdbcClient.StatementSpec statement(String sql, Map<String, ?> parameters, int limit) {
        return jdbc.sql(sql).params(parameters).param("limit", limit);
    }
}
