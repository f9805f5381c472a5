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
        var definition = instance(of)
                .map(ProcessInstance::getProcessDefinitionId)
                .orElseGet(() -> repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(of.kind())
                        .latestVersion()
                        .singleResult()
                        .getId());
        try (var model = repository.getProcessModel(definition)) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
