package fr.allervers.messaging.mailing;

import static fr.allervers.messaging.mailing.Orders.forBuilding;
import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.messaging.Channel;
import fr.allervers.messaging.Oppositions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MailingsTest extends AbstractMailingsTest {

    @Test
    void aBuildingIsWarnedByTheLadderInEachLanguageOncePerNumber() {
        var shared = lilas.first().mobile();
        lilas.household(shared, null, "fr", 1);
        var english = Residence.mobile();
        lilas.household(english, null, "en", 2);
        lilas.household(null, "ali@example.org", "fr", 3);
        lilas.household(null, null, "fr", 4);

        var preview = previews.of(forBuilding(lilas.buildingId).order());
        assertThat(preview.households()).isEqualTo(5);
        assertThat(preview.channels())
                .extracting(
                        MailingPreview.ByChannel::channel,
                        MailingPreview.ByChannel::households,
                        MailingPreview.ByChannel::messages)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Channel.SMS, 3, 2),
                        org.assertj.core.groups.Tuple.tuple(Channel.EMAIL, 1, 1),
                        org.assertj.core.groups.Tuple.tuple(Channel.LETTER, 1, 1));
        assertThat(preview.samples()).hasSize(3).allSatisfy(one -> assertThat(one.body())
                .contains("Les Lilas"));
        assertThat(preview.needsApproval()).isFalse();

        var id = send(forBuilding(lilas.buildingId));
        run();
        assertThat(centre.to(shared)).singleElement().satisfies(sms -> assertThat(sms.text())
                .isEqualTo("Coupure d'eau au Les Lilas le mardi"));
        assertThat(centre.to(english)).singleElement().satisfies(sms -> assertThat(sms.text())
                .isEqualTo("No water at Les Lilas on mardi"));
        assertThat(reports.totals(id).all()).isEqualTo(4);
        assertThat(reports.of(mailings.read(id)).letters()).singleElement();
    }

    @Test
    void everyAdultIsWrittenToUnlessOnePerHouseholdIsWished() {
        var second = Residence.mobile();
        jdbc.sql(
                        "insert into occupant (code, household_id, last_name, first_name, birth_date) values (?, ?, 'Garnier', 'Paul', '1940-01-01')")
                .params("ADULT" + second, lilas.first().householdId())
                .update();
        lilas.phone(
                jdbc.sql("select id from occupant where code = ?")
                        .param("ADULT" + second)
                        .query(Long.class)
                        .single(),
                second,
                true);
        var minor = Residence.mobile();
        jdbc.sql(
                        "insert into occupant (code, household_id, last_name, first_name, birth_date) values (?, ?, 'Garnier', 'Zoé', '2008-11-25')")
                .params("MINOR" + minor, lilas.first().householdId())
                .update();
        lilas.phone(
                jdbc.sql("select id from occupant where code = ?")
                        .param("MINOR" + minor)
                        .query(Long.class)
                        .single(),
                minor,
                true);
        // Eighteen tomorrow.
        assertThat(previews.of(forBuilding(lilas.buildingId).order()).messages())
                .isEqualTo(2);
        assertThat(previews.of(forBuilding(lilas.buildingId).oncePerHousehold().order())
                        .messages())
                .isEqualTo(1);
        clock.advance(Duration.ofDays(1));
        assertThat(previews.of(forBuilding(lilas.buildingId).order()).messages())
                .isEqualTo(3);
    }

    @Test
    void whoCannotBeReachedIsSaidWithTheReason() {
        var dead = lilas.household(Residence.mobile(), null, "fr", 1);
        jdbc.sql("update phone set dead = true where occupant_id = ?")
                .param(lilas.occupantOf(dead))
                .update();
        lilas.phone(lilas.occupantOf(lilas.household(null, null, "fr", 2)), "+33199001234", false);
        lilas.household("+447700900123", null, "fr", 3);
        lilas.household(null, null, "fr", 4);
        var refuses = Residence.mobile();
        lilas.household(refuses, null, "fr", 5);
        oppositions.record(Channel.SMS, refuses, Oppositions.Scope.ALL, Oppositions.Source.STOP);

        var preview = previews.of(forBuilding(lilas.buildingId).by(Channel.SMS).order());
        assertThat(preview.messages()).isEqualTo(1);
        assertThat(preview.unreachable())
                .isEqualTo(Map.of(
                        Unreachable.DEAD_NUMBER, 1,
                        Unreachable.LANDLINE, 1,
                        Unreachable.FOREIGN_NUMBER, 1,
                        Unreachable.NO_PHONE, 1,
                        Unreachable.OPPOSED, 1));
        var listed = new ArrayList<Unreachable>();
        previews.unreachable(forBuilding(lilas.buildingId).by(Channel.SMS).order(), one -> listed.add(one.reason()));
        assertThat(listed).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void anOppositionToNewsStopsNewsNotTheCutOfWater() {
        oppositions.record(Channel.SMS, lilas.first().mobile(), Oppositions.Scope.INFORMATIVE, Oppositions.Source.STOP);
        assertThat(previews.of(forBuilding(lilas.buildingId)
                                .by(Channel.SMS)
                                .informative()
                                .order())
                        .messages())
                .isZero();
        assertThat(previews.of(forBuilding(lilas.buildingId).by(Channel.SMS).order())
                        .messages())
                .isEqualTo(1);
        // Another way is left: the ladder goes on.
        assertThat(previews.of(forBuilding(lilas.buildingId).informative().order())
                        .channels())
                .singleElement()
                .satisfies(one -> assertThat(one.channel()).isEqualTo(Channel.LETTER));
    }
}
