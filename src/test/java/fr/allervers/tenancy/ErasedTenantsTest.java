package fr.allervers.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.allervers.privacy.DataSubject;
import fr.allervers.privacy.Erasure;
import fr.allervers.privacy.Erasures;
import fr.allervers.privacy.Resealing;
import fr.allervers.shared.imports.Rejects;
import fr.allervers.shared.personal.ErasedPeople;
import fr.allervers.staff.Role;
import fr.allervers.tenancy.RegisterImport.Source;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.People;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody who was erased is in the landlord's next file all the same. */
@ApplicationTest
class ErasedTenantsTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    RegisterImports imports;

    @Autowired
    ImportRunner runner;

    @Autowired
    Erasures erasures;

    @Autowired
    ErasedPeople erased;

    @Autowired
    Resealing resealing;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    private final String prefix = "ET" + NUMBER.incrementAndGet() + "-";

    @BeforeEach
    void signIn() {
        people.signIn(people.somebody(Role.ADMINISTRATOR));
    }

    @AfterEach
    void signOut() {
        people.signOut();
    }

    private RegisterImport run(RegisterText file) {
        var uploaded = imports.upload("registre.csv", file.utf8(), Source.SCREEN, null);
        imports.start(uploaded.id());
        runner.runAll();
        return imports.require(uploaded.id());
    }

    private RegisterText file() {
        return new RegisterText(prefix).occupant(1).occupant(2).vacant(1);
    }

    private void erase(String code) {
        var id = jdbc.sql("select id from occupant where code = ?")
                .param(code)
                .query(Long.class)
                .single();
        jdbc.sql("update occupant set left_on = '2026-10-31' where id = ?")
                .param(id)
                .update();
        jdbc.sql(
                        "update lease set ends_on = '2026-10-31' where household_id = (select household_id from occupant where id = ?)")
                .param(id)
                .update();
        erasures.erase(DataSubject.Kind.TENANT, id, Erasure.Why.REQUEST);
        assertThat(erasures.of(DataSubject.Kind.TENANT, id).orElseThrow().state())
                .isEqualTo(Erasure.State.DONE);
    }

    private long occupants(String where) {
        return jdbc.sql("select count(*) from occupant where " + where)
                .param(prefix + "%")
                .query(Long.class)
                .single();
    }

    @Test
    void theirLineIsRefusedWithItsReasonAndTheRestIsTaken() {
        run(file());
        erase(prefix + "O1");

        var uploaded = imports.upload("registre.csv", file().occupant(3).utf8(), Source.SCREEN, null);
        assertThat(uploaded.rejected()).as("told before the start").isEqualTo(1);
        imports.start(uploaded.id());
        runner.runAll();
        var done = imports.require(uploaded.id());

        assertThat(List.of(done.created(), done.unchanged(), done.rejected())).containsExactly(1, 2, 1);
        assertThat(imports.firstRejects(done.id()))
                .extracting(Rejects.Rejected::lineNo, Rejects.Rejected::reason, Rejects.Rejected::content)
                .containsExactly(tuple(2, "personne effacée le 24/11/2026 : à retirer du fichier", ""));
        assertThat(occupants("code like ?")).as("of O2 and O3").isEqualTo(2);
        assertThat(jdbc.sql("select count(*) from household where code = ?")
                        .param(prefix + "F1")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whatIsKeptTellsNobodysCodeAndIsSealedAnewWithTheOtherKeys() {
        run(file());
        erase(prefix + "O2");
        var secret = jdbc.sql("select secret from erased_person_key").query(String.class);
        assertThat(secret.single()).startsWith("~test:");
        assertThat(jdbc.sql("select count(*) from erased_person where hex(code_hash) in (sha2(?, 256), hex(?))")
                        .params(prefix + "O2", prefix + "O2")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(resealing.counts())
                .filteredOn(count -> count.column().equals("erased_person_key.secret"))
                .singleElement()
                .satisfies(count -> assertThat(count.current()).isTrue());
    }

    @Test
    void aCodeOfAnotherRegisterIsSomebodyElse() {
        transaction.executeWithoutResult(status -> {
            assertThat(erased.remember("occupant", List.of(prefix + "A"))).isEqualTo(1);
            assertThat(erased.remember("occupant", List.of(prefix + "A")))
                    .as("once")
                    .isZero();
            assertThat(erased.among("occupant", Set.of(prefix + "A", prefix + "B")))
                    .containsOnlyKeys(prefix + "A");
            assertThat(erased.among("application", Set.of(prefix + "A"))).isEmpty();
        });
    }
}
