package fr.allervers.workflow;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The landlord's decision tables (DMN). */
@Component
public class Decisions {

    private final DecisionService decisions;
    private final RepositoryService repository;

    Decisions(DecisionService decisions, RepositoryService repository) {
        this.decisions = decisions;
        this.repository = repository;
    }

    /**
     * Evaluates a table whose hit policy yields one rule.
     *
     * @param decision the decision's id, for example "call-grade"
     * @return the outputs by name
     * @throws IllegalStateException when no rule matches: a table must have a last rule for all the rest
     */
    public Map<String, Object> evaluate(String decision, Map<String, Object> inputs) {
        DmnDecisionResult result =
                decisions.evaluateDecisionByKey(decision).variables(inputs).evaluate();
        if (result.getSingleResult() == null) {
            throw new IllegalStateException("No rule of " + decision + " matches");
        }
        return result.getSingleResult().getEntryMap();
    }

    /** The version tag of the table that {@link #evaluate} uses now: kept with a case, it says by which rules the case was begun. */
    public @Nullable String version(String decision) {
        return repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decision)
                .latestVersion()
                .singleResult()
                .getVersionTag();
    }

    /** The outputs of every rule that matches, strongest first where the table orders them. */
    public List<Map<String, Object>> evaluateAll(String decision, Map<String, Object> inputs) {
        return decisions
                .evaluateDecisionByKey(decision)
                .variables(inputs)
                .evaluate()
                .getResultList();
    }
}
