package fr.allervers.workflow;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Steps that the engine tried again and again and gave up: their cases stand still until somebody lets them try once more. */
@Component
@Transactional(readOnly = true)
public class FailedJobs {

    private static final int TRIES = 3;

    private final ManagementService management;
    private final RuntimeService runtime;
    private final RepositoryService repository;

    FailedJobs(ManagementService management, RuntimeService runtime, RepositoryService repository) {
        this.management = management;
        this.runtime = runtime;
        this.repository = repository;
    }

    /**
     * A step that is given up.
     *
     * @param of its case; none for the engine's own work
     * @param step as the diagram names it
     * @param problem what the last try said
     */
    public record FailedJob(
            String id,
            @Nullable CaseRef of,
            @Nullable String step,
            @Nullable String problem,
            @Nullable Instant since) {}

    public long count() {
        return query().count();
    }

    /** The oldest of them. */
    public List<FailedJob> first(int limit) {
        var jobs = query().orderByJobId().asc().listPage(0, limit);
        var cases = cases(jobs);
        return jobs.stream()
                .map(job -> new FailedJob(
                        job.getId(),
                        cases.get(job.getProcessInstanceId()),
                        step(job),
                        job.getExceptionMessage(),
                        job.getCreateTime() == null ? null : job.getCreateTime().toInstant()))
                .toList();
    }

    /** Lets it try three times more, from now; a job that is no longer there is passed over. */
    @Transactional
    public void retry(String id) {
        if (query().jobId(id).count() == 1) {
            management.setJobRetries(id, TRIES);
        }
    }

    /** Lets all of them try again, however many: the engine's own batch works them off. */
    @Transactional
    public void retryAll() {
        if (count() > 0) {
            management.setJobRetriesAsync(query(), TRIES);
        }
    }

    private JobQuery query() {
        return management.createJobQuery().noRetriesLeft();
    }

    private Map<String, CaseRef> cases(List<Job> jobs) {
        var ids = jobs.stream()
                .map(Job::getProcessInstanceId)
                .filter(id -> id != null)
                .collect(Collectors.toSet());
        var cases = new HashMap<String, CaseRef>();
        if (!ids.isEmpty()) {
            runtime.createProcessInstanceQuery().processInstanceIds(ids).list().forEach(instance -> {
                if (instance.getBusinessKey() != null) {
                    cases.put(instance.getId(), of(instance));
                }
            });
        }
        return cases;
    }

    private static CaseRef of(ProcessInstance instance) {
        var definition = instance.getProcessDefinitionId();
        return new CaseRef(definition.substring(0, definition.indexOf(':')), Long.parseLong(instance.getBusinessKey()));
    }

    private @Nullable String step(Job job) {
        if (job.getProcessDefinitionId() == null || job.getFailedActivityId() == null) {
            return job.getFailedActivityId();
        }
        var model = repository.getBpmnModelInstance(job.getProcessDefinitionId());
        return model.getModelElementById(job.getFailedActivityId()) instanceof FlowNode node && node.getName() != null
                ? node.getName()
                : job.getFailedActivityId();
    }
}
