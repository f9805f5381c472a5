package fr.allervers.ledger;

import fr.allervers.documents.DocumentStore;
import fr.allervers.documents.StoredFile;
import fr.allervers.ledger.LedgerImport.Source;
import fr.allervers.ledger.files.CsvMapping;
import fr.allervers.ledger.files.FileFormat;
import fr.allervers.ledger.files.LedgerFile.BadLine;
import fr.allervers.ledger.files.MappedCsvFile;
import fr.allervers.ledger.files.Movement;
import fr.allervers.shared.imports.CsvFormat;
import fr.allervers.shared.imports.FileRefused;
import fr.allervers.shared.imports.ImportDesk;
import fr.allervers.shared.imports.ImportState;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The imports of entries: for rent officers, supervisors and the landlord's software. */
@Component
public class LedgerImports extends ImportDesk<LedgerImport> {

    private static final int SAMPLE = 20;

    private static final String COLUMNS =
            "id, file_name, source, state, format, lines_total, lines_done, posted, suspended, known, rejected, total_cents, problem, started_by, started_at, ended_at";

    private final JdbcClient jdbc;
    private final LedgerJournal journal;
    private final LedgerFiles files;
    private final LedgerMappings mappings;
    private final ChunkSorter sorter;
    private final DocumentStore documents;
    private final CurrentStaff currentStaff;
    private final TransactionTemplate transactions;
    private final Clock clock;

    LedgerImports(
            JdbcClient jdbc,
            LedgerJournal journal,
            LedgerFiles files,
            LedgerMappings mappings,
            ChunkSorter sorter,
            DocumentStore documents,
            CurrentStaff currentStaff,
            TransactionTemplate transactions,
            Clock clock) {
        super(jdbc, LedgerImport.class, "ledger_import", COLUMNS);
        this.jdbc = jdbc;
        this.journal = journal;
        this.files = files;
        this.mappings = mappings;
        this.sorter = sorter;
        this.documents = documents;
        this.currentStaff = currentStaff;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** One of the first lines: a movement, or why it is none. */
    public record Shown(
            int line, @Nullable Movement movement, @Nullable String problem) {}

    /** The columns of a CSV that somebody has to name. */
    public record Columns(List<String> header, List<List<String>> sample, CsvMapping proposed) {}

    /**
     * Keeps a file and looks it through; nothing is booked yet. A file that came before, by its content or by the sender's key,
     * gives the import that it made then.
     *
     * @throws FileRefused when it is none of the formats, broken, or contradicts its own sums: nothing is kept
     */
    public LedgerImport upload(String fileName, InputStream content, Source source, @Nullable String idempotencyKey) {
        var by = requireRight();
        var key = senderKey(idempotencyKey);
        var hash = new AtomicReference<String>();
        try {
            return made(transactions.execute(status -> keep(fileName, content, source, key, by, hash)));
        } catch (DuplicateKeyException e) {
            // Somebody sent the same at this moment: theirs is the import.
            return made(transactions.execute(status -> earlier("idempotency_key", key)
                    .or(() -> earlier("file_hash", hash.get()))
                    .orElseThrow(() -> e)));
        }
    }

    private static LedgerImport made(@Nullable LedgerImport made) {
        return Objects.requireNonNull(made);
    }

    private LedgerImport keep(
            String fileName,
            InputStream content,
            Source source,
            @Nullable String key,
            StaffMember by,
            AtomicReference<String> hash) {
        var sent = earlier("idempotency_key", key);
        if (sent.isPresent()) {
            return sent.get();
        }
        var file = documents.store(fileName, "application/octet-stream", content, by.username());
        hash.set(file.sha256());
        var same = earlier("file_hash", file.sha256());
        if (same.isPresent()) {
            return same.get();
        }
        try {
            var id = insert(file, source, key, by);
            var state = require(id).state();
            if (state == ImportState.READY) {
                lookThrough(id);
            } else if (source == Source.API) {
                throw new FileRefused("ledger.refused.mapping");
            }
            return require(id);
        } catch (IOException e) {
            throw new UncheckedIOException("The file cannot be read", e);
        }
    }

    /** Says what the columns of a CSV are; the next file with this header needs no word. */
    public void map(long id, CsvMapping mapping, String name) {
        var by = requireRight();
        transactions.executeWithoutResult(status -> {
            if (require(id).state() != ImportState.MAPPING) {
                throw new UserError(HttpStatus.CONFLICT, notReady());
            }
            try {
                var reading = files.reading(id);
                var header = MappedCsvFile.header(files.content(reading.storedFileId()), reading.csv());
                var mappingId = mappings.save(header, mapping, name, by.username());
                jdbc.sql("update ledger_import set mapping_id = ?, state = 'READY' where id = ?")
                        .params(mappingId, id)
                        .update();
                lookThrough(id);
            } catch (IOException e) {
                throw new UncheckedIOException("The file cannot be read", e);
            }
        });
    }

    /** Whether an import waits or runs, so that accounts are about to move. It asks for no right. */
    public boolean isUnderWay() {
        return jdbc.sql("select exists (select 1 from ledger_import where state in ('QUEUED', 'RUNNING'))")
                .query(Boolean.class)
                .single();
    }

    /** What the file's first 20 lines say. */
    public List<Shown> preview(long id) {
        require(id);
        try (var file = files.open(id)) {
            var shown = new ArrayList<Shown>();
            for (var item = file.next(); item != null && shown.size() < SAMPLE; item = file.next()) {
                shown.add(
                        item instanceof Movement movement
                                ? new Shown(item.line(), movement, null)
                                : new Shown(item.line(), null, ((BadLine) item).reason()));
            }
            return shown;
        } catch (IOException e) {
            throw new UncheckedIOException("The file cannot be read", e);
        }
    }

    /** The columns of a CSV that waits for its mapping. */
    public Columns columns(long id) {
        require(id);
        var reading = files.reading(id);
        return mappings.columns(files.content(reading.storedFileId()), reading.csv());
    }

    private long insert(StoredFile file, Source source, @Nullable String key, StaffMember by) throws IOException {
        var content = files.content(file.id());
        if (file.size() == 0) {
            throw new FileRefused("file.refused.empty");
        }
        var format = files.format(content);
        var csv = format == FileFormat.CSV ? CsvFormat.of(content) : new CsvFormat(StandardCharsets.UTF_8, ';');
        var mapping =
                format == FileFormat.CSV ? mappings.find(MappedCsvFile.header(content, csv)) : Optional.<Long>empty();
        var ready = format != FileFormat.CSV || mapping.isPresent();
        var id = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into ledger_import (file_name, stored_file_id, file_hash, source, state, format, charset, delimiter_char, mapping_id, idempotency_key, started_by, started_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        file.name(),
                        file.id(),
                        file.sha256(),
                        source.name(),
                        (ready ? ImportState.READY : ImportState.MAPPING).name(),
                        format.name(),
                        csv.charset().name(),
                        String.valueOf(csv.delimiter()),
                        mapping.orElse(null),
                        key,
                        by.username(),
                        clock.instant()))
                .update(id, "id");
        return Objects.requireNonNull(id.getKeyAs(Number.class)).longValue();
    }

