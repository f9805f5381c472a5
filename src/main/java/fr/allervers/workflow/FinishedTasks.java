package fr.allervers.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tasks that ended, as the engine's history keeps them, read by key so that any number of them can be gone through. */
@Component
@Transactional(readOnly = true)
public class FinishedTasks {

    /**
     * A task that ended.
     *
     * @param group the candidate group; none where the diagram lets the case choose it: the history does not keep it
     * @param completed false when its case went another way
     */
    public record Finished(
            String taskId,
            CaseRef ofCase,
            String step,
            @Nullable String group,
            boolean completed,
            Instant openedAt,
            Instant dueAt,
            Instant closedAt) {}

    private static final String FROM =
            " from ACT_HI_TASKINST t join ACT_HI_PROCINST p on p.ID_ = t.PROC_INST_ID_ where t.END_TIME_ is not null and t.DUE_DATE_ is not null and p.BUSINESS_KEY_ is not null";

    private final JdbcClient jdbc;
    private final RepositoryService repository;
    private final Map<String, Optional<String>> groups = new ConcurrentHashMap<>();

    FinishedTasks(JdbcClient jdbc, RepositoryService repository) {
        this.jdbc = jdbc;
        this.repository = repository;
    }

    /** How many there are. */
    public long count() {
        return jdbc.sql("select count(*)" + FROM).query(Long.class).single();
    }

    /** The end of the first that the history still has; nothing before it can be read again. */
    public Optional<Instant> firstEnd() {
        return jdbc.sql("select min(t.END_TIME_)" + FROM)
                .query((row, number) -> Optional.ofNullable(row.getTimestamp(1)))
                .single()
                .map(java.sql.Timestamp::toInstant);
    }

    /** The next {@code limit} whose id is greater than {@code after}, by id. */
    public List<Finished> after(String after, int limit) {
        return jdbc.sql(
                        "select t.ID_, t.TASK_DEF_KEY_, t.PROC_DEF_KEY_, t.PROC_DEF_ID_, t.START_TIME_, t.END_TIME_, t.DUE_DATE_, t.DELETE_REASON_, p.BUSINESS_KEY_"
                                + FROM + " and t.ID_ > ? order by t.ID_ limit ?")
                .params(after, limit)
                .query(this::finished)
                .list();
    }

    private Finished finished(ResultSet row, int number) throws SQLException {
        var step = row.getString("TASK_DEF_KEY_");
        return new Finished(
                row.getString("ID_"),
                new CaseRef(row.getString("PROC_DEF_KEY_"), Long.parseLong(row.getString("BUSINESS_KEY_"))),
                step,
                group(row.getString("PROC_DEF_ID_"), step),
                "completed".equals(row.getString("DELETE_REASON_")),
                row.getTimestamp("START_TIME_").toInstant(),
                row.getTimestamp("DUE_DATE_").toInstant(),
                row.getTimestamp("END_TIME_").toInstant());
    }

    private @Nullable String group(String definition, String step) {
        return groups.computeIfAbsent(definition + "#" + step, key -> Optional.ofNullable((UserTask)
                                repository.getBpmnModelInstance(definition).getModelElementById(step))
                        .map(UserTask::getCamundaCandidateGroups)
                        .filter(group -> !group.contains("{")))
                .orElse(null);
    }
}
