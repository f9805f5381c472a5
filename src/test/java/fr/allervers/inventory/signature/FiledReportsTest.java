package fr.allervers.inventory.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import fr.allervers.inventory.Phone;
import fr.allervers.inventory.Tenancy;
import fr.allervers.inventory.Tenancy.House;
import fr.allervers.inventory.declaration.InventoryDiary;
import fr.allervers.inventory.declaration.InventoryKind;
import fr.allervers.inventory.declaration.InventoryRows;
import fr.allervers.inventory.declaration.InventoryStatus;
import fr.allervers.inventory.photo.TestPhotos;
import fr.allervers.inventory.review.Reviews;
import fr.allervers.inventory.signature.FiledReports.Maker;
import fr.allervers.inventory.signature.FiledReports.Report;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Role;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.testing.Tenants;
import fr.allervers.workflow.Timeline;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;

/** What a commissaire de justice made, or both signed on paper, is filed as it is and seals the inventory. */
@ApplicationTest
class FiledReportsTest {

    @Autowired
    House house;

    @Autowired
    FiledReports reports;

    @Autowired
    InventoryDocuments documents;

    @Autowired
    Reviews reviews;

    @Autowired
    Timeline timeline;

    @Autowired
    Tenants tenants;

    @Autowired
    InventoryRows rows;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    @Autowired
    MovableClock clock;

    @Autowired
    MockMvc mvc;

    private Tenancy of;
    private long id;

    @BeforeEach
    void anInventory() {
        of = house.since(LocalDate.of(2026, 11, 27));
        id = of.open(InventoryKind.ENTRY, 10);
    }

    @AfterEach
    void afterwards() {
        clock.reset();
        people.signOut();
    }

    private void contest(boolean bailiff) throws Exception {
        people.signOut();
        new Phone(mvc, of.link(id)).prove().declare(of.items(id));
        people.signIn(of.manager);
        reviews.contest(id, bailiff, "Les photos ne montrent pas le logement");
        clock.advance(Duration.ofDays(9));
    }

    private static byte[] pdf(@Nullable String password) throws IOException {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            if (password != null) {
                document.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private void file(Maker maker, @Nullable LocalDate notice, LocalDate made, byte[] content) {
        reports.file(
                id, maker, new Report(notice, made, "En présence de deux témoins"), new ByteArrayInputStream(content));
    }

    @Test
    void aCommissairesReportIsKeptAsItCameAndSealsTheInventory() throws Exception {
        contest(true);
        assertThat(reports.awaited(id)).contains(Maker.BAILIFF);
        var content = pdf(null);
        file(Maker.BAILIFF, LocalDate.of(2026, 11, 25), LocalDate.of(2026, 12, 2), content);
        assertThat(rows.require(id).status()).isEqualTo(InventoryStatus.SEALED);
        assertThat(documents.of(id))
                .singleElement()
                .satisfies(kept -> assertThat(kept.sha256()).isEqualTo(TestPhotos.sha256(content)))
                .satisfies(kept -> assertThat(documents.open(documents.file(id, kept.id())))
                        .hasBinaryContent(content));
        assertThat(told())
                .contains("Constat d’un commissaire de justice, déposé")
                .doesNotContain("avis plus court");
        assertThatThrownBy(() -> file(Maker.BAILIFF, LocalDate.of(2026, 11, 25), LocalDate.of(2026, 12, 2), content))
                .isInstanceOf(UserError.class);
    }

    @Test
    void aNoticeADayTooShortIsToldAndTheReportCountsAllTheSame() throws Exception {
        contest(true);
        file(Maker.BAILIFF, LocalDate.of(2026, 11, 26), LocalDate.of(2026, 12, 2), pdf(null));
        assertThat(rows.require(id).status()).isEqualTo(InventoryStatus.SEALED);
        assertThat(told()).contains("avis plus court");
    }

    private String told() {
        return String.join(
                "\n",
                timeline.ofCase(InventoryDiary.ref(id), false).stream()
                        .map(Object::toString)
                        .toList());
    }

    @Test
    void whatBothSignedOnPaperSealsItWithoutACode() throws Exception {
        contest(false);
        assertThat(reports.awaited(id)).contains(Maker.BOTH);
        file(Maker.BOTH, null, LocalDate.of(2026, 12, 1), pdf(null));
        assertThat(rows.require(id).status()).isEqualTo(InventoryStatus.SEALED);
        assertThat(documents.latest(id, InventoryDocument.Kind.REPORT)).isPresent();
        assertThat(jdbc.sql("select count(*) from outbox_message where dedupe_key like ?")
                        .param("declarative-inventory/" + id + "/sealed%")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void whatIsNoReadablePdfOrHasImpossibleDaysChangesNothing() throws Exception {
        contest(true);
        var notice = LocalDate.of(2026, 11, 25);
        var made = LocalDate.of(2026, 12, 2);
        var whole = pdf(null);
        for (var content : new byte[][] {
            {},
            "<html>%PDF-</html>".getBytes(StandardCharsets.UTF_8),
            "%PDF-1.7 et rien d’autre".getBytes(StandardCharsets.UTF_8),
            Arrays.copyOf(whole, whole.length / 3),
            TestPhotos.jpeg(40, 30),
            pdf("secret")
        }) {
            assertThatThrownBy(() -> file(Maker.BAILIFF, notice, made, content)).isInstanceOf(UserError.class);
        }
        assertThatThrownBy(() -> file(Maker.BAILIFF, notice, LocalDate.of(2026, 12, 4), whole))
                .isInstanceOf(UserError.class);
        assertThatThrownBy(() -> file(Maker.BAILIFF, made.plusDays(1), made, whole))
                .isInstanceOf(UserError.class);
        assertThatThrownBy(() -> file(Maker.BAILIFF, null, made, whole)).isInstanceOf(UserError.class);
        assertThatThrownBy(() -> file(Maker.BOTH, null, made, whole)).isInstanceOf(UserError.class);
        assertThat(rows.require(id).status()).isEqualTo(InventoryStatus.ON_SITE);
        assertThat(documents.of(id)).isEmpty();
    }

    @Test
    void onlyWhoLeadsTheAgencyFilesACommissairesReport() throws Exception {
        contest(true);
        var made = LocalDate.of(2026, 12, 2);
        people.signIn(people.somebodyOf(of.tenant.agencyId(), Role.FIELD_MANAGER));
        assertThat(reports.awaited(id)).isEmpty();
        assertThatThrownBy(() -> file(Maker.BAILIFF, made, made, pdf(null))).isInstanceOf(AccessDeniedException.class);
        people.signIn(people.somebodyOf(tenants.agency(), Role.SUPERVISOR));
        assertThatThrownBy(() -> file(Maker.BAILIFF, made, made, pdf(null))).isInstanceOf(AccessDeniedException.class);
        people.signOut();
        var page = mvc.perform(get("/etats-des-lieux/" + id).with(People.as(of.manager)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains("Déposer le constat du commissaire de justice")
                .doesNotContain("??");
        var sent = mvc.perform(multipart("/etats-des-lieux/" + id + "/constat")
                        .file(new MockMultipartFile("fichier", "constat.pdf", "application/pdf", pdf(null)))
                        .param("par", "BAILIFF")
                        .param("avis", "2026-11-25")
                        .param("fait", "2026-12-02")
                        .with(People.as(of.manager))
                        .with(SecurityMockMvcRequestPostProcessors.csrf()))
                .andReturn()
                .getResponse();
        assertThat(sent.getStatus()).isEqualTo(302);
        assertThat(rows.require(id).status()).isEqualTo(InventoryStatus.SEALED);
    }
}
