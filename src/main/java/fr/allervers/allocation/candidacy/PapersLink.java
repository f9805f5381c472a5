package fr.allervers.allocation.candidacy;

import fr.allervers.links.LinkPurpose;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links by which an applicant sends documents, after their birth date. The subject is the application. */
@Component
class PapersLink implements LinkPurpose {

    static final String PURPOSE = "application-papers";

    private final JdbcClient jdbc;

    PapersLink(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String key() {
        return PURPOSE;
    }

    @Override
    public String page() {
        return "pieces";
    }

    @Override
    public boolean asksBirthDate() {
        return true;
    }

    @Override
    public boolean isBirthDate(long subjectId, LocalDate given) {
        return jdbc.sql("select count(*) from housing_application where id = ? and birth_date = ?")
                        .params(subjectId, given)
                        .query(Integer.class)
                        .single()
                > 0;
    }
}
