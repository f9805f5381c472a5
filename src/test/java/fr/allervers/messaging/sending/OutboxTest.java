package fr.allervers.messaging.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.allervers.messaging.Channel;
import fr.allervers.messaging.HouseholdMessages;
import fr.allervers.messaging.MessageState;
import fr.allervers.messaging.Oppositions;
import fr.allervers.messaging.Outbox;
import fr.allervers.messaging.Outgoing;
import fr.allervers.messaging.gateway.Answer;
import fr.allervers.messaging.gateway.Answer.Verdict;
import fr.allervers.messaging.sending.Results.Result;
import fr.allervers.staff.Role;
import fr.allervers.tenancy.Households;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.testing.SmsCentre;
import fr.allervers.testing.Tenants;
import fr.allervers.testing.Tenants.Tenant;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Timeline;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class OutboxTest {

    @Autowired
    Outbox outbox;

    @Autowired
    HouseholdMessages householdMessages;

    @Autowired
    Households households;

    @Autowired
    OutboxSweep sweep;

    @Autowired
    Dispatch dispatch;

    @Autowired
    Results results;

    @Autowired
    ReceiptStore receipts;

    @Autowired
    Oppositions oppositions;

    @Autowired
    SmsCentre centre;

    @Autowired
    Tenants tenants;

    @Autowired
    People people;

    @Autowired
    Timeline timeline;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    MockMvc mvc;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private static CaseRef caseOf(Tenant tenant) {
        return new CaseRef("household-call", tenant.householdId());
    }

    private boolean put(Tenant tenant, String key) {
        return Boolean.TRUE.equals(transaction.execute(status -> outbox.put(Outgoing.to(
                tenant.householdId(), key, caseOf(tenant), Channel.SMS, tenant.mobile(), null, "Bonjour"))));
    }

    private int count(java.util.function.IntSupplier act) {
        Integer count = transaction.execute(status -> act.getAsInt());
        return count == null ? 0 : count;
    }

    private long id(String key) {
        return jdbc.sql("select id from outbox_message where dedupe_key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }

    private MessageState state(String key) {
        return MessageState.valueOf(jdbc.sql("select state from outbox_message where dedupe_key = ?")
                .param(key)
                .query(String.class)
                .single());
    }

    private Optional<Channel> write(Tenant tenant, String key) {
        return Optional.ofNullable(transaction.execute(status -> householdMessages
                .write(
                        key,
                        caseOf(tenant),
                        households.require(tenant.householdId()),
                        HouseholdMessages.TRIED_TO_CALL,
                        Map.of())
                .orElse(null)));
    }

    @Test
    void aMessageLeavesOnceAndItsTimelineShowsTheProof() {
        var tenant = tenants.tenant();
        put(tenant, "once " + tenant.mobile());
        sweep.sweep();
        sweep.sweep();
        assertThat(centre.to(tenant.mobile())).singleElement().satisfies(received -> {
            assertThat(received.text()).isEqualTo("Bonjour");
            assertThat(received.reference()).isEqualTo("allervers-" + id("once " + tenant.mobile()));
        });
        assertThat(state("once " + tenant.mobile())).isEqualTo(MessageState.SENT);
        assertThat(timeline.ofCase(caseOf(tenant), false)).singleElement().satisfies(entry -> assertThat(entry.what())
                .contains(tenant.mobile()));
    }

    @Test
    void theSameKeyIsOneMessageWhateverTheNumberOfThreads() throws Exception {
        var tenant = tenants.tenant();
        var results = together(4, () -> put(tenant, "same " + tenant.mobile()));
        assertThat(results).containsExactlyInAnyOrder(true, false, false, false);
        sweep.sweep();
        assertThat(centre.to(tenant.mobile())).hasSize(1);
    }

    @Test
    void aMessageIsLostWithTheTransactionThatCausesIt() {
        var tenant = tenants.tenant();
        transaction.executeWithoutResult(status -> {
            outbox.put(Outgoing.to(
                    tenant.householdId(),
                    "lost " + tenant.mobile(),
                    caseOf(tenant),
                    Channel.SMS,
                    tenant.mobile(),
                    null,
                    "Bonjour"));
            status.setRollbackOnly();
        });
        sweep.sweep();
        assertThat(centre.to(tenant.mobile())).isEmpty();
    }

    @Test
    void twoWorkersNeverSendOneMessageTwice() throws Exception {
        var all = IntStream.range(0, 40).mapToObj(n -> tenants.tenant()).toList();
        all.forEach(tenant -> put(tenant, "workers " + tenant.mobile()));
        together(3, () -> sweep.sweep());
        assertThat(all)
                .allSatisfy(tenant -> assertThat(centre.to(tenant.mobile())).hasSize(1))
                .allSatisfy(tenant ->
                        assertThat(state("workers " + tenant.mobile())).isEqualTo(MessageState.SENT));
    }

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
    void aHouseholdWithAMobileGetsAnSmsInItsLanguage() {
        var tenant = tenants.tenant();
        jdbc.sql("update household set language = 'en' where id = ?")
                .param(tenant.householdId())
                .update();
        assertThat(write(tenant, "english " + tenant.mobile())).contains(Channel.SMS);
        assertThat(write(tenant, "english " + tenant.mobile())).isEmpty();
        sweep.sweep();
        assertThat(centre.to(tenant.mobile())).singleElement().satisfies(sms -> assertThat(sms.text())
                .startsWith("Hello, your landlord (Agence ")
                .endsWith("you can reach us: 01 99 00 10 10."));
    }

    @Test
    void aHouseholdWithoutLivingMobileGetsALetterThatIsPrintedOnce() throws Exception {
        var tenant = tenants.tenant();
        jdbc.sql("update phone set dead = true where occupant_id = ?")
                .param(tenant.occupantId())
                .update();
        var key = "letter " + tenant.mobile();
        assertThat(write(tenant, key)).contains(Channel.LETTER);
        sweep.sweep();
        assertThat(state(key)).isEqualTo(MessageState.QUEUED);

        var supervisor = People.as(people.somebodyOf(tenant.agencyId(), Role.SUPERVISOR));
        mvc.perform(get("/messages/sortants").with(supervisor))
                .andExpect(content().string(containsString("1 lettre à imprimer")));
        var pdf = mvc.perform(get("/messages/sortants/lettres.pdf")
                        .param("lettre", Long.toString(id(key)))
                        .with(supervisor))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            "Mme Lucette Garnier",
                            "12 rue des Lilas",
                            "26000 Commune",
                            "01 99 00 10 10",
                            "24 nov. 2026");
        }
        for (var expected : List.of(1, 0)) {
            mvc.perform(post("/messages/sortants/lettres/imprimees")
                            .param("lettre", Long.toString(id(key)))
                            .with(supervisor)
                            .with(csrf()))
                    .andExpect(status().is3xxRedirection())
                    .andExpect(flash().attribute("printed", expected));
        }
        assertThat(state(key)).isEqualTo(MessageState.PRINTED);
    }

    @Test
    void manyArePutInAtOnceAndThoseThatAreThereAreLeftAsTheyAre() {
        var tenant = tenants.tenant();
        put(tenant, "many 1 " + tenant.mobile());
        var all = IntStream.rangeClosed(1, 1_201)
                .mapToObj(n -> Outgoing.to(
                        tenant.householdId(),
                        "many " + n + " " + tenant.mobile(),
                        caseOf(tenant),
                        Channel.LETTER,
                        "12 rue des Lilas",
                        "Objet",
                        "Texte " + n))
                .toList();
        assertThat(count(() -> outbox.putAll(all))).isEqualTo(1_200);
        assertThat(count(() -> outbox.putAll(all))).isZero();
        assertThat(jdbc.sql("select body from outbox_message where id = ?")
                        .param(id("many 1 " + tenant.mobile()))
                        .query(String.class)
                        .single())
                .isEqualTo("Bonjour");
        assertThat(count(() -> outbox.cancel(caseOf(tenant)))).isEqualTo(1_201);
        sweep.sweep();
        assertThat(centre.to(tenant.mobile())).isEmpty();
        assertThat(state("many 1 " + tenant.mobile())).isEqualTo(MessageState.CANCELLED);
    }

    @Test
    void whoeverRefusesNewsMeanwhileIsNotWrittenToButStillToldOfWhatIsNeeded() {
        var tenant = tenants.tenant();
        var news = "news " + tenant.mobile();
        transaction.executeWithoutResult(status -> outbox.put(new Outgoing(
                news,
                caseOf(tenant),
                tenant.householdId(),
                null,
                Channel.SMS,
                tenant.mobile(),
                null,
                "Fête",
                null,
                true,
                null)));
        put(tenant, "needed " + tenant.mobile());
        oppositions.record(Channel.SMS, tenant.mobile(), Oppositions.Scope.INFORMATIVE, Oppositions.Source.STAFF);
        sweep.sweep();
        assertThat(state(news)).isEqualTo(MessageState.CANCELLED);
        assertThat(centre.to(tenant.mobile())).singleElement().satisfies(sms -> assertThat(sms.text())
                .isEqualTo("Bonjour"));
    }

    @Test
    void aMessageWaitsForItsMoment() {
        var tenant = tenants.tenant();
        var key = "later " + tenant.mobile();
        transaction.executeWithoutResult(status -> outbox.put(new Outgoing(
                key,
                caseOf(tenant),
                tenant.householdId(),
                null,
                Channel.SMS,
                tenant.mobile(),
                null,
                "Demain",
                null,
                false,
                clock.instant().plus(Duration.ofHours(1)))));
        clock.advance(Duration.ofHours(1).minusMillis(1));
        sweep.sweep();
        assertThat(state(key)).isEqualTo(MessageState.QUEUED);
        clock.advance(Duration.ofMillis(1));
        sweep.sweep();
        assertThat(state(key)).isEqualTo(MessageState.SENT);
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

    @Test
    void anotherAgencysMessagesAreNotShown() throws Exception {
        var tenant = tenants.tenant();
        put(tenant, "rights " + tenant.mobile());
        mvc.perform(get("/messages/sortants").with(People.as(people.somebodyOf(tenants.agency(), Role.SUPERVISOR))))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString(tenant.mobile()))));
        mvc.perform(get("/messages/sortants").with(People.as(people.somebodyOf(tenant.agencyId(), Role.SUPERVISOR))))
                .andExpect(content().string(containsString(tenant.mobile())));
        for (var role : Role.values()) {
            if (role != Role.SUPERVISOR && role != Role.DIRECTOR) {
                mvc.perform(get("/messages/sortants").with(People.as(people.somebodyOf(tenant.agencyId(), role))))
                        .andExpect(status().isForbidden());
            }
        }
    }

    /** Takes messages as a worker does, until this one is in our hands; the others are sent. */
    private Claimed sweepUntilClaimed(String key) {
        while (true) {
            var claimed = dispatch.claim(Channel.SMS, 1).messages().get(0);
            if (claimed.id() == id(key)) {
                return claimed;
            }
            results.write(List.of(new Result(claimed, centre.send(claimed.parcel()))));
        }
    }

    private static <T> List<T> together(int threads, Callable<T> act) throws Exception {
        var pool = Executors.newFixedThreadPool(threads);
        var start = new CountDownLatch(1);
        try {
            var running = IntStream.range(0, threads)
                    .mapToObj(n -> pool.submit(() -> {
                        start.await();
                        return act.call();
                    }))
                    .toList();
            start.countDown();
            var results = new java.util.ArrayList<T>();
            for (var one : running) {
                results.add(one.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
