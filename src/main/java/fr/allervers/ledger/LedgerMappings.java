package fr.allervers.ledger;

import fr.allervers.ledger.files.CsvMapping;
import fr.allervers.shared.imports.CsvFormat;
import fr.allervers.shared.imports.CsvFormat.Content;
import fr.allervers.shared.imports.CsvLines;
import fr.allervers.shared.web.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the columns of landlords' CSV files are, found again by the header. */
@Component
class LedgerMappings {

    private static final int SAMPLE = 3;

    private final JdbcClient jdbc;
    private final Clock clock;

    LedgerMappings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Long> find(List<String> header) {
        return jdbc.sql("select id from ledger_mapping where header_key = ?")
                .param(key(header))
                .query(Long.class)
                .optional();
    }

    /** Saves a mapping, in the place of one with the same header. */
    long save(List<String> header, CsvMapping mapping, String name, String by) {
        mapping.problem(header.size()).ifPresent(key -> {
            throw new UserError(key);
        });
        jdbc.sql("""
                        insert into ledger_mapping (header_key, name, header, columns_text, saved_by, saved_at) values (?, ?, ?, ?, ?, ?)
                            on duplicate key update name = values(name), columns_text = values(columns_text), saved_by = values(saved_by), saved_at = values(saved_at)
                        """)
                .params(
                        key(header),
                        name.length() > 80 ? name.substring(0, 80) : name,
                        String.join(";", header),
                        mapping.text(),
                        by,
                        clock.instant())
                .update();
        return find(header).orElseThrow();
    }

    LedgerImports.Columns columns(Content content, CsvFormat format) {
        try (var lines = new CsvLines(content, format)) {
            var sample = new ArrayList<List<String>>();
            for (var line = lines.next(); line != null && sample.size() < SAMPLE; line = lines.next()) {
                sample.add(line.cells());
            }
            return new LedgerImports.Columns(lines.header(), sample, CsvMapping.proposed(lines.header()));
        } catch (IOException e) {
            throw new UncheckedIOException("The file cannot be read", e);
        }
    }

    private static byte[] key(List<String> header) {
        return EntryKey.of(CsvMapping.headerText(header));
    }
}
