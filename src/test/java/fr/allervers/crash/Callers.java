package fr.allervers.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;

/** Four people who call, with what they sent and whether they were told that it was kept. */
final class Callers {

    static final List<String> NAMES = List.of("caller1", "caller2", "caller3", "caller4");

    private static final Pattern KEY = Pattern.compile("name=\"_key\" value=\"([^\"]+)\"");

    final Queue<Call> answered = new ConcurrentLinkedQueue<>();
    final Queue<Call> unanswered = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();

    /** A call as sent by the page. */
    record Call(String caller, String path, Map<String, String> fields) {
        String key() {
            return fields.get("_key");
        }
    }

    /** The page that is told while there is no database. */
    static final class Away extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient HttpResponse<String> answer;

        private Away(HttpResponse<String> answer) {
            super("503");
            this.answer = answer;
        }

        HttpResponse<String> answer() {
            return answer;
        }
    }

    /** Takes the next household, calls it and sends what came of it. */
    void callOne(Node.Person person, String caller) throws IOException, InterruptedException, Away {
        var home = here(person.get("/mes-appels"));
        var page = here(person.post("/mes-appels/suivant", Map.of(), Node.tokenIn(home)));
        var found = KEY.matcher(page.body());
        assertThat(found.find()).as(page.statusCode() + " " + page.body()).isTrue();
        var fields = new HashMap<>(Map.of("_key", found.group(1)));
        fields.putAll(
                numbers.merge(caller, 1, Integer::sum) % 2 == 1
                        ? Map.of("_disposition", "NO_ANSWER")
                        : Map.of(
                                "_disposition", "REACHED",
                                "mood", "WELL",
                                "surrounded", "FAMILY",
                                "_computed", "GREEN",
                                "_grade", "GREEN"));
        var call = new Call(caller, page.uri().getPath(), fields);
        unanswered.add(call);
        var answer = here(person.post(call.path(), fields, Node.tokenIn(page)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.uri().getPath()).isEqualTo("/mes-appels");
        answered.add(call);
        unanswered.remove(call);
    }

    private static HttpResponse<String> here(HttpResponse<String> answer) throws Away {
        if (answer.statusCode() == 503) {
            throw new Away(answer);
        }
        return answer;
    }

    /** Sends again what nobody was told was kept, as its page does, and looks that each call counts once. */
    void settle(Node node, Ground ground) throws IOException, InterruptedException {
        for (var call : unanswered) {
            var again = node.signIn(call.caller()).post("/mes-appels", call.path(), call.fields());
            assertThat(again.statusCode()).as(again.body()).isIn(200, 409);
        }
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

    /** Calls whose count, engine case or inbox row disagree. */
    static long inconsistencies(Ground ground) {
        return ground.count("""
                        select count(*) from household_call c
                         where c.attempts <> (select count(*) from call_attempt a where a.call_id = c.id)
                        """) + ground.count("""
                        select count(*) from household_call c
                         where (c.state not in ('CLOSED', 'LISTED')) <> exists (select 1 from ACT_RU_EXECUTION e
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
