package fr.allervers.privacy;

import fr.allervers.shared.Retry;
import fr.allervers.shared.sealed.ValueSealing;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals with the current key what another key sealed, or what stands there from before sealing. The values themselves say what is left:
 * a run that is killed is taken up by the next one, on any node, and what was done is not done again.
 */
@Component
public class Resealing {

    private final Catalogue catalogue;
    private final ValueSealing sealing;
    private final RowUpdates updates;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final CurrentStaff currentStaff;
    private final int chunk;

    Resealing(
            Catalogue catalogue,
            ValueSealing sealing,
            RowUpdates updates,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            CurrentStaff currentStaff,
            @Value("${allervers.privacy.chunk:500}") int chunk) {
        this.catalogue = catalogue;
        this.sealing = sealing;
        this.updates = updates;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.currentStaff = currentStaff;
        this.chunk = chunk;
    }

    /**
     * How many values of a column a key sealed.
     *
     * @param key its name; empty for values that are not sealed yet
     */
    public record Count(String column, String key, int values, boolean current) {}

    /** Does what is left and says how many values it sealed. */
    public int run() {
        return columns().stream().mapToInt(this::run).sum();
    }

    private int run(SealedColumn column) {
        var done = 0;
        for (var next = chunk(column); next > 0; next = chunk(column)) {
            done += next;
        }
        return done;
    }

    private int chunk(SealedColumn column) {
        return Retry.onConflict(() -> Objects.requireNonNull(transaction.execute(status -> reseal(column))));
    }

    /** Seals the next values; 0 when none is left for us. */
    int reseal(SealedColumn column) {
        var rows = jdbc.sql("select * from " + column.table() + " where " + left(column)
                        + " limit :limit for update skip locked")
                .param("mark", sealing.mark() + "%")
                .param("limit", chunk)
                .query()
                .listOfRows();
        rows.forEach(row -> write(column, row));
        return rows.size();
    }

    private void write(SealedColumn column, Map<String, Object> row) {
        var stored = String.valueOf(row.get(column.column()));
        var place = column.place(row);
        var value = sealing.openText(place, stored);
        updates.write(column.table(), row, Map.of(column.column(), column.seal(sealing, row, value)));
    }

    private static String left(SealedColumn column) {
        return column.column() + " <> '' and " + column.column() + " not like :mark";
    }

    /** How many values each key sealed; administrators only. */
    public List<Count> counts() {
        if (!currentStaff.require().is(Role.ADMINISTRATOR)) {
            throw new AccessDeniedException("Administrators look at keys");
        }
        var counts = new ArrayList<Count>();
        for (var column : columns()) {
            counts.addAll(jdbc.sql("select if(" + column.column() + " like '~%:%', substring_index(substring("
                            + column.column() + ", 2), ':', 1), '') as sealed_by, count(*) as counted from "
                            + column.table() + " where " + column.column()
                            + " <> '' group by sealed_by order by sealed_by")
                    .query((row, number) -> new Count(
                            column.name(),
                            row.getString("sealed_by"),
                            row.getInt("counted"),
                            sealing.mark().equals("~" + row.getString("sealed_by") + ":")))
                    .list());
        }
        return counts;
    }

    private List<SealedColumn> columns() {
        return catalogue.tables().stream()
                .flatMap(table -> table.sealed().stream())
                .toList();
    }
}
