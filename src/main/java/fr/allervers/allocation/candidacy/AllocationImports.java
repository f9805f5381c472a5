package fr.allervers.allocation.candidacy;

import fr.allervers.allocation.candidacy.AllocationImport.Kind;
import fr.allervers.allocation.candidacy.ImportLines.Line;
import fr.allervers.documents.DocumentStore;
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
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Imports of applications and of vacant dwellings: sent, looked through, started by a word, each line taken or rejected with its reason. */
@Component
@Transactional
public class AllocationImports extends ImportDesk<AllocationImport> {

    private static final int SAMPLE = 20;
    private static final String COLUMNS =
            "id, kind, file_name, state, lines_total, lines_done, created, updated, unchanged, rejected, problem, started_by, started_at, ended_at";

    private final JdbcClient jdbc;
    private final AllocationJournal journal;
    private final DocumentStore documents;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    AllocationImports(
            JdbcClient jdbc,
            AllocationJournal journal,
            DocumentStore documents,
            CurrentStaff currentStaff,
            Clock clock) {
        super(jdbc, AllocationImport.class, "allocation_import", COLUMNS);
        this.jdbc = jdbc;
        this.journal = journal;
        this.documents = documents;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    /** One of the first lines: what it is about, or why it is not taken. */
    public record Shown(int line, String what, @Nullable String problem) {}

    /**
     * Keeps a file and looks it through; nothing is written yet.
     *
     * @throws FileRefused when it is no such file: nothing is kept
     */
    public AllocationImport upload(Kind kind, String fileName, InputStream content) {
        var by = requireOfficer();
        var file = documents.store(fileName, "text/csv", content, by.username());
        try {
            var format = CsvFormat.of(() -> documents.open(file.id()));
            var id = jdbc.sql(
                            "insert into allocation_import (kind, file_name, stored_file_id, state, charset, delimiter_char, started_by, started_at) values (?, ?, ?, 'READY', ?, ?, ?, ?) returning id")
                    .params(
                            kind.name(),
                            file.name(),
                            file.id(),
                            format.charset().name(),
                            String.valueOf(format.delimiter()),
                            by.username(),
                            clock.instant())
                    .query(Long.class)
                    .single();
            lookThrough(id);
            return require(id);
        } catch (IOException e) {
            throw new UncheckedIOException("The file cannot be read", e);
        }
    }

    private void lookThrough(long id) throws IOException {
        var total = 0;
        var rejected = 0;
        try (var file = open(id)) {
            for (var lines = file.next(ImportRuns.CHUNK); !lines.isEmpty(); lines = file.next(ImportRuns.CHUNK)) {
                total += lines.size();
                var bad = lines.stream()
                        .filter(line -> line.problem() != null)
                        .map(line -> ImportWriter.reject(line, String.valueOf(line.problem())))
                        .toList();
                rejected += bad.size();
                journal.noteRejects(id, bad);
            }
        }
        if (total == 0) {
            throw new FileRefused("candidacy.import.no-lines");
        }
        jdbc.sql("update allocation_import set lines_total = ?, rejected = ? where id = ?")
                .params(total, rejected, id)
                .update();
    }

    private record Kept(Kind kind, long storedFileId, String charset, String delimiterChar) {}

    /** Its lines from the first; the caller closes it. */
    ImportLines open(long id) throws IOException {
        var kept = jdbc.sql("select kind, stored_file_id, charset, delimiter_char from allocation_import where id = ?")
                .param(id)
                .query(Kept.class)
                .single();
        var format = new CsvFormat(
                Charset.forName(kept.charset()), kept.delimiterChar().charAt(0));
        return new ImportLines(kept.kind(), () -> documents.open(kept.storedFileId()), format, LocalDate.now(clock));
    }

    /** What the first 20 lines say. */
    @Transactional(readOnly = true)
    public List<Shown> preview(long id) {
        require(id);
        try (var file = open(id)) {
            return file.next(SAMPLE).stream().map(AllocationImports::shown).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The file cannot be read", e);
        }
    }

    private static Shown shown(Line line) {
        var application = line.application();
        var offer = line.offer();
        var what = "";
        if (application != null) {
            what = application.uniqueNumber() + " " + application.firstName() + " " + application.lastName();
        } else if (offer != null) {
            what = offer.code();
        }
        return new Shown(line.number(), what, line.problem());
    }

    @Override
    protected void admit() {
        requireOfficer();
    }

    @Override
    protected RuntimeException unknown(long id) {
        return new UserError(HttpStatus.NOT_FOUND, "candidacy.import.unknown");
    }

    @Override
    protected String notReady() {
        return "candidacy.import.not-ready";
    }

    @Override
    protected boolean queue(long id, ImportState... from) {
        return journal.queue(id, from);
    }

    @Override
    protected boolean giveUp(long id, ImportState... from) {
        return journal.cancel(id, from);
    }

    private StaffMember requireOfficer() {
        var person = currentStaff.require();
        if (!person.isAny(Role.ALLOCATION_OFFICER, Role.SUPERVISOR)) {
            throw new AccessDeniedException("Imports are for allocation officers");
        }
        return person;
    }
}
