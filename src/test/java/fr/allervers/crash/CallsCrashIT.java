package fr.allervers.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Power cuts while four callers call. What the page said was kept is kept; what it could not say is sent again. */
class CallsCrashIT {

    private static final int KILLS = Integer.getInteger("kills", 1);
    private static final List<String> CALLERS = List.of("caller1", "caller2", "caller3", "caller4");
    private static final Pattern KEY = Pattern.compile("name=\"_key\" value=\"([^\"]+)\"");

    private final Queue<Call> answered = new ConcurrentLinkedQueue<>();
    private final Queue<Call> unanswered = new ConcurrentLinkedQueue<>();

    /** A call as sent by the page. */
    private record Call(String caller, String path, Map<String, String> fields) {
        String key() {
            return fields.get("_key");
        }
    }

    @Test
    void noCallIsLostNorCountedTwiceWhateverIsKilled() throws Exception {
        var ground = new Ground("crash_calls");
        try (var first = ground.start()) {
            ground.register();
            CALLERS.forEach(caller -> ground.person(caller, "CALLER"));
            ground.listedCampaign();
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> ground.count("select count(*) from household_call where state = 'LISTED'") == 0);
        }
        var random = new Random(20203);
        for (var kill = 0; kill < KILLS; kill++) {
            try (var node = ground.start()) {
                callUntilKilled(node, 1500 + random.nextInt(2000));
            }
            assertThat(inconsistencies(ground)).as("after a kill").isZero();
        }
        try (var last = ground.start()) {
            for (var call : unanswered) {
                var person = last.signIn(call.caller());
                var again = person.post("/mes-appels", call.path(), call.fields());
                assertThat(again.statusCode()).as(again.body()).isIn(200, 409);
            }
        }

        assertThat(answered).hasSizeGreaterThan(KILLS);
        for (var call : answered) {
            assertThat(ground.jdbc
                            .sql("select count(*) from call_attempt where submission = ?")
                            .param(call.key())
                            .query(Long.class)
                            .single())
                    .as("a call that the page said was kept")
                    .isOne();
        }
        assertThat(inconsistencies(ground)).isZero();
    }

    private void callUntilKilled(Node node, int millis) throws Exception {
        var killed = new AtomicBoolean();
        var pool = Executors.newFixedThreadPool(CALLERS.size());
        try {
            for (var caller : CALLERS) {
                var person = node.signIn(caller);
                pool.submit(() -> {
                    for (var number = 0; !killed.get(); number++) {
                        callOne(person, caller, number);
                    }
                    return null;
                });
            }
            // A machine that is busy with other things answers the first call late.
            var before = answered.size();
            await().atMost(Duration.ofMinutes(2)).until(() -> answered.size() > before + 1);
            TimeUnit.MILLISECONDS.sleep(millis);
            node.kill();
        } finally {
            killed.set(true);
            pool.shutdown();
            assertThat(pool.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        }
    }

    private void callOne(Node.Person person, String caller, int number) throws IOException, InterruptedException {
        var page = person.post("/mes-appels", "/mes-appels/suivant", Map.of());
        var found = KEY.matcher(page.body());
        assertThat(found.find()).as(page.body()).isTrue();
        var fields = new HashMap<>(Map.of("_key", found.group(1)));
        if (number % 2 == 0) {
            fields.putAll(Map.of("_disposition", "NO_ANSWER"));
        } else {
            fields.putAll(Map.of(
                    "_disposition",
                    "REACHED",
                    "mood",
                    "WELL",
                    "surrounded",
                    "FAMILY",
                    "_computed",
                    "GREEN",
                    "_grade",
                    "GREEN"));
        }
        var call = new Call(caller, page.uri().getPath(), fields);
        try {
            HttpResponse<String> answer = person.post(call.path(), call.path(), fields);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.uri().getPath()).isEqualTo("/mes-appels");
            answered.add(call);
        } catch (IOException e) {
            unanswered.add(call);
            throw e;
        }
    }

    /** Calls whose count, engine case or inbox row disagree. */
    private static long inconsistencies(Ground ground) {
        return ground.count("""
                        select count(*) from household_call c
                         where c.attempts <> (select count(*) from call_attempt a where a.call_id = c.id)
                        """) + ground.count("""
                        select count(*) from household_call c
                         where (c.state <> 'CLOSED') <> exists (select 1 from ACT_RU_EXECUTION e
                                where e.BUSINESS_KEY_ = c.id and e.PARENT_ID_ is null and e.PROC_DEF_KEY_ = 'household-call')
                        """) + ground.count("""
                        select count(*) from household_call c
                         where (c.state = 'TO_CALL') <> exists (select 1 from inbox_item i
                                where i.case_kind = 'household-call' and i.case_id = c.id and i.step = 'call-household')
                        """) + ground.count("""
                        select (select count(*) from ACT_RU_TASK) <> (select count(*) from inbox_item)
                        """);
    }
}
