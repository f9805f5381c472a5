package fr.allervers.allocation.candidacy;

import fr.allervers.documents.DocumentStore;
import fr.allervers.documents.StoredFile;
import fr.allervers.links.PublicLinks;
import fr.allervers.messaging.PersonMessages;
import fr.allervers.messaging.PersonMessages.Person;
import fr.allervers.shared.web.UserError;
import fr.allervers.workflow.CaseRef;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What officers do with an application's documents: add, accept, ask for again, and ask the applicant by link. */
@Component
@Transactional
public class DossierPapers {

    private final Applications applications;
    private final PaperFiles files;
    private final DocumentStore store;
    private final PublicLinks links;
    private final PersonMessages messages;
    private final AllocationSettings settings;
    private final JdbcClient jdbc;
    private final Clock clock;

    DossierPapers(
            Applications applications,
            PaperFiles files,
            DocumentStore store,
            PublicLinks links,
            PersonMessages messages,
            AllocationSettings settings,
            JdbcClient jdbc,
            Clock clock) {
        this.applications = applications;
        this.files = files;
        this.store = store;
        this.links = links;
        this.messages = messages;
        this.settings = settings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void add(long applicationId, PaperKind kind, String name, long size, InputStream content) {
        var by = applications.requireOfficer(applications.require(applicationId).agencyId());
        files.add(applicationId, kind, name, size, content, PaperFiles.Source.DESK, by.username());
    }

    /** Accepts a document, or asks for it again; a document shown on paper is accepted without a file. */
    public void judge(long applicationId, PaperKind kind, boolean accepted, String why) {
        var by = applications.requireOfficer(applications.require(applicationId).agencyId());
        if (accepted) {
            // It came: whoever waits for it hears of it.
            files.received(applicationId, kind);
        } else if (why.isBlank()) {
            throw new UserError("candidacy.error.paper-why");
        }
        files.judge(applicationId, kind, accepted, by.username(), why.strip());
    }

    /** Sends the applicant a link by which documents can be sent; those of earlier messages are closed. */
    public void ask(long applicationId) {
        var application = applications.require(applicationId);
        applications.requireOfficer(application.agencyId());
        links.revoke(PapersLink.PURPOSE, applicationId);
        var expires = clock.instant().plus(Duration.ofDays(settings.now(AllocationSetting.PAPERS_DAYS)));
        var token = links.issue(PapersLink.PURPOSE, applicationId, expires);
        messages.write(
                "application/" + applicationId + "/papers/" + clock.millis(),
                new CaseRef("housing-application", applicationId),
                new Person(
                        application.name(),
                        application.agencyId(),
                        application.householdId(),
                        application.language(),
                        application.mobile(),
                        application.email(),
                        application.address(),
                        application.postcode(),
                        application.commune()),
                "allocation-papers",
                Map.of("numero", application.uniqueNumber(), "lien", links.address(token)));
    }

    /** A file of this application. */
    @Transactional(readOnly = true)
    public StoredFile require(long applicationId, long applicationFileId) {
        applications.require(applicationId);
        return jdbc.sql("select file_id from application_file where id = ? and application_id = ?")
                .params(applicationFileId, applicationId)
                .query(Long.class)
                .optional()
                .map(store::require)
                .orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "candidacy.error.unknown-file"));
    }

    public InputStream open(StoredFile file) {
        return store.open(file.id());
    }
}
