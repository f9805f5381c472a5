package fr.allervers.operations;

import static fr.allervers.testing.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.allervers.staff.Role;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Cases;
import fr.allervers.workflow.FailedJobs;
import fr.allervers.workflow.FailedJobs.FailedJob;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class OperationsTest {

    private static final CaseRef CASE = new CaseRef("operations-test", 77);

    @Autowired
    Operations operations;

    @Autowired
    StateMetrics metrics;

    @Autowired
    MeterRegistry meters;

    @Autowired
    Nodes nodes;

    @Autowired
    FailedJobs failedJobs;

    @Autowired
    Cases cases;

    @Autowired
    RepositoryService repository;

    @Autowired
    ManagementService management;

    @Autowired
    People people;

    @Autowired
    MovableClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    private String deployment;

    @AfterEach
    void cleanUp() {
        people.signOut();
        clock.reset();
        if (deployment != null) {
            repository.deleteDeployment(deployment, true);
        }
        jdbc.sql("delete from node_heartbeat").update();
    }

    /** A case whose step asks for a bean that does not exist, until the engine gives it up. */
    private Job givenUp() {
        deployment = repository
                .createDeployment()
                .addModelInstance(
                        "operations-test.bpmn",
                        Bpmn.createExecutableProcess(CASE.kind())
                                .camundaHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .serviceTask("write")
                                .name("Écrire au locataire")
                                .camundaAsyncBefore()
                                .camundaExpression("${nobody.writes()}")
                                .endEvent()
                                .done())
                .deploy()
                .getId();
        transaction.executeWithoutResult(status -> cases.start(CASE, Map.of()));
        var job = job();
        assertThatThrownBy(() -> management.executeJob(job.getId())).isInstanceOf(RuntimeException.class);
        management.setJobRetries(job.getId(), 0);
        return job;
    }

    private double givenUpAsAlarmsSeeIt() {
        metrics.look();
        return meters.get("allervers.jobs.failed").gauge().value();
    }

    private Job job() {
        return management.createJobQuery().processDefinitionKey(CASE.kind()).singleResult();
    }

    private Optional<FailedJob> shown() {
        return operations.view().jobs().stream()
                .filter(one -> CASE.equals(one.of()))
                .findFirst();
    }

    @Test
    void aStepGivenUpIsShownWithItsCauseAndTakenUpAgain() {
        var before = givenUpAsAlarmsSeeIt();
        var job = givenUp();
        assertThat(givenUpAsAlarmsSeeIt()).isEqualTo(before + 1);
        people.signIn(people.somebody(Role.ADMINISTRATOR));
        assertThat(shown()).hasValueSatisfying(failed -> {
            assertThat(failed.step()).isEqualTo("Écrire au locataire");
            assertThat(failed.problem()).contains("nobody");
        });

        operations.retry(job.getId());
        assertThat(shown()).isEmpty();
        assertThat(job().getRetries()).isEqualTo(3);
        assertThat(givenUpAsAlarmsSeeIt()).isEqualTo(before);
        // A page that is out of date takes nothing up twice.
        management.setJobRetries(job.getId(), 1);
        operations.retry(job.getId());
        assertThat(job().getRetries()).isEqualTo(1);
    }

    @Test
    void aNodeThatIsSilentForAMinuteIsToldApartAndOneThatLeavesIsForgotten() {
        people.signIn(people.somebody(Role.ADMINISTRATOR));
        nodes.beat();
        nodes.beat();
        clock.advance(Nodes.SILENT_AFTER);
        assertThat(operations.view().nodes()).singleElement().satisfies(node -> {
            assertThat(node.silent()).isFalse();
            assertThat(node.self()).isTrue();
        });
        clock.advance(Duration.ofMillis(1));
        assertThat(operations.view().nodes()).singleElement().satisfies(node -> assertThat(node.silent())
                .isTrue());
        nodes.leave();
        assertThat(operations.view().nodes()).isEmpty();
    }

    @Test
    void theInboxIsComparedOnDemandAndMended() {
        people.signIn(people.somebody(Role.ADMINISTRATOR));
        operations.reconcileInbox();
        assertThat(operations.reconcileInbox().none()).isTrue();
        assertThat(operations.view().inbox()).isNotNull();
        jdbc.sql("""
                insert into inbox_item (task_id, case_kind, case_id, step, act, queue, candidate_group, title, title_folded, subtitle, priority, due_at, opened_at)
                values ('operations-ghost', 'operations-test', 1, 'x', 'x', 'g:x', 'x', 'x', ' x', 'x', 0, now(3), now(3))
                """).update();
        assertThat(operations.reconcileInbox().ghosts()).containsExactly("operations-ghost");
        assertThat(operations.reconcileInbox().none()).isTrue();
    }

    @Test
    void itIsForAdministratorsOnly() {
        people.signIn(people.somebody(Role.SUPERVISOR, Role.DIRECTOR));
        assertThatThrownBy(operations::view).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> operations.retry("1")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(operations::retryAll).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(operations::reconcileInbox).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void thePageShowsWhatStandsStill() throws Exception {
        givenUp();
        var administrator = people.somebody(Role.ADMINISTRATOR);
        mvc.perform(get("/exploitation").with(as(administrator)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Écrire au locataire")));
        mvc.perform(post("/exploitation/travaux/" + job().getId() + "/reprendre")
                        .with(as(administrator))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(job().getRetries()).isEqualTo(3);
    }
}
