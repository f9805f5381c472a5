package fr.allervers.allocation.candidacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.allocation.Applicants;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Role;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.People;
import fr.allervers.testing.Tenants;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How much a candidate's link takes: ten megabytes a file, forty files, whoever sends them and however many at once. */
@ApplicationTest
class PapersLimitsTest {

    @Autowired
    ApplicantPapers papers;

    @Autowired
    Applications applications;

    @Autowired
    Applicants applicants;

    @Autowired
    Tenants tenants;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private long application;

    @BeforeEach
    void anApplication() {
        var agency = tenants.agency();
        people.signIn(people.somebodyOf(agency, Role.ALLOCATION_OFFICER));
        application = applications.enter(applicants.entry(agency, 1, 0));
        people.signOut();
    }

    @AfterEach
    void afterwards() {
        people.signOut();
    }

    private void give(String content, long size) {
        papers.give(
                application,
                PaperKind.TAX_NOTICE,
                "avis.pdf",
                size,
                new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    private long files() {
        return jdbc.sql("select count(*) from application_file where application_id = ?")
                .param(application)
                .query(Long.class)
                .single();
    }

    @Test
    void aFileOfTenMegabytesIsTakenAndOneByteMoreIsNot() {
        give("%PDF-1.4 dix", PaperFiles.LARGEST);
        assertThatThrownBy(() -> give("%PDF-1.4 trop", PaperFiles.LARGEST + 1))
                .isInstanceOfSatisfying(
                        UserError.class, error -> assertThat(error.status()).isEqualTo(HttpStatus.PAYLOAD_TOO_LARGE));
        assertThatThrownBy(() -> give("", 0)).isInstanceOf(UserError.class);
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void fortyFilesAreTakenAndNotOneMoreEvenWhenTheyComeAtOnce() {
        IntStream.range(0, PaperFiles.MOST - 2).forEach(number -> give("%PDF-1.4 " + number, 20));
        var sent = IntStream.range(0, 6)
                .mapToObj(number -> CompletableFuture.supplyAsync(() -> {
                    try {
                        give("%PDF-1.4 à la fois " + number, 30);
                        return 1;
                    } catch (UserError full) {
                        return 0;
                    }
                }))
                .toList();
        assertThat(sent.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(2);
        assertThat(files()).isEqualTo(PaperFiles.MOST);
    }
}
