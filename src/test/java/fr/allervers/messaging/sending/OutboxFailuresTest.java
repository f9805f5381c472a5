package fr.allervers.messaging.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.allervers.messaging.Channel;
import fr.allervers.messaging.MessageState;
import fr.allervers.messaging.gateway.Answer;
import fr.allervers.messaging.gateway.Answer.Verdict;
import fr.allervers.messaging.sending.Results.Result;
import fr.allervers.staff.Role;
import fr.allervers.testing.People;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Crashes, refusals, silence and busy centres: no message leaves twice, and none is lost unseen. */
class OutboxFailuresTest extends AbstractOutboxTest {

    @Test
    void afterACrashWhileSendingNobodyKnowsAndNothingIsSentAgain() {
        var tenant = tenants.tenant();
        var key = "crash " + tenant.mobile();
        put(tenant, key);
        sweepUntilClaimed(key);
        clock.advance(Dispatch.ANSWER_EXPECTED_WITHIN);
        sweep.sweep();
        assertThat(state(key)).isEqualTo(MessageState.SENDING);
        clock.advance(Duration.ofMillis(1));
        sweep.sweep();
        assertThat(state(key)).isEqualTo(MessageState.UNKNOWN);
        clock.advance(Duration.ofDays(3));
        sweep.sweep();
        assertThat(centre.to(tenant.mobile())).isEmpty();
    }

    @Test
    void aLateAnswerCountsForItsOwnAttemptOnly() {
        var tenant = tenants.tenant();
        var key = "late " + tenant.mobile();
        put(tenant, key);
        var first = sweepUntilClaimed(key);
        clock.advance(Dispatch.ANSWER_EXPECTED_WITHIN.plusSeconds(1));
        sweep.sweep();
        jdbc.sql("update outbox_message set state = 'QUEUED' where id = ?")
                .param(first.id())
                .update();
        var second = sweepUntilClaimed(key);
        results.write(List.of(new Result(first, Answer.of(Verdict.REFUSED, "trop tard"))));
        assertThat(state(key)).isEqualTo(MessageState.SENDING);
        results.write(List.of(new Result(second, Answer.accepted(List.of()))));
        assertThat(state(key)).isEqualTo(MessageState.SENT);
    }

    @Test
    void aTimeOutIsUnknownAndASupervisorDecides() throws Exception {
        var tenant = tenants.tenant();
        var key = "timeout " + tenant.mobile();
        centre.answer(tenant.mobile(), received -> {
            throw new IllegalStateException("Read timed out");
        });
        put(tenant, key);
        sweep.sweep();
        clock.advance(Duration.ofDays(1));
        sweep.sweep();
        assertThat(centre.to(tenant.mobile())).hasSize(1);
        assertThat(state(key)).isEqualTo(MessageState.UNKNOWN);

        var elsewhere = People.as(people.somebodyOf(tenants.agency(), Role.SUPERVISOR));
        mvc.perform(post("/messages/sortants/" + id(key) + "/renvoyer")
                        .with(elsewhere)
                        .with(csrf()))
                .andExpect(status().isNotFound());
        var supervisor = People.as(people.somebodyOf(tenant.agencyId(), Role.SUPERVISOR));
        mvc.perform(get("/messages/sortants").param("etat", "UNKNOWN").with(supervisor))
                .andExpect(content().string(containsString("peut-être parti")));
        centre.answer(tenant.mobile(), received -> Answer.accepted(List.of()));
        mvc.perform(post("/messages/sortants/" + id(key) + "/renvoyer")
                        .with(supervisor)
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(post("/messages/sortants/" + id(key) + "/renvoyer")
                        .with(supervisor)
                        .with(csrf()))
                .andExpect(status().isConflict());
        sweep.sweep();
        assertThat(centre.to(tenant.mobile())).hasSize(2);
        assertThat(state(key)).isEqualTo(MessageState.SENT);
    }

    @Test
    void aBusyCentreIsTriedAgainAfterAMinuteTenMinutesAnHourThenGivenUp() {
        var tenant = tenants.tenant();
        var key = "busy " + tenant.mobile();
        centre.answer(tenant.mobile(), received -> Answer.of(Verdict.TRY_LATER, "Occupé"));
        put(tenant, key);
        sweep.sweep();
        var tries = 1;
        for (var pause : List.of(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1))) {
            clock.advance(pause.minusMillis(1));
            sweep.sweep();
            assertThat(centre.to(tenant.mobile())).hasSize(tries);
            clock.advance(Duration.ofMillis(1));
            sweep.sweep();
            assertThat(centre.to(tenant.mobile())).hasSize(++tries);
        }
        assertThat(state(key)).isEqualTo(MessageState.FAILED);
    }

    @Test
    void aRefusalIsFinal() {
        var tenant = tenants.tenant();
        centre.answer(tenant.mobile(), received -> Answer.of(Verdict.REFUSED, "x".repeat(400)));
        put(tenant, "refused " + tenant.mobile());
        sweep.sweep();
        assertThat(state("refused " + tenant.mobile())).isEqualTo(MessageState.FAILED);
    }

    @Test
    void aNumberThatNobodyHasIsMarkedDead() {
        var tenant = tenants.tenant();
        centre.answer(tenant.mobile(), received -> Answer.noSuchNumber("Numéro non attribué"));
        put(tenant, "dead " + tenant.mobile());
        sweep.sweep();
        assertThat(state("dead " + tenant.mobile())).isEqualTo(MessageState.FAILED);
        assertThat(households.require(tenant.householdId()).occupants())
                .flatExtracting(occupant -> occupant.phones())
                .anySatisfy(phone -> assertThat(phone.dead()).isTrue());
    }

    /** Takes messages as a worker does, until this one is in our hands; the others are sent. */
    private Claimed sweepUntilClaimed(String key) {
        while (true) {
            var claimed = dispatch.claim(Channel.SMS, 1, Dispatch.Place.START)
                    .messages()
                    .get(0);
            if (claimed.id() == id(key)) {
                return claimed;
            }
            results.write(List.of(new Result(claimed, centre.send(claimed.parcel()))));
        }
    }
}
