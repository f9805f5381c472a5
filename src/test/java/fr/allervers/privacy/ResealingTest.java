package fr.allervers.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.documents.DocumentStore;
import fr.allervers.staff.Role;
import fr.allervers.tenancy.Disabilities;
import fr.allervers.tenancy.Households;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.People;
import fr.allervers.testing.Tenants;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Values from before sealing, and values of another key, are sealed by the current one, chunk by chunk. */
@ApplicationTest
class ResealingTest {

    @Autowired
    Resealing resealing;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Disabilities disabilities;

    @Autowired
    Households households;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DocumentStore documents;

    @Autowired
    Tenants tenants;

    @Autowired
    People people;

    @AfterEach
    void out() {
        people.signOut();
    }

    private String stored(String table, String column, String where, long id) {
        return jdbc.sql("select " + column + " from " + table + " where " + where + " = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    @Test
    void whatStoodOpenIsSealedAndStillReadByThoseWhoMay() {
        var somebody = new SomebodyEverywhere(jdbc, documents, tenants, LocalDate.of(2026, 6, 30));
        jdbc.sql("update occupant set left_on = null where id = ?")
                .param(somebody.tenant.occupantId())
                .update();
        assertThat(resealing.run()).isGreaterThan(5);
        assertThat(stored("social_assessment", "opinion", "case_id", somebody.arrears))
                .startsWith("~test:");
        assertThat(stored("call_attempt", "answers", "call_id", somebody.call)).startsWith("~test:");
        assertThat(stored("visit_note", "note", "household_id", somebody.tenant.householdId()))
                .startsWith("~test:");
        assertThat(stored("field_check", "instructions", "household_id", somebody.tenant.householdId()))
                .startsWith("~test:");
        assertThat(stored("appointment", "note", "household_id", somebody.tenant.householdId()))
                .startsWith("~test:");
        assertThat(stored("housing_application", "words", "id", somebody.application))
                .startsWith("~test:");
        assertThat(stored(
                        "timeline_entry",
                        "detail",
                        "case_kind = 'unpaid-rent-prevention' and case_id",
                        somebody.arrears))
                .startsWith("~test:");
        assertThat(stored("call_draft", "answers", "call_id", somebody.call)).startsWith("~test:");
        assertThat(stored("third_party_alert", "facts", "call_id", somebody.call))
                .startsWith("~test:");
        assertThat(stored("occupant", "disability", "id", somebody.tenant.occupantId()))
                .startsWith("~test:");
        assertThat(households
                        .require(somebody.tenant.householdId())
                        .occupants()
                        .get(0)
                        .disabled())
                .isTrue();
        assertThat(disabilities.occupants()).contains(somebody.tenant.occupantId());
        assertThat(resealing.run()).as("a second run finds nothing").isZero();
        people.signIn(people.somebody(Role.ADMINISTRATOR));
        assertThat(resealing.counts()).isNotEmpty().allMatch(Resealing.Count::current);
    }

    @Test
    void aKilledRunIsTakenUpWhereItStood() {
        new SomebodyEverywhere(jdbc, documents, tenants, LocalDate.of(2026, 6, 30));
        var opinions = catalogue.table("social_assessment").sealed().get(1);
        assertThat(transaction.<Integer>execute(status -> {
                    var done = resealing.reseal(opinions);
                    status.setRollbackOnly(); // the node dies before its commit
                    return done;
                }))
                .isPositive();
        assertThat(resealing.run()).isPositive();
        assertThat(resealing.run()).isZero();
    }

    @Test
    void aDisabledPersonIsOneOfTheAudienceAndAnotherIsNot() {
        var one = tenants.tenant();
        var other = tenants.tenant();
        jdbc.sql("update occupant set disability = if(id = ?, '1', '0') where id in (?, ?)")
                .params(one.occupantId(), one.occupantId(), other.occupantId())
                .update();
        resealing.run();
        assertThat(disabilities.occupants()).contains(one.occupantId()).doesNotContain(other.occupantId());
    }
}
