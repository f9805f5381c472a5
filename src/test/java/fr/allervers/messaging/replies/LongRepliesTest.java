package fr.allervers.messaging.replies;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.messaging.gateway.Incoming;
import fr.allervers.shared.Retry;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.AtOnce;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.Tenants;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class LongRepliesTest {

    @Autowired
    LongReplies replies;

    @Autowired
    Tenants tenants;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private String number;

    @BeforeEach
    void somebodyWrites() {
        number = tenants.tenant().mobile();
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private void part(int reference, int part, int count, String text) {
        replies.take(incoming(reference, part, count, text));
    }

    private Incoming incoming(int reference, int part, int count, String text) {
        return new Incoming(number, text, "p" + text.hashCode(), false, new Incoming.Part(reference, part, count));
    }

    private List<String> taken() {
        return jdbc.sql("select body from message_reply where from_number = ? order by id")
                .param(number)
                .query(String.class)
                .list();
    }

    @Test
    void partsInAnyOrderAreOneReply() {
        part(7, 3, 3, "depuis mardi.");
        part(7, 1, 3, "Bonjour, il n'y a plus ");
        assertThat(taken()).isEmpty();
        part(7, 2, 3, "d'eau chaude ");
        assertThat(taken()).containsExactly("Bonjour, il n'y a plus d'eau chaude depuis mardi.");
    }

    @Test
    void aPartDeliveredAgainBeforeOrAfterTheWholeChangesNothing() {
        part(8, 1, 2, "Merci ");
        part(8, 1, 2, "Merci ");
        part(8, 2, 2, "à vous");
        part(8, 2, 2, "à vous");
        clock.advance(LongReplies.WAIT.plusMinutes(1));
        replies.takeIncomplete();
        assertThat(taken()).containsExactly("Merci à vous");
    }

    @Test
    void aTelephoneMayUseItsReferenceAgainLater() {
        part(9, 1, 2, "Oui ");
        part(9, 2, 2, "demain");
        clock.advance(LongReplies.KNOWN);
        replies.takeIncomplete();
        part(9, 1, 2, "Non ");
        part(9, 2, 2, "jeudi");
        assertThat(taken()).containsExactly("Oui demain", "Non jeudi");
    }

    @Test
    void whatWaitsTooLongForItsMissingPartIsTakenWithoutIt() {
        part(10, 1, 3, "J'ai besoin ");
        part(10, 3, 3, "vite");
        clock.advance(LongReplies.WAIT.minus(Duration.ofMillis(1)));
        replies.takeIncomplete();
        assertThat(taken()).isEmpty();
        clock.advance(Duration.ofMillis(1));
        replies.takeIncomplete();
        replies.takeIncomplete();
        assertThat(taken()).containsExactly("J'ai besoin […]vite");
    }

    @Test
    void partsThatComeAtOnceAreOneReply() throws Exception {
        var all = List.of("un ", "deux ", "trois ", "quatre");
        AtOnce.all(java.util.stream.IntStream.range(0, 4)
                .mapToObj(at -> Executors.callable(
                        () -> Retry.onConflict(() -> replies.take(incoming(11, at + 1, 4, all.get(at))))))
                .toList());
        assertThat(taken()).containsExactly("un deux trois quatre");
    }
}
