package fr.allervers.allocation.candidacy;

import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An application's documents behind its applicant's link. It asks for no right: the link's gate has, and the birth date. */
@Component
@Transactional
public class ApplicantPapers {

    private final ApplicationRows rows;
    private final PaperFiles files;
    private final JdbcClient jdbc;

    ApplicantPapers(ApplicationRows rows, PaperFiles files, JdbcClient jdbc) {
        this.rows = rows;
        this.files = files;
        this.jdbc = jdbc;
    }

    /** A document and where it stands: MISSING, RECEIVED, ACCEPTED. */
    public record Line(
            PaperKind kind, String state, @Nullable String refusedWhy, int files) {}

    /** What the applicant sees: no file is ever shown again. */
    public record View(String uniqueNumber, String language, long agencyId, List<Line> papers) {}

    @Transactional(readOnly = true)
    public View view(long applicationId) {
        var application = rows.require(applicationId);
        var papers = jdbc.sql("""
            select p.kind, p.state, p.refused_why, (select count(*) from application_file f where f.application_id = p.application_id and f.kind = p.kind) as files
              from application_paper p where p.application_id = ? order by p.state = 'ACCEPTED', p.kind
            """).param(applicationId).query(Line.class).list();
        return new View(application.uniqueNumber(), application.language(), application.agencyId(), papers);
    }

    public void give(long applicationId, PaperKind kind, String name, long size, InputStream content) {
        files.add(applicationId, kind, name, size, content, PaperFiles.Source.LINK, "candidat");
    }
}
