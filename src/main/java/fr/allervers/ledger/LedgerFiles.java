package fr.allervers.ledger;

import fr.allervers.documents.DocumentStore;
import fr.allervers.ledger.files.AccountantReturn;
import fr.allervers.ledger.files.CamtFile;
import fr.allervers.ledger.files.CfonbFile;
import fr.allervers.ledger.files.CsvMapping;
import fr.allervers.ledger.files.FileFormat;
import fr.allervers.ledger.files.LedgerFile;
import fr.allervers.ledger.files.MappedCsvFile;
import fr.allervers.shared.imports.CsvFormat;
import fr.allervers.shared.imports.CsvFormat.Content;
import fr.allervers.shared.imports.FileRefused;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens the kept files of imports, each by its format. */
@Component
class LedgerFiles {

    private static final String UNKNOWN_COLUMNS = "ledger.refused.mapping";

    private final JdbcClient jdbc;
    private final DocumentStore documents;
    private final KnownMovements known;
    private final List<AccountantReturn> accountants;

    LedgerFiles(
            JdbcClient jdbc,
            DocumentStore documents,
            KnownMovements known,
            ObjectProvider<AccountantReturn> accountants) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.known = known;
        this.accountants = accountants.orderedStream().toList();
    }

    /** How an import's file is to be read. */
    record Reading(
            long storedFileId,
            FileFormat format,
            String charset,
            String delimiterChar,
            @Nullable String columnsText) {

        CsvFormat csv() {
            return new CsvFormat(Charset.forName(charset), delimiterChar.charAt(0));
        }
    }

    FileFormat format(Content content) throws IOException {
        return FileFormat.of(content, accountants);
    }

    Reading reading(long importId) {
        return jdbc.sql("""
                        select i.stored_file_id, i.format, i.charset, i.delimiter_char, m.columns_text
                          from ledger_import i left join ledger_mapping m on m.id = i.mapping_id where i.id = ?
                        """).param(importId).query(Reading.class).single();
    }

    Content content(long storedFileId) {
        return () -> documents.open(storedFileId);
    }

    /** The file in chunks, from behind those items that are done. */
    ReadAhead readAhead(long importId, int done) throws IOException {
        return new ReadAhead(open(importId), done, known);
    }

    LedgerFile open(long importId) throws IOException {
        var reading = reading(importId);
        var content = content(reading.storedFileId());
        return switch (reading.format()) {
            case CAMT -> new CamtFile(content);
            case CFONB120 -> new CfonbFile(content);
            case ACCOUNTANT -> accountant(content);
            case CSV -> {
                if (reading.columnsText() == null) {
                    throw new FileRefused(UNKNOWN_COLUMNS);
                }
                yield new MappedCsvFile(content, reading.csv(), CsvMapping.read(reading.columnsText()));
            }
        };
    }

    private LedgerFile accountant(Content content) throws IOException {
        byte[] head;
        try (var stream = content.open()) {
            head = stream.readNBytes(8192);
        }
        for (var one : accountants) {
            if (one.recognises(head)) {
                return one.open(content);
            }
        }
        throw new FileRefused("ledger.refused.no-accountant");
    }
}
