package fr.allervers.shared.imports;

import fr.allervers.shared.CsvExport;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The lines of files that an import did not take, each with its reason, as one kind of import keeps them. */
public final class Rejects {

    private static final int SHOWN = 50;

    private final JdbcClient jdbc;
    private final String lines;

    /** @param table of the lines not taken: {@code import_id, line_no, reason, content} */
    public Rejects(JdbcClient jdbc, String table) {
        this.jdbc = jdbc;
        this.lines = "select line_no, reason, content from " + table + " where import_id = ? order by line_no";
    }

    /**
     * A line not taken.
     *
     * @param lineNo its number in the file, from 1
     * @param content the line as it stands there
     */
    public record Rejected(int lineNo, String reason, String content) {}

    /** The first 50 of an import. */
    public List<Rejected> first(long importId) {
        return jdbc.sql(lines + " limit " + SHOWN)
                .param(importId)
                .query(Rejected.class)
                .list();
    }

    /** All of an import as CSV, streaming. */
    public void write(long importId, Writer to) throws IOException {
        try (var csv = new CsvExport(to, "ligne", "motif", "contenu");
                var rejects = jdbc.sql(lines).param(importId).query(Rejected.class).stream()) {
            for (var rejected : (Iterable<Rejected>) rejects::iterator) {
                csv.row(rejected.lineNo(), rejected.reason(), rejected.content());
            }
        }
    }
}
