package fr.allervers.bench;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.dev.DemoSignIn;
import fr.allervers.outreach.followup.FollowUpOrder;
import fr.allervers.outreach.followup.SocialFollowUps;
import fr.allervers.staff.Role;
import fr.allervers.testing.People;
import fr.allervers.testing.TestDatabase;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Cases;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * « Terminer et suivante » as a browser does it: the form is posted, checked, the case moved on, and the page with the next
 * task comes back. Peer: the engine's own claim, complete and task query in this process, without any page.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("test")
@ContextConfiguration(initializers = TestDatabase.class)
@Import({DemoSignIn.class, People.class})
class InboxCompleteNextBenchmark {

    private static final int A_ROUND = 60;
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern NEXT = Pattern.compile("/a-faire/([\\w-]+)/terminer");

    @Autowired
    SocialFollowUps followUps;

    @Autowired
    Cases cases;

    @Autowired
    TaskService tasks;

    @Autowired
    RepositoryService repository;

    @Autowired
    People people;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    DataSource database;

    @LocalServerPort
    int port;

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    @Test
    void theNextTaskAfterOneIsDone() throws Exception {
        var bench =
                Bench.time("inbox-complete-next", "complete a task and see the next one over HTTP, p95", "ms", 100_000);
        background(bench.size());
        var rounds = Integer.getInteger("bench.rounds", 5) + 1;
        open(A_ROUND * rounds + 1);
        var advisor = people.somebody(Role.SOCIAL_ADVISOR);
        signIn(advisor.username());
        bench.side("ours", this::ours)
                .side("peer", this::peer)
                .note(
                        "The peer makes no page, checks no form and keeps no case; both complete among the same open tasks.")
                .run(database);
    }

    private double ours() throws Exception {
        var page = get("/a-faire?type=social-follow-up&tache=" + firstTask());
        var figures = new double[A_ROUND];
        for (var turn = 0; turn < A_ROUND; turn++) {
            var task = found(NEXT, page);
            var form = "_csrf=" + found(TOKEN, page) + "&outcome=END&endReason=BETTER&_retour=type%3Dsocial-follow-up";
            var start = System.nanoTime();
            page = post("/a-faire/" + task + "/terminer", form);
            figures[turn] = (System.nanoTime() - start) / 1e6;
            assertThat(found(NEXT, page)).as("the next task").isNotEqualTo(task);
        }
        return Bench.p95(figures);
    }

    private double peer() {
        transaction.executeWithoutResult(status -> {
            for (var number = 0; number <= A_ROUND; number++) {
                cases.start(new CaseRef("bench-peer", 1_000_000_000L + number), Map.of());
            }
        });
        var figures = new double[A_ROUND];
        var task = nextOfPeer();
        for (var turn = 0; turn < A_ROUND; turn++) {
            var start = System.nanoTime();
            tasks.claim(task, "peer");
            tasks.complete(task);
            task = nextOfPeer();
            figures[turn] = (System.nanoTime() - start) / 1e6;
        }
        return Bench.p95(figures);
    }

    private String nextOfPeer() {
        return tasks.createTaskQuery()
                .taskCandidateGroup("social-advisor")
                .processDefinitionKey("bench-peer")
                .orderByDueDate()
                .asc()
                .listPage(0, 20)
                .get(0)
                .getId();
    }

    private void background(int count) {
        var kinds = List.of("bench-peer", "bench-other");
        for (var kind : kinds) {
            repository
                    .createDeployment()
                    .addModelInstance(
                            kind + ".bpmn",
                            Bpmn.createExecutableProcess(kind)
                                    .camundaHistoryTimeToLiveString("P1D")
                                    .startEvent()
                                    .userTask("act")
                                    .name("Agir")
                                    .camundaCandidateGroups("social-advisor")
                                    .camundaDueDate("2026-10-25T10:00:00")
                                    .endEvent()
                                    .done())
                    .deploy();
        }
        transaction.executeWithoutResult(status -> cases.start(new CaseRef("bench-other", 0), Map.of("agency", 1L)));
        var task = jdbc.queryForObject(
                "select task_id from inbox_item where case_kind = 'bench-other' and case_id = 0", String.class);
        new ManyTasks(jdbc, task, kinds).copy(count);
    }

    private void open(int count) {
        jdbc.update("insert into agency (code, name) values ('BENCH', 'Agence')");
        var agency = jdbc.queryForObject("select id from agency where code = 'BENCH'", Long.class);
        jdbc.update(
                "insert into household (code, name, agency_id) select concat('BENCH', seq), concat('Foyer ', seq), ? from seq_1_to_"
                        + count,
                agency);
        for (var household : jdbc.queryForList("select id from household where code like 'BENCH%'", Long.class)) {
            transaction.executeWithoutResult(
                    status -> followUps.open(new FollowUpOrder(household, null, null, agency)));
        }
    }

    private String firstTask() {
        return jdbc.queryForObject(
                "select task_id from inbox_item where case_kind = 'social-follow-up' and queue = 'g:social-advisor' order by due_at, task_id limit 1",
                String.class);
    }

    private void signIn(String username) throws Exception {
        post("/connexion", "username=" + username + "&password=demo&_csrf=" + found(TOKEN, get("/connexion")));
    }

    private String get(String path) throws Exception {
        return sent(HttpRequest.newBuilder(address(path)));
    }

    private String post(String path, String form) throws Exception {
        return sent(HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private String sent(HttpRequest.Builder request) throws Exception {
        var answer = browser.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static String found(Pattern pattern, String page) {
        var matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(pattern + " in " + page).isTrue();
        return matcher.group(1);
    }
}
