package fr.allervers.workflow;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
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
        return single(
                decisions.evaluateDecisionByKey(decision).variables(inputs).evaluate(), decision);
    }

    /**
     * The table under this version tag, whatever came after it: landlords date their rules and say from when which version is good.
     *
     * @throws IllegalStateException when no table has this tag
     */
    public Table table(String decision, String versionTag) {
        return tagged(decision, versionTag).stream()
                .max(Comparator.comparingInt(DecisionDefinition::getVersion))
                .map(found -> new Table(found.getId(), versionTag))
                .orElseThrow(
                        () -> new IllegalStateException("No table " + decision + " has the version tag " + versionTag));
    }

    /** Whether there is a table with this version tag. */
    public boolean has(String decision, String versionTag) {
        return !tagged(decision, versionTag).isEmpty();
    }

    private List<DecisionDefinition> tagged(String decision, String versionTag) {
        return repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(decision)
                .versionTag(versionTag)
                .list();
    }

    /** A table of one version, looked up once and asked many times. */
    public final class Table {

        private final String id;
        private final String versionTag;

        private Table(String id, String versionTag) {
            this.id = id;
            this.versionTag = versionTag;
        }

        /** The outputs by name; see {@link Decisions#evaluate}. */
        public Map<String, Object> evaluate(Map<String, Object> inputs) {
            return single(decisions.evaluateDecisionById(id).variables(inputs).evaluate(), id);
        }

        public String versionTag() {
            return versionTag;
        }
    }

    private static Map<String, Object> single(DmnDecisionResult result, String decision) {
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
