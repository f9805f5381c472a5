package fr.allervers.messaging.replies;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.messaging.Channel;
import fr.allervers.messaging.Oppositions;
import fr.allervers.messaging.Outbox;
import fr.allervers.messaging.Outgoing;
import fr.allervers.messaging.gateway.Incoming;
import fr.allervers.shared.Retry;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.AtOnce;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.Tenants;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Timeline;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class RepliesTest {

    @Autowired
    Replies replies;

    @Autowired
    Oppositions oppositions;

    @Autowired
    Outbox outbox;

    @Autowired
    Tenants tenants;

    @Autowired
    Timeline timeline;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MovableClock clock;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private static Incoming from(String number, String text) {
        return new Incoming(number, text, "f" + number + text.hashCode(), false);
    }

    private record Item(String group, Long agencyId, String title, String subtitle) {}

    private List<Item> items(String number) {
        return jdbc.sql("""
                        select i.candidate_group as `group`, i.agency_id, i.title, i.subtitle from inbox_item i join message_reply r on r.id = i.case_id
                         where i.case_kind = 'message-reply' and r.from_number = ? order by r.id
                        """).param(number).query(Item.class).list();
    }

    @Test
    void aReplyBecomesATaskOfTheHouseholdsAdvisorsAndStandsOnItsTimeline() {
        var tenant = tenants.tenant();
        assertThat(replies.take(from(tenant.mobile(), "Je n'ai plus d'eau"))).isTrue();
        assertThat(items(tenant.mobile())).singleElement().satisfies(item -> {
            assertThat(item.group()).isEqualTo("social-advisor");
            assertThat(item.agencyId()).isEqualTo(tenant.agencyId());
            assertThat(item.subtitle()).contains("Je n'ai plus d'eau");
        });
        assertThat(timeline.ofHousehold(tenant.householdId(), false))
                .anySatisfy(entry -> assertThat(entry.detail()).isEqualTo("Je n'ai plus d'eau"));
    }

    @Test
    void aNumberThatNobodyKnowsIsForTheSupervisor() {
        var number = "+3363998" + String.format("%04d", System.nanoTime() % 10_000) + "0";
        replies.take(from(number, "Qui êtes-vous ?"));
        assertThat(items(number)).singleElement().satisfies(item -> {
            assertThat(item.group()).isEqualTo("supervisor");
            assertThat(item.title()).isEqualTo(number);
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"STOP", "stop.", "Arrêt", " ARRET !", "STOP 36180"})
    void theWordsOfRefusalAreAnOppositionAtOnceAndStillATask(String word) {
        var tenant = tenants.tenant();
        replies.take(from(tenant.mobile(), word));
        assertThat(oppositions.among(Channel.SMS, List.of(tenant.mobile()), true))
                .containsExactly(tenant.mobile());
        assertThat(oppositions.among(Channel.SMS, List.of(tenant.mobile()), false))
                .isEmpty();
        assertThat(items(tenant.mobile())).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"Ne vous arretez pas", "stop au bruit", "Merci"})
    void wordsThatOnlyContainThemAreNot(String words) {
        var tenant = tenants.tenant();
        replies.take(from(tenant.mobile(), words));
        assertThat(oppositions.among(Channel.SMS, List.of(tenant.mobile()), true))
                .isEmpty();
    }

    @Test
    void theSameMessageDeliveredTwiceOpensOneTask() throws Exception {
        var tenant = tenants.tenant();
        var message = from(tenant.mobile(), "Merci");
        assertThat(AtOnce.times(4, () -> Retry.onConflict(() -> replies.take(message))))
                .containsOnlyOnce(true);
        clock.advance(Replies.SAME_MESSAGE.minusMillis(1));
        assertThat(replies.take(message)).isFalse();
        assertThat(items(tenant.mobile())).hasSize(1);
        clock.advance(Replies.SAME_MESSAGE);
        assertThat(replies.take(message)).isTrue();
        assertThat(items(tenant.mobile())).hasSize(2);
    }

    @Test
    void theLastMessageToTheNumberSaysWhoAnswers() {
        var tenant = tenants.tenant();
        var neighbour = tenants.tenant();
        transaction.executeWithoutResult(status -> outbox.put(Outgoing.to(
                neighbour.householdId(),
                "asked " + tenant.mobile(),
                new CaseRef("household-call", neighbour.householdId()),
                Channel.SMS,
                tenant.mobile(),
                null,
                "Venez-vous ?")));
        replies.take(from(tenant.mobile(), "Oui"));
        assertThat(items(tenant.mobile())).singleElement().satisfies(item -> assertThat(item.agencyId())
                .isEqualTo(neighbour.agencyId()));
    }
}
