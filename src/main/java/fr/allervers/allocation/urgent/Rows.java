package fr.allervers.allocation.urgent;

import fr.allervers.shared.Slice;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.StaffMember;
import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads rows that belong to agencies.
 *
 * @param <T> a row
 */
final class Rows<T> {

    private static final int PAGE = 30;

    private final JdbcClient jdbc;
    private final String select;
    private final String table;
    private final Class<T> type;
    private final ToLongFunction<T> id;
    private final String unknown;

    /**
     * @param select without a condition
     * @param table the name in it of the table that has {@code id} and {@code agency_id}
     * @param unknown key of the message when there is none with an id
     */
    Rows(JdbcClient jdbc, String select, String table, Class<T> type, ToLongFunction<T> id, String unknown) {
        this.jdbc = jdbc;
        this.select = select;
        this.table = table;
        this.type = type;
        this.id = id;
        this.unknown = unknown;
    }

    /** Those of the reader's agencies, the newest first; who may read at all is the caller's matter. */
    Slice<T> page(StaffMember reader, @Nullable Long before) {
        var lines = jdbc.sql(
                        "%s where (:all or %s.agency_id in (:agencies)) and (:before is null or %2$s.id < :before) order by %2$s.id desc limit :limit"
                                .formatted(select, table))
                .param("all", reader.allAgencies())
                .param("agencies", reader.agenciesOrNone())
                .param("before", before)
                .param("limit", PAGE + 1)
                .query(type)
                .list();
        return Slice.of(lines, PAGE, row -> Long.toString(id.applyAsLong(row)));
    }

    T require(long wanted) {
        return byIds(List.of(wanted)).stream()
                .findFirst()
                .orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, unknown));
    }

    List<T> byIds(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(select + " where " + table + ".id in (:ids)")
                        .param("ids", ids)
                        .query(type)
                        .list();
    }
}
