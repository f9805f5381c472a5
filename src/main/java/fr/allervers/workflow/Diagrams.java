package fr.allervers.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** The processes as pictures and where a case stands on them. */
@Component
public class Diagrams {

    private final RepositoryService repository;
    private final RuntimeService runtime;

    Diagrams(RepositoryService repository, RuntimeService runtime) {
        this.repository = repository;
        this.runtime = runtime;
    }

    /** The BPMN of the version that the case began with, or of the newest when it has ended. */
    public String xml(CaseRef of) {
        return model(instance(of).map(ProcessInstance::getProcessDefinitionId).orElseGet(() -> newest(of.kind())));
    }

    /** Where the case stands: element ids with their names; empty when it has ended. */
    public List<Step> activeSteps(CaseRef of) {
        return instance(of)
                .map(instance -> {
                    Set<String> ids = new LinkedHashSet<>();
                    leaves(runtime.getActivityInstance(instance.getId()), ids);
                    var model = repository.getBpmnModelInstance(instance.getProcessDefinitionId());
                    return ids.stream()
                            .map(id -> new Step(
                                    id, model.getModelElementById(id) instanceof FlowNode node ? node.getName() : id))
                            .toList();
                })
                .orElse(List.of());
    }

    /** The newest version of a process as a picture. */
    public String xml(String kind) {
        return model(newest(kind));
    }

    /** The user tasks of a process's newest version, in the order of the file. */
    public List<Step> userTasks(String kind) {
        return repository.getBpmnModelInstance(newest(kind)).getModelElementsByType(UserTask.class).stream()
                .map(task -> new Step(task.getId(), task.getName()))
                .toList();
    }

    private String newest(String kind) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(kind)
                .latestVersion()
                .singleResult()
                .getId();
    }

    private String model(String definition) {
        try (var model = repository.getProcessModel(definition)) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A step of a diagram. */
    public record Step(String id, String name) {}

    private Optional<ProcessInstance> instance(CaseRef of) {
        return Optional.ofNullable(runtime.createProcessInstanceQuery()
                .processDefinitionKey(of.kind())
                .processInstanceBusinessKey(of.businessKey())
                .singleResult());
    }

    private static void leaves(ActivityInstance at, Set<String> into) {
        for (var child : at.getChildActivityInstances()) {
            leaves(child, into);
        }
        if (at.getChildActivityInstances().length == 0 && at.getParentActivityInstanceId() != null) {
            into.add(at.getActivityId());
        }
    }
}
