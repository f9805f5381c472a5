package fr.allervers.tenancy;

import fr.allervers.documents.DocumentStore;
import fr.allervers.shared.imports.CsvFormat;
import fr.allervers.shared.imports.ImportDesk;
import fr.allervers.shared.imports.ImportState;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.tenancy.RegisterImport.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The imports of the register: for administrators and supervisors. */
@Component
public class RegisterImports extends ImportDesk<RegisterImport> {

    private static final int CHUNK = 500;
    private static final int SAMPLE = 20;

    private static final String COLUMNS =
            "id, file_name, source, state, lines_total, lines_done, created, updated, unchanged, rejected, problem, started_by, started_at, ended_at";

    private final JdbcClient jdbc;
    private final ImportJournal journal;
    private final DocumentStore documents;
    private final ErasedTenants erased;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    RegisterImports(
            JdbcClient jdbc,
            ImportJournal journal,
            DocumentStore documents,
            ErasedTenants erased,
            CurrentStaff currentStaff,
            Clock clock) {
        super(jdbc, RegisterImport.class, "register_import", COLUMNS);
        this.jdbc = jdbc;
        this.journal = journal;
        this.documents = documents;
        this.erased = erased;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    /**
     * Keeps a file and looks it through; nothing is written to the register yet.
     *
     * @param idempotencyKey the sender's name for this sending: the same key again gives the import that it made
     * @throws NotARegister when the file is no register: nothing is kept
     */
    @Transactional
    public RegisterImport upload(String fileName, InputStream content, Source source, @Nullable String idempotencyKey) {
        var by = requireRight();
        var key = senderKey(idempotencyKey);
        var earlier = earlier("idempotency_key", key);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        var file = documents.store(fileName, "text/csv", content, by.username());
        try {
            var format = CsvFormat.of(() -> documents.open(file.id()));
            var id = insert(file.name(), file.id(), format, source, key, by);
            lookThrough(id, file.id(), format);
            return require(id);
        } catch (IOException e) {
            throw new UncheckedIOException("The file cannot be read", e);
        }
    }

    /** What the file's first 20 lines say, and how it was understood. */
    @Transactional(readOnly = true)
    public RegisterPreview preview(long id) {
        require(id);
        record Kept(long storedFileId, String charset, String delimiterChar) {}
        var kept = jdbc.sql("select stored_file_id, charset, delimiter_char from register_import where id = ?")
                .param(id)
                .query(Kept.class)
                .single();
        var format = new CsvFormat(
                Charset.forName(kept.charset()), kept.delimiterChar().charAt(0));
        try (var file = new RegisterFile(() -> documents.open(kept.storedFileId()), format)) {
            return RegisterPreview.of(new ChunkReader(file, LocalDate.now(clock)).next(SAMPLE), format);
        } catch (IOException e) {
            throw new UncheckedIOException("The file cannot be read", e);
        }
    }

    private long insert(
            String name, long fileId, CsvFormat format, Source source, @Nullable String key, StaffMember by) {
        var id = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into register_import (file_name, stored_file_id, charset, delimiter_char, source, state, idempotency_key, started_by, started_at)
                        values (?, ?, ?, ?, ?, 'READY', ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        name,
                        fileId,
                        format.charset().name(),
                        String.valueOf(format.delimiter()),
                        source.name(),
                        key,
                        by.username(),
                        clock.instant()))
                .update(id, "id");
        return Objects.requireNonNull(id.getKeyAs(Number.class)).longValue();
    }

    private void lookThrough(long id, long fileId, CsvFormat format) throws IOException {
        var total = 0;
        var rejected = 0;
        try (var file = new RegisterFile(() -> documents.open(fileId), format)) {
            var chunks = new ChunkReader(file, LocalDate.now(clock));
            for (var chunk = chunks.next(CHUNK); chunk.size() > 0; chunk = chunks.next(CHUNK)) {
                total += chunk.size();
                var rejects = erased.refuse(chunk).rejects();
                rejected += rejects.size();
                journal.noteRejects(id, rejects);
            }
        }
        if (total == 0) {
            throw new NotARegister("no-lines");
        }
        jdbc.sql("update register_import set lines_total = ?, rejected = ? where id = ?")
                .params(total, rejected, id)
                .update();
    }

    @Override
    protected void admit() {
        requireRight();
    }

    @Override
    protected RuntimeException unknown(long id) {
        return new UnknownInRegister("import", id);
    }

    @Override
    protected String notReady() {
        return "register.not-ready";
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
        if (!person.isAny(Role.ADMINISTRATOR, Role.SUPERVISOR)) {
            throw new AccessDeniedException("The register is for administrators and supervisors");
        }
        return person;
    }
}