    /** Reads the whole file, so that one that is broken at its end is refused before anything of it is booked. */
    private void lookThrough(long id) throws IOException {
        var total = 0;
        try (var chunks = files.readAhead(id, 0)) {
            for (var read = chunks.next(); read.size() > 0; read = chunks.next()) {
                total += read.size();
                var chunk = sorter.sort(read, id);
                journal.count(id, chunk, 0);
                journal.noteRejects(id, chunk.rejects());
            }
        }
        if (total == 0) {
            throw new FileRefused("ledger.refused.no-lines");
        }
        jdbc.sql("update ledger_import set lines_total = ? where id = ?")
                .params(total, id)
                .update();
    }

    @Override
    protected void admit() {
        requireRight();
    }

    @Override
    protected RuntimeException unknown(long id) {
        return new UserError(HttpStatus.NOT_FOUND, "ledger.unknown.import", id);
    }

    @Override
    protected String notReady() {
        return "ledger.import.not-ready";
    }

    @Override
    protected boolean queue(long id, ImportState... from) {
        return journal.queue(id, from);
    }

    @Override
    protected boolean giveUp(long id, ImportState... from) {
        return journal.cancel(id, from);
    }

    private StaffMember requireRight() {
        var person = currentStaff.require();
        if (!person.isAny(Role.RENT_OFFICER, Role.SUPERVISOR, Role.ADMINISTRATOR)) {
            throw new AccessDeniedException("Imports of entries are for rent officers and supervisors");
        }
        return person;
    }
}
