package fr.allervers.workflow;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The life of cases in the engine. Every act joins the caller's transaction: what the module wrote and where the case
 * stands are kept or lost together.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Cases {

    private final RuntimeService runtime;
    private final ProcessEngineConfigurationImpl engine;
    private final Actor actor;
    private final ApplicationEventPublisher events;

    Cases(
            RuntimeService runtime,
            ProcessEngineConfigurationImpl engine,
            Actor actor,
            ApplicationEventPublisher events) {
        this.runtime = runtime;
        this.engine = engine;
        this.actor = actor;
        this.events = events;
    }

    /** Starts the case's process. The caller sees to it that a case starts once: by the state of its own row. */
    public void start(CaseRef of, Map<String, Object> variables) {
        actor.run(() -> runtime.startProcessInstanceByKey(of.kind(), of.businessKey(), variables));
    }

    /**
     * Starts many cases of one kind without variables, in one command of the engine: it looks the process up once and
     * writes all rows of a table in one batch. {@link CasesStarting} is published first.
     */
    public void startAll(String kind, Collection<Long> ids) {
        events.publishEvent(new CasesStarting(kind, List.copyOf(ids)));
        actor.run(() -> engine.getCommandExecutorTxRequired().execute(context -> {
            var process = engine.getDeploymentCache().findDeployedLatestProcessDefinitionByKey(kind);
            ids.forEach(id -> runtime.startProcessInstanceById(process.getId(), Long.toString(id)));
            return ids.size();
        }));
    }

    /** Starts the case at the message start event named. */
    public void startByMessage(String message, CaseRef of, Map<String, Object> variables) {
        actor.run(() -> runtime.startProcessInstanceByMessage(message, of.businessKey(), variables));
    }

    /** Gives the message to the case if it waits for it, and says whether it did. */
    public boolean correlate(String message, CaseRef of) {
        return actor.call(() -> {
            var waiting = runtime.createExecutionQuery()
                    .messageEventSubscriptionName(message)
                    .processDefinitionKey(of.kind())
                    .processInstanceBusinessKey(of.businessKey())
                    .listPage(0, 1);
            waiting.stream().forEach(execution -> runtime.messageEventReceived(message, execution.getId()));
            return !waiting.isEmpty();
        });
    }

    /** Which of these cases still run in the engine. */
    public List<Long> running(String kind, Collection<Long> ids) {
        return ids.stream()
                .filter(id -> runtime.createProcessInstanceQuery()
                                .processDefinitionKey(kind)
                                .processInstanceBusinessKey(Long.toString(id))
                                .count()
                        > 0)
                .toList();
    }
}
