package fr.allervers.allocation.session;

import static fr.allervers.allocation.count.Mark.ranked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.allocation.CommitteeRoom;
import fr.allervers.allocation.minutes.Recount;
import fr.allervers.allocation.minutes.SessionMinutes;
import fr.allervers.kpi.fact.LiveFigures;
import fr.allervers.shared.web.UserError;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.Jobs;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A written session: debate and vote begin and end by the server's clock, and half of the electorate must vote. */
@ApplicationTest
class WrittenSessionTest {

    @Autowired
    LiveFigures figures;

    @Autowired
    CommitteeRoom rooms;

    @Autowired
    ItemTalk talk;

    @Autowired
    PresidentTasks president;

    @Autowired
    SessionMinutes minutes;

    @Autowired
    People people;

    @Autowired
    Jobs jobs;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void mark() {
        figures.mark();
    }

    @AfterEach
    void reset() {
        // What follows a signature begins by itself, a moment later.
        jobs.runDue();
        figures.assertAsCountedAgain();
        clock.reset();
        people.signOut();
    }

    @Test
    void debateThenVoteThenAnExtensionWithoutQuorumThenMinutes() {
        var room = rooms.room(1);
        var session = rooms.convened(room, SessionMode.WRITTEN);
        jobs.runDue();
        var item = rooms.items(session).get(0);
        assertThat(rooms.state(item)).isEqualTo("DEBATE");
        people.signIn(room.association().person());
        talk.say(item, "Le ménage B est-il suivi ?");
        people.signIn(room.officer());
        talk.say(item, "Oui, par le CCAS.");
        clock.advance(Duration.ofHours(4).minusMillis(1));
        jobs.runDue();
        assertThat(rooms.state(item)).isEqualTo("DEBATE");
        clock.advance(Duration.ofMillis(1));
        jobs.runDue();
        assertThat(rooms.state(item)).isEqualTo("VOTING");
        people.signIn(room.mayor().person());
        assertThatThrownBy(() -> talk.say(item, "Encore un mot")).isInstanceOf(UserError.class);

        // Three of seven are the règlement's number but less than half.
        var candidate = rooms.candidates(item).get(0);
        for (var at = 0; at < 3; at++) {
            rooms.cast(room.six().get(at), item, ranked(candidate, 1));
        }
        clock.advance(Duration.ofHours(18));
        jobs.runDue();
        assertThat(reminded(session)).isEqualTo(4);
        clock.advance(Duration.ofHours(6));
        jobs.runDue();
        assertThat(rooms.state(item)).isEqualTo("NO_QUORUM");
        people.signIn(room.president().person());
        president.withoutQuorum(
                item,
                Map.of(
                        "choice", List.of("EXTEND"),
                        "untilDay", List.of("2026-11-26"),
                        "untilTime", List.of("18:00"),
                        "reason", List.of("Une voix manque")));
        assertThat(rooms.state(item)).isEqualTo("VOTING");
        rooms.cast(room.mayor(), item, ranked(candidate, 1));
        clock.advance(Duration.ofDays(2));
        jobs.runDue();
        assertThat(rooms.state(item)).isEqualTo("COUNTED");
        people.signIn(room.president().person());
        president.signDecision(item);
        president.signMinutes(session);
        var signed = minutes.valid(session).orElseThrow();
        assertThat(minutes.recount(signed).faults()).isEmpty();
        tampered(minutes.json(signed), signed.seal());
    }

    /** Each change of the text is told, also when its seal is made anew. */
    private static void tampered(String text, String seal) {
        for (var change : List.of(
                List.of("\"state\":\"DECIDED\"", "\"state\":\"POSTPONED\""),
                List.of("\"kind\":\"ALLOCATION\"", "\"kind\":\"NON_ALLOCATION\""),
                List.of("\"quorumMembers\":3", "\"quorumMembers\":2"),
                List.of("\"participants\":4", "\"participants\":5"),
                List.of("\"opinion\":\"RANKED\"", "\"opinion\":\"NON_ALLOCATION\""),
                List.of("\\\"opinion\\\":\\\"RANKED\\\"", "\\\"opinion\\\":\\\"INADMISSIBLE\\\""),
                List.of("\"revision\":1", "\"revision\": 1"),
                List.of("\"conditionDays\":15,", ""))) {
            var changed = text.replaceFirst(
                    java.util.regex.Pattern.quote(change.get(0)),
                    java.util.regex.Matcher.quoteReplacement(change.get(1)));
            assertThat(changed).as(change.get(0)).isNotEqualTo(text);
            assertThat(Recount.of(changed, seal).good()).as(change.get(0)).isFalse();
        }
        assertThat(Recount.of(text, seal).good()).isTrue();
        assertThat(Recount.of(text.replaceFirst("\"seq\":2}", "\"seq\":3}"), "").good())
                .isFalse();
        // A ballot taken away together with its inscription.
        var cut = text.replaceFirst("\\{\"content\":\"[^}]*?\\\\\"kind\\\\\":\\\\\"CAST.*?\"seq\":2\\},", "");
        assertThat(cut).isNotEqualTo(text);
        assertThat(Recount.of(cut, "").good()).isFalse();
        assertThat(Recount.of("{}", "").good()).isFalse();
        assertThat(Recount.of("rien", "").good()).isFalse();
    }

    private long reminded(long session) {
        return jdbc.sql("select count(*) from outbox_message where case_kind = 'allocation-session' and case_id = ?"
                        + " and dedupe_key like '%:vote:%'")
                .param(session)
                .query(Long.class)
                .single();
    }
}
