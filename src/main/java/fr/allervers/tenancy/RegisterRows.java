package fr.allervers.tenancy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Rows of one table that a chunk of lines asks for, by their code: reads what is there in one query, inserts what is
 * missing and updates what differs in one batch each, and leaves alone what is the same.
 */
final class RegisterRows {

    private final String table;
    private final List<String> columns;
    private final Map<String, @Nullable Object[]> wanted = new LinkedHashMap<>();
    private final Map<String, @Nullable Object[]> before = new HashMap<>();
    private final Map<String, Long> ids = new HashMap<>();
    private final Set<String> inserted = new HashSet<>();
    private final Set<String> updated = new HashSet<>();

    /**
     * @param columns those that the file gives; the others keep what they hold, or their default in a new row
     */
    RegisterRows(String table, List<String> columns) {
        this.table = table;
        this.columns = columns;
    }

    boolean isAsked(String code) {
        return wanted.containsKey(code);
    }

    /** Asks for a row; values in the order of the columns. */
    void ask(String code, List<@Nullable Object> values) {
        wanted.putIfAbsent(code, values.toArray());
    }

    void write(JdbcTemplate jdbc) {
        if (wanted.isEmpty()) {
            return;
        }
        read(jdbc, wanted.keySet());
        var missing = new ArrayList<String>();
        var different = new ArrayList<String>();
        wanted.forEach((code, values) -> {
            if (!before.containsKey(code)) {
                missing.add(code);
            } else if (!Arrays.equals(before.get(code), values)) {
                different.add(code);
            }
        });
        insert(jdbc, missing);
        update(jdbc, different);
    }

    long id(String code) {
        var id = ids.get(code);
        if (id == null) {
            throw new IllegalStateException("No " + table + " " + code);
        }
        return id;
    }

    boolean isInserted(String code) {
        return inserted.contains(code);
    }

    boolean isChanged(String code) {
        return inserted.contains(code) || updated.contains(code);
    }

    Set<Long> changedIds() {
        return ids(inserted, updated);
    }

    Set<Long> updatedIds() {
        return ids(Set.of(), updated);
    }

    Set<String> updatedCodes() {
        return Collections.unmodifiableSet(updated);
    }

    /** What an updated row held before; none also when the file does not give the column. */
    @Nullable
    Object before(String code, String column) {
        return value(before.get(code), column);
    }

    @Nullable
    Object now(String code, String column) {
        return value(wanted.get(code), column);
    }

    private @Nullable Object value(@Nullable Object @Nullable [] values, String column) {
        var place = columns.indexOf(column);
        return values == null || place < 0 ? null : values[place];
    }

    @SafeVarargs
    private Set<Long> ids(Set<String>... codes) {
        return Arrays.stream(codes).flatMap(Set::stream).map(this::id).collect(Collectors.toSet());
    }

    private void insert(JdbcTemplate jdbc, List<String> codes) {
        if (codes.isEmpty()) {
            return;
        }
        var sql = "insert into " + table + " (code, " + String.join(", ", columns) + ") values (?"
                + ", ?".repeat(columns.size()) + ")";
        var rows = new ArrayList<Object[]>();
        for (var code : codes) {
            var row = new ArrayList<@Nullable Object>();
            row.add(code);
            Collections.addAll(row, values(code));
            rows.add(row.toArray());
        }
        jdbc.batchUpdate(sql, rows);
        read(jdbc, codes);
        inserted.addAll(codes);
    }

    private void update(JdbcTemplate jdbc, List<String> codes) {
        if (codes.isEmpty()) {
            return;
        }
        var sql = "update " + table + " set " + String.join(" = ?, ", columns) + " = ? where id = ?";
        var rows = new ArrayList<Object[]>();
        for (var code : codes) {
            var row = new ArrayList<@Nullable Object>();
            Collections.addAll(row, values(code));
            row.add(id(code));
            rows.add(row.toArray());
        }
        jdbc.batchUpdate(sql, rows);
        updated.addAll(codes);
    }

    private @Nullable Object[] values(String code) {
        var values = wanted.get(code);
        return values == null ? new Object[0] : values;
    }

    private void read(JdbcTemplate jdbc, Collection<String> codes) {
        var sql = "select id, code, " + String.join(", ", columns) + " from " + table + " where code in (?"
                + ", ?".repeat(codes.size() - 1) + ")";
        jdbc.query(sql, this::keep, codes.toArray());
    }

    private void keep(ResultSet row) throws SQLException {
        var values = new @Nullable Object[columns.size()];
        for (var place = 0; place < values.length; place++) {
            values[place] = plain(row.getObject(place + 3));
        }
        var code = row.getString("code").toUpperCase(Locale.ROOT);
        ids.put(code, row.getLong("id"));
        before.put(code, values);
    }

    /** The driver's types as the line reader's: whole numbers are long, days are LocalDate. */
    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.longValue();
        }
        return value instanceof java.sql.Date day ? day.toLocalDate() : value;
    }
}
