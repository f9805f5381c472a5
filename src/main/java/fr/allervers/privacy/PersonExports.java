package fr.allervers.privacy;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.allervers.documents.DocumentStore;
import fr.allervers.documents.PdfDocuments;
import fr.allervers.documents.StoredFile;
import fr.allervers.documents.UnknownFile;
import fr.allervers.shared.Dates;
import fr.allervers.staff.CurrentStaff;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * All that we hold of one person (droit d'accès, RGPD art. 15, portabilité, art. 20): a ZIP with a PDF to read, a JSON file for
 * machines, and the files themselves. That it was made is noted before it is handed out; the ZIP is kept nowhere.
 */
@Component
public class PersonExports {

    private final Erasures erasures;
    private final PersonData data;
    private final DocumentStore documents;
    private final PdfDocuments pdf;
    private final ObjectMapper json;
    private final CurrentStaff currentStaff;
    private final JdbcClient jdbc;
    private final Dates dates;
    private final Clock clock;

    PersonExports(
            Erasures erasures,
            PersonData data,
            DocumentStore documents,
            PdfDocuments pdf,
            ObjectMapper json,
            CurrentStaff currentStaff,
            JdbcClient jdbc,
            Dates dates,
            Clock clock) {
        this.erasures = erasures;
        this.data = data;
        this.documents = documents;
        this.pdf = pdf;
        this.json = json;
        this.currentStaff = currentStaff;
        this.jdbc = jdbc;
        this.dates = dates;
        this.clock = clock;
    }

    /** An export that was made. It names nobody. */
    public record Made(DataSubject.Kind personKind, long personId, String madeBy, Instant madeAt) {}

    /** A ZIP ready to be written. */
    public interface Export {

        void writeTo(OutputStream to) throws IOException;
    }

    /** Notes the export and gives it; administrators only. */
    public Export make(DataSubject.Kind kind, long id) {
        var subject = erasures.require(kind, id);
        var found = data.of(subject);
        jdbc.sql(
                        "insert into person_export (person_kind, person_id, why, made_by, made_at) values (?, ?, 'REQUEST', ?, ?)")
                .params(kind.name(), id, currentStaff.require().username(), clock.instant())
                .update();
        return to -> write(subject, found, to);
    }

    /** Who exported this person's data and when, newest first. */
    public List<Made> made(DataSubject.Kind kind, long id) {
        erasures.require(kind, id);
        return jdbc.sql(
                        "select person_kind, person_id, made_by, made_at from person_export where person_kind = ? and person_id = ? order by id desc limit 50")
                .params(kind.name(), id)
                .query(Made.class)
                .list();
    }

    private void write(DataSubject subject, PersonData.Found found, OutputStream to) throws IOException {
        try (var zip = new ZipOutputStream(to)) {
            var day = LocalDate.now(clock);
            var paper = Map.of("subject", subject, "tables", found.tables(), "day", day, "words", dates);
            entry(zip, "donnees.pdf", pdf.render("privacy/export", paper));
            var data = Map.of("person", subject, "day", day, "data", found.tables());
            entry(zip, "donnees.json", json.writerWithDefaultPrettyPrinter().writeValueAsBytes(data));
            for (var id : found.files()) {
                file(zip, id);
            }
        }
    }

    private void file(ZipOutputStream zip, long id) throws IOException {
        StoredFile file;
        try {
            file = documents.require(id);
        } catch (UnknownFile e) {
            return; // erased: there is nothing to hand out
        }
        zip.putNextEntry(new ZipEntry("fichiers/" + id + "-" + file.name()));
        try (var content = documents.open(id)) {
            content.transferTo(zip);
        }
        zip.closeEntry();
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
