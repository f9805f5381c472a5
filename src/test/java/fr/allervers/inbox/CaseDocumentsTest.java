package fr.allervers.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.testing.Statements;
import fr.allervers.workflow.Tasks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

/** The files on the page of a case. */
@ApplicationTest
class CaseDocumentsTest {

    private static final Instant DUE = MovableClock.START.plus(Duration.ofDays(1));

    @Autowired
    MockMvc mvc;

    @Autowired
    TestCases cases;

    @Autowired
    InboxRows rows;

    @Autowired
    Tasks tasks;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    private final long agency = TestCases.number();
    private String task;
    private String page;
    private StaffMember advisor;

    @BeforeEach
    void aCase() {
        task = cases.start(agency, "Mme Lucette Garnier", DUE, "social-advisor");
        page = "/dossiers/inbox-test/" + rows.find(task).orElseThrow().caseId();
        advisor = people.somebodyOf(agency, Role.SOCIAL_ADVISOR);
    }

    @Test
    void aFileIsAddedListedAndHandedOverAsItWas() throws Exception {
        add(advisor, "devis élagage.pdf", pdf("un")).andExpect(redirectedUrl(page + "#documents"));
        mvc.perform(get(page).with(People.as(advisor)))
                .andExpect(content().string(containsString("devis élagage.pdf")))
                .andExpect(content().string(containsString("Document ajouté : devis élagage.pdf")))
                .andExpect(content().string(containsString(advisor.displayName())))
                .andExpect(content().string(not(containsString("??"))));
        mvc.perform(get(document()).with(People.as(advisor)))
                .andExpect(status().isOk())
                .andExpect(content().bytes(pdf("un")))
                .andExpect(content().contentType("application/pdf"))
                .andExpect(
                        header().string("Content-Disposition", allOf(startsWith("attachment"), containsString(".pdf"))))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", containsString("sandbox")))
                .andExpect(header().string("Cache-Control", containsString("no-store")));
    }

    @Test
    void whatAFileHoldsCountsAndNotItsName() throws Exception {
        add(advisor, "photo.pdf", "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("ni un PDF ni une photo")));
        add(advisor, "piege.html", pdf("un")).andExpect(status().is3xxRedirection());
        mvc.perform(get(document()).with(People.as(advisor)))
                .andExpect(content().contentType("application/pdf"))
                .andExpect(header().string("Content-Disposition", containsString("piege.html.pdf")));
    }

    @Test
    void emptyAndTooLargeFilesAreRefusedInWords() throws Exception {
        add(advisor, "vide.pdf", new byte[0])
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Ce fichier est vide.")));
        add(advisor, "", pdf("un"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Aucun fichier")));
        var large = new byte[(int) CaseDocuments.LARGEST + 1];
        System.arraycopy(pdf(""), 0, large, 0, 5);
        add(advisor, "grand.pdf", large)
                .andExpect(status().isPayloadTooLarge())
                .andExpect(content().string(containsString("dépasse 10 Mo")));
        assertThat(count()).isZero();
        add(advisor, "juste.pdf", java.util.Arrays.copyOf(large, large.length - 1))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void theSameContentIsInACaseOnce() throws Exception {
        add(advisor, "un.pdf", pdf("un")).andExpect(status().is3xxRedirection());
        add(advisor, "autre nom.pdf", pdf("un"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("déjà dans le dossier")));
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void whoMayNotReadTheCaseReadsNoneOfItsFiles() throws Exception {
        add(advisor, "un.pdf", pdf("un"));
        for (var stranger : List.of(
                people.somebodyOf(TestCases.number(), Role.SOCIAL_ADVISOR, Role.SUPERVISOR),
                people.somebodyOf(agency, Role.CALLER),
                people.somebodyOf(agency, Role.RENT_OFFICER))) {
            mvc.perform(get(document()).with(People.as(stranger))).andExpect(status().isForbidden());
            add(stranger, "deux.pdf", pdf("deux")).andExpect(status().isForbidden());
        }
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aFileOfAnotherCaseIsNotReachedThroughThisOne() throws Exception {
        add(advisor, "un.pdf", pdf("un"));
        var mine = document();
        var other = cases.start(agency, "Autre", DUE, "social-advisor");
        var id = mine.substring(mine.lastIndexOf('/'));
        mvc.perform(get("/dossiers/inbox-test/" + rows.find(other).orElseThrow().caseId() + "/documents" + id)
                        .with(People.as(advisor)))
                .andExpect(status().isNotFound());
    }

    @Test
    void whoReadsWithoutWorkingOnItAddsNothing() throws Exception {
        add(advisor, "un.pdf", pdf("un"));
        var reader = people.somebodyOf(agency, Role.FIELD_MANAGER);
        mvc.perform(get(page).with(People.as(reader)))
                .andExpect(content().string(not(containsString("Ajouter un document"))));
        mvc.perform(get(document()).with(People.as(reader))).andExpect(status().isOk());
        add(reader, "deux.pdf", pdf("deux")).andExpect(status().isForbidden());
        transaction.executeWithoutResult(status -> tasks.assign(task, reader.username()));
        add(reader, "deux.pdf", pdf("deux")).andExpect(status().is3xxRedirection());
    }

    @Test
    void thePageCostsTheSameHoweverManyFiles() throws Exception {
        add(advisor, "0.pdf", pdf("0"));
        var one = Statements.during(() -> mvc.perform(get(page).with(People.as(advisor))));
        for (var i = 1; i < 5; i++) {
            add(advisor, i + ".pdf", pdf("" + i));
        }
        assertThat(Statements.during(() -> mvc.perform(get(page).with(People.as(advisor)))))
                .isEqualTo(one);
    }

    private ResultActions add(StaffMember by, String name, byte[] content) throws Exception {
        return mvc.perform(multipart(page + "/documents")
                .file(new MockMultipartFile("fichier", name, "application/octet-stream", content))
                .with(People.as(by))
                .with(csrf()));
    }

    private String document() {
        return page + "/documents/"
                + jdbc.sql("select max(id) from case_document where case_kind = 'inbox-test' and case_id = ?")
                        .param(rows.find(task).orElseThrow().caseId())
                        .query(Long.class)
                        .single();
    }

    private long count() {
        return jdbc.sql("select count(*) from case_document where case_kind = 'inbox-test' and case_id = ?")
                .param(rows.find(task).orElseThrow().caseId())
                .query(Long.class)
                .single();
    }

    private static byte[] pdf(String text) {
        return ("%PDF-1.7\n" + text).getBytes(StandardCharsets.US_ASCII);
    }
}
