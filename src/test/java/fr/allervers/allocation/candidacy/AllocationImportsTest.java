package fr.allervers.allocation.candidacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.allocation.Applicants;
import fr.allervers.allocation.candidacy.AllocationImport.Kind;
import fr.allervers.privacy.DataSubject;
import fr.allervers.privacy.Erasure;
import fr.allervers.privacy.Erasures;
import fr.allervers.shared.imports.FileRefused;
import fr.allervers.shared.imports.ImportState;
import fr.allervers.staff.Role;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.People;
import fr.allervers.testing.Tenants;
import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class AllocationImportsTest {

    private static final String HEADER =
            "Numéro unique;Date demande;Agence;Nom;Prénom;Date naissance;Adresse;Code postal;Commune;Adultes;Enfants;Ressources;Situation;Mobile\n";

    @Autowired
    AllocationImports imports;

    @Autowired
    ImportRuns runs;

    @Autowired
    Erasures erasures;

    @Autowired
    Applicants applicants;

    @Autowired
    Tenants tenants;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private long agency;
    private String code = "";

    @BeforeEach
    void anOfficer() {
        agency = tenants.agency();
        code = jdbc.sql("select code from agency where id = ?")
                .param(agency)
                .query(String.class)
                .single();
        people.signIn(people.somebodyOf(agency, Role.ALLOCATION_OFFICER));
    }

    @AfterEach
    void afterwards() {
        people.signOut();
    }

    private AllocationImport bring(Kind kind, String csv) {
        var made = imports.upload(kind, "fichier.csv", new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)));
        imports.start(made.id());
        runs.runAll();
        return imports.require(made.id());
    }

    private String line(int number, String name, String resources) {
        return "0260119%d%05d;04/03/2025;%s;%s;Ana;29/02/1988;1 rue Basse;26000;Valence;2;1;%s;HOTEL;06 39 98 77 02\n"
                .formatted(agency % 1_000_000, number, code, name, resources);
    }

    @Test
    void applicationsAreTakenOnceAndChangedByTheSameNumber() {
        var first = bring(Kind.APPLICATIONS, HEADER + line(10000, "Alpha", "1 200,50") + line(10001, "Bêta", "900"));
        assertThat(first.state()).isEqualTo(ImportState.DONE);
        assertThat(first.created()).isEqualTo(2);
        var again = bring(Kind.APPLICATIONS, HEADER + line(10000, "Alpha", "1 200,50") + line(10001, "Bêta", "950"));
        assertThat(again.created()).isZero();
        assertThat(again.unchanged()).isOne();
        assertThat(again.updated()).isOne();
        assertThat(jdbc.sql(
                                "select resources_cents from housing_application where agency_id = ? order by unique_number")
                        .param(agency)
                        .query(Long.class)
                        .list())
                .containsExactly(120_050L, 95_000L);
    }

    @Test
    void badLinesAreToldBeforeAndRejectedWithTheirReasonTheOthersAreTaken() throws Exception {
        var made = imports.upload(
                Kind.APPLICATIONS,
                "f.csv",
                new ByteArrayInputStream((HEADER
                                + line(20000, "", "1 200")
                                + line(20001, "Bon", "1 200")
                                + line(20002, "Faux", "x")
                                + line(20003, "Ailleurs", "1").replace(";" + code + ";", ";NULLE-PART;"))
                        .getBytes(StandardCharsets.UTF_8)));
        assertThat(made.rejected()).isEqualTo(2);
        assertThat(imports.preview(made.id())).hasSize(4);
        imports.start(made.id());
        runs.runAll();
        var done = imports.require(made.id());
        assertThat(done.created()).isOne();
        assertThat(done.rejected()).isEqualTo(3);
        var csv = new StringWriter();
        imports.writeRejects(made.id(), csv);
        assertThat(csv.toString())
                .contains("nom : manquant")
                .contains("ressources : montant attendu")
                .contains("NULLE-PART");
    }

    @Test
    void anotherAgencysApplicationIsNotTouched() {
        var other = tenants.agency();
        people.signIn(people.somebody(Role.ALLOCATION_OFFICER));
        var entry = applicants.entry(other, 1, 0);
        var csv = HEADER + line(30000, "Intrus", "1").replaceFirst("^\\d+", entry.uniqueNumber());
        bring(
                Kind.APPLICATIONS,
                HEADER
                        + line(30001, "Autre", "1")
                                .replaceFirst("^\\d+", entry.uniqueNumber())
                                .replace(";" + code + ";", ";" + entry.agencyCode() + ";"));
        people.signIn(people.somebodyOf(agency, Role.ALLOCATION_OFFICER));
        assertThat(bring(Kind.APPLICATIONS, csv).rejected()).isOne();
        assertThat(jdbc.sql("select last_name from housing_application where unique_number = ?")
                        .param(entry.uniqueNumber())
                        .query(String.class)
                        .single())
                .isEqualTo("Autre");
    }

    @Test
    void vacantDwellingsComeByFileOnce() {
        var vacant = applicants.vacant(agency);
        var csv = "code_logement;libre_le;contingent;reservataire\n" + vacant
                + ";01/12/2026;ACTION_LOGEMENT;Action Logement\nINCONNU;01/12/2026;;\n";
        var first = bring(Kind.DWELLINGS, csv);
        assertThat(first.created()).isOne();
        assertThat(first.rejected()).isOne();
        assertThat(bring(Kind.DWELLINGS, csv).unchanged()).isOne();
    }

    @Test
    void aFileWithoutTheNeededColumnsIsRefusedWhole() {
        assertThatThrownBy(() -> bring(Kind.APPLICATIONS, "nom;prenom\nA;B\n")).isInstanceOf(FileRefused.class);
        assertThatThrownBy(() -> bring(Kind.DWELLINGS, "")).isInstanceOf(FileRefused.class);
    }

    @Test
    void somebodyErasedDoesNotComeBackWithTheNextFile() {
        var file = HEADER + line(71, "Erased", "1200") + line(72, "Kept", "1300");
        bring(Kind.APPLICATIONS, file);
        var id = jdbc.sql("select id from housing_application where unique_number = ?")
                .param(line(71, "", "").split(";")[0])
                .query(Long.class)
                .single();
        jdbc.sql("update housing_application set state = 'HOUSED', state_on = '2026-11-01' where id = ?")
                .param(id)
                .update();
        people.signIn(people.somebody(Role.ADMINISTRATOR));
        erasures.erase(DataSubject.Kind.APPLICANT, id, Erasure.Why.REQUEST);
        people.signIn(people.somebodyOf(agency, Role.ALLOCATION_OFFICER));

        var again = bring(Kind.APPLICATIONS, file);

        assertThat(again.rejected()).isEqualTo(1);
        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(jdbc.sql(
                                "select concat(line_no, ' ', reason, content) from allocation_import_reject where import_id = ?")
                        .param(again.id())
                        .query(String.class)
                        .list())
                .containsExactly("2 personne effacée le 24/11/2026 : à retirer du fichier");
        assertThat(jdbc.sql("select count(*) from housing_application where last_name = 'Erased' and agency_id = ?")
                        .param(agency)
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
