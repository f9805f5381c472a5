package fr.allervers.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.allervers.shared.imports.FileRefused;
import fr.allervers.shared.imports.ImportState;
import fr.allervers.shared.imports.Rejects;
import fr.allervers.staff.Role;
import fr.allervers.tenancy.RegisterImport.Source;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.People;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@ApplicationTest
class RegisterImportTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    RegisterImports imports;

    @Autowired
    ImportRunner runner;

    @Autowired
    Households households;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    private final String prefix = "RI" + NUMBER.incrementAndGet() + "-";

    @BeforeEach
    void signIn() {
        people.signIn(people.somebody(Role.ADMINISTRATOR));
    }

    @AfterEach
    void signOut() {
        people.signOut();
    }

    private RegisterImport run(InputStream file) {
        var uploaded = imports.upload("registre.csv", file, Source.SCREEN, null);
        imports.start(uploaded.id());
        runner.runAll();
        return imports.require(uploaded.id());
    }

    private List<String> reasons(RegisterImport done) {
        return imports.firstRejects(done.id()).stream()
                .map(Rejects.Rejected::reason)
                .toList();
    }

    private Household household(String code) {
        return households.require(jdbc.sql("select id from household where code = ?")
                .param(prefix + code)
                .query(Long.class)
                .single());
    }

    @Test
    void aLineBringsAgencyBuildingStairwellDwellingLeaseHouseholdOccupantAndNumbers() {
        var done = run(new RegisterText(prefix)
                .occupant(
                        1,
                        RegisterColumn.PHONE_2,
                        "+33 6 39 98 12 34",
                        RegisterColumn.LIVES_ALONE,
                        "oui",
                        RegisterColumn.DISABLED,
                        "1",
                        RegisterColumn.FRAGILE,
                        "non",
                        RegisterColumn.MARITAL_STATUS,
                        "Veuve",
                        RegisterColumn.ARREARS,
                        "1 046,2",
                        RegisterColumn.ARREARS_DATE,
                        "2026-10-31",
                        RegisterColumn.LANGUAGE_CODE,
                        "AR",
                        RegisterColumn.FLOOR_NUMBER,
                        "RDC",
                        RegisterColumn.EMAIL_ADDRESS,
                        "odette@example.org")
                .vacant(1)
                .utf8());
        assertThat(done.state()).isEqualTo(ImportState.DONE);
        assertThat(done.created()).isEqualTo(2);
        var household = household("F1");
        assertThat(household.agencyName()).isEqualTo("Agence " + prefix);
        assertThat(household.address()).isEqualTo("12 rue des Écoles");
        assertThat(household.dwellingCode()).isEqualTo(prefix + "L1");
        assertThat(household.language()).isEqualTo("ar");
        assertThat(household.arrearsCents()).isEqualTo(104_620);
        assertThat(household.occupants()).singleElement().satisfies(occupant -> {
            assertThat(occupant.fullName()).isEqualTo("Mme Odette Léger" + prefix);
            assertThat(occupant.age()).isEqualTo(85);
            assertThat(occupant.livesAlone()).isTrue();
            assertThat(occupant.disabled()).isTrue();
            assertThat(occupant.fragile()).isFalse();
            assertThat(occupant.email()).isEqualTo("odette@example.org");
            assertThat(occupant.phones())
                    .extracting(PhoneNumber::e164, PhoneNumber::display, PhoneNumber::mobile)
                    .containsExactly(
                            tuple("+33199000001", "01 99 00 00 01", false),
                            tuple("+33639981234", "06 39 98 12 34", true));
        });
        assertThat(households.leases(household.id())).singleElement().satisfies(lease -> {
            assertThat(lease.rentCents()).isEqualTo(41_250);
            assertThat(lease.floor()).isZero();
            assertThat(lease.stairwell()).isEqualTo("A");
        });
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        var file = new RegisterText(prefix)
                .occupant(1)
                .occupant(2, RegisterColumn.PHONE_2, "06 39 98 00 02", RegisterColumn.STAIRWELL, "")
                .occupant(3, RegisterColumn.LANGUAGE_CODE, "tr", RegisterColumn.ARREARS, "12")
                .vacant(1);
        run(file.utf8());
        var checksum = checksum();
        var again = run(file.utf8());
        assertThat(again.unchanged()).isEqualTo(4);
        assertThat(again.created() + again.updated() + again.rejected()).isZero();
        assertThat(checksum()).isEqualTo(checksum);
    }

    private List<Object> checksum() {
        return List.of(
                        "agency",
                        "building",
                        "stairwell",
                        "dwelling",
                        "household",
                        "lease",
                        "occupant",
                        "phone",
                        "household_word")
                .stream()
                .map(table ->
                        jdbc.sql("checksum table " + table).query().singleRow().get("Checksum"))
                .toList();
    }

    @Test
    void aChangedFileUpdatesWhatChangedAndCountsIt() {
        run(new RegisterText(prefix).occupant(1).occupant(2).occupant(3).utf8());
        var done = run(new RegisterText(prefix)
                .occupant(1)
                .occupant(2, RegisterColumn.LAST_NAME, "Nouveau", RegisterColumn.PHONE_1, "01 99 00 77 77")
                .occupant(3, RegisterColumn.RENT, "500")
                .occupant(4)
                .utf8());
        assertThat(done.unchanged()).isEqualTo(1);
        assertThat(done.updated()).isEqualTo(2);
        assertThat(done.created()).isEqualTo(1);
        var changed = household("F2").occupants().get(0);
        assertThat(changed.fullName()).endsWith("Nouveau");
        assertThat(changed.phones()).extracting(PhoneNumber::e164).containsExactly("+33199007777");
    }

    @Test
    void aColumnThatTheFileDoesNotHaveIsLeftAsItIs() {
        run(new RegisterText(prefix)
                .occupant(1, RegisterColumn.DO_NOT_CALL, "oui", RegisterColumn.EMAIL_ADDRESS, "a@example.org")
                .utf8());
        var done = run(new RegisterText(
                        prefix,
                        ';',
                        Set.of(
                                RegisterColumn.DO_NOT_CALL,
                                RegisterColumn.EMAIL_ADDRESS,
                                RegisterColumn.PHONE_1,
                                RegisterColumn.PHONE_2,
                                RegisterColumn.STAIRWELL,
                                RegisterColumn.AGENCY_NAME,
                                RegisterColumn.LANGUAGE_CODE))
                .occupant(1)
                .utf8());
        assertThat(done.unchanged()).isEqualTo(1);
        var occupant = household("F1").occupants().get(0);
        assertThat(occupant.doNotCall()).isTrue();
        assertThat(occupant.email()).isEqualTo("a@example.org");
        assertThat(occupant.phones()).hasSize(1);
    }

    @Test
    void aNumberFoundByTheAgencyStaysAndADeadOneStaysDead() {
        var file = new RegisterText(prefix).occupant(1);
        run(file.utf8());
        var household = household("F1");
        households.markPhoneDead(household.id(), "+33199000001");
        households.addPhone(household.occupants().get(0).id(), "06 39 98 55 55");
        var again = run(file.utf8());
        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(household("F1").occupants().get(0).phones())
                .extracting(PhoneNumber::e164, PhoneNumber::dead)
                .containsExactly(tuple("+33639985555", false), tuple("+33199000001", true));
    }

    @Test
    void aBadLineRejectsItselfOnlyAndSaysWhy() {
        var done = run(new RegisterText(prefix)
                .occupant(1)
                .occupant(2, RegisterColumn.PHONE_1, "0199")
                .occupant(3, RegisterColumn.BIRTH_DATE, "31/02/1940")
                .occupant(4, RegisterColumn.RENT, "beaucoup")
                .occupant(5, RegisterColumn.LIVES_ALONE, "peut-être")
                .occupant(6, RegisterColumn.LAST_NAME, "")
                .occupant(7, RegisterColumn.LAST_NAME, "x".repeat(81))
                .occupant(8, RegisterColumn.LEASE_END, "01/01/2009")
                .occupant(9, RegisterColumn.BIRTH_DATE, "01/01/2050")
                .occupant(10, RegisterColumn.POSTCODE, "2600")
                .raw("trop;court")
                .occupant(11, RegisterColumn.EMAIL_ADDRESS, "odette@")
                .occupant(12, RegisterColumn.OCCUPANT_CODE, prefix + "O1")
                .occupant(13, RegisterColumn.ADDRESS, "autre adresse")
                .occupant(14, RegisterColumn.FIRST_NAME, "Od\u0001ette")
                .occupant(15)
                .utf8());
        assertThat(done.state()).isEqualTo(ImportState.DONE);
        assertThat(done.created()).isEqualTo(2);
        assertThat(done.rejected()).isEqualTo(14);
        assertThat(done.linesDone()).isEqualTo(done.linesTotal()).isEqualTo(16);
        assertThat(imports.firstRejects(done.id()))
                .extracting(Rejects.Rejected::lineNo)
                .containsExactly(3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16);
        assertThat(reasons(done))
                .containsExactly(
                        "telephone_1 : numéro de téléphone invalide (« 0199 »)",
                        "date_naissance : date attendue, par exemple 31/12/1948 (« 31/02/1940 »)",
                        "loyer : montant attendu, par exemple 412,50 (« beaucoup »)",
                        "vit_seul : oui ou non attendu (« peut-être »)",
                        "nom : manquant",
                        "nom : trop long (80 caractères au plus)",
                        "fin_bail : avant debut_bail",
                        "date_naissance : date à venir",
                        "code_postal : forme inattendue (« 2600 »)",
                        "2 colonnes au lieu de 43",
                        "courriel : adresse électronique invalide (« odette@ »)",
                        "code_occupant : déjà donné par la ligne 2",
                        "code_immeuble : autres données que la ligne 2",
                        "prenom : caractère illisible");
    }

    @Test
    void theRejectFileNamesLineReasonAndContentAndRunsNoFormula() throws IOException {
        var done = run(new RegisterText(prefix)
                .occupant(1)
                .occupant(2, RegisterColumn.AGENCY_CODE, "=1+1")
                .utf8());
        var csv = new StringWriter();
        imports.writeRejects(done.id(), csv);
        assertThat(csv.toString())
                .startsWith("\uFEFFligne;motif;contenu")
                .contains("3;code_agence : lettres sans accent, chiffres, - _ . / seulement (« =1+1 »);")
                .contains("'=1+1;Agence " + prefix);
    }

    @ParameterizedTest(name = "{0}, delimiter {1}, mark {2}")
    @CsvSource({"UTF-8, ;, false", "UTF-8, ',', true", "windows-1252, ;, false", "windows-1252, ',', false"})
    void alphabetAndDelimiterAreFoundOut(String charset, char delimiter, boolean mark) {
        var file = new RegisterText(prefix, delimiter, Set.of()).occupant(1);
        var done = run(file.in(Charset.forName(charset), mark ? "\uFEFF" : ""));
        assertThat(done.created()).isEqualTo(1);
        assertThat(household("F1").address()).isEqualTo("12 rue des Écoles");
        assertThat(households.leases(household("F1").id()).get(0).rentCents()).isEqualTo(41_250);
    }

    @Test
    void aSpreadsheetsDelimiterLineIsSkipped() {
        assertThat(run(new RegisterText(prefix).occupant(1).in(StandardCharsets.UTF_8, "sep=;\r\n"))
                        .created())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   \n  \n",
                "nom;prenom\nGarnier;Lucette\n",
                "une lettre, et non un registre",
                "PK\u0003\u0004feuille de calcul",
                "a\u0000b\u0000c",
            })
    void aFileThatIsNoRegisterIsRefusedWhole(String content) {
        var before = jdbc.sql("select count(*) from register_import")
                .query(Long.class)
                .single();
        assertThatThrownBy(() -> imports.upload(
                        "x.csv",
                        new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)),
                        Source.SCREEN,
                        null))
                .isInstanceOf(FileRefused.class);
        assertThat(jdbc.sql("select count(*) from register_import")
                        .query(Long.class)
                        .single())
                .isEqualTo(before);
    }

    @Test
    void aHeaderAloneIsRefused() {
        var header = new RegisterText(prefix).utf8();
        assertThatThrownBy(() -> imports.upload("x.csv", header, Source.SCREEN, null))
                .isInstanceOf(NotARegister.class)
                .hasMessage("register.refused.no-lines");
    }

    @Test
    void quotesThatNobodyClosesAreRefusedWholeWithTheirLine() {
        var file = new RegisterText(prefix)
                .occupant(1)
                .raw("\"RI;jamais fermé")
                .occupant(2)
                .utf8();
        assertThatThrownBy(() -> imports.upload("x.csv", file, Source.SCREEN, null))
                .isInstanceOfSatisfying(FileRefused.class, refused -> {
                    assertThat(refused.messageKey()).isEqualTo("file.refused.quotes");
                    assertThat(refused.args()).containsExactly("3");
                });
    }

    @Test
    void aColumnTwiceIsRefused() {
        var file = new RegisterText(prefix).utf8();
        assertThatThrownBy(() -> {
                    var header = new String(file.readAllBytes(), StandardCharsets.UTF_8).strip() + ";NOM\n";
                    imports.upload(
                            "x.csv",
                            new ByteArrayInputStream(header.getBytes(StandardCharsets.UTF_8)),
                            Source.SCREEN,
                            null);
                })
                .hasMessage("register.refused.twice");
    }

    @Test
    void thePreviewShowsWhatIsUnderstoodAndWhatIsWrongBeforeAnythingIsWritten() {
        var file = new RegisterText(prefix)
                .occupant(1)
                .occupant(2, RegisterColumn.INSEE, "?")
                .occupant(3);
        var uploaded = imports.upload("registre.csv", file.utf8(), Source.SCREEN, null);
        assertThat(uploaded.state()).isEqualTo(ImportState.READY);
        assertThat(uploaded.linesTotal()).isEqualTo(3);
        assertThat(uploaded.rejected()).isEqualTo(1);
        assertThat(imports.firstRejects(uploaded.id())).hasSize(1);
        var preview = imports.preview(uploaded.id());
        assertThat(preview.lines()).extracting(RegisterPreview.Line::number).containsExactly(2, 3, 4);
        assertThat(preview.lines().get(1).problem()).startsWith("code_insee");
        assertThat(preview.lines().get(0).phones()).isEqualTo("01 99 00 00 01");
        assertThat(preview.absent()).isEmpty();
        assertThat(jdbc.sql("select count(*) from occupant where code like ?")
                        .param(prefix + "%")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void anImportIsStartedOnceAndNotAfterItWasGivenUp() {
        var uploaded =
                imports.upload("r.csv", new RegisterText(prefix).occupant(1).utf8(), Source.SCREEN, null);
        imports.cancel(uploaded.id());
        assertThatThrownBy(() -> imports.start(uploaded.id())).hasMessage("register.not-ready");
        var other = imports.upload("r.csv", new RegisterText(prefix).occupant(1).utf8(), Source.SCREEN, null);
        imports.start(other.id());
        assertThatThrownBy(() -> imports.start(other.id())).hasMessage("register.not-ready");
        runner.runAll();
        assertThatThrownBy(() -> imports.cancel(other.id())).hasMessage("register.not-ready");
    }

    @Test
    void onlyAdministratorsAndSupervisorsImport() {
        people.signIn(people.somebody(Role.CALLER, Role.SOCIAL_ADVISOR));
        var file = new RegisterText(prefix).occupant(1).utf8();
        assertThatThrownBy(() -> imports.upload("r.csv", file, Source.SCREEN, null))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(imports::history).isInstanceOf(AccessDeniedException.class);
    }
}
