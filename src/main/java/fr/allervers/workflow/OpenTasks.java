package fr.allervers.workflow;

import fr.allervers.workflow.TaskEvents.TaskOpened;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The engine's open tasks, read by key so that any number of them can be gone through. */
@Component
@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
public class OpenTasks {

    // The engine's own query pages by offset, which costs more with every page.
    private static final String SELECT = """
            select t.ID_, t.NAME_, t.TASK_DEF_KEY_, t.ASSIGNEE_, t.DUE_DATE_, t.PRIORITY_, t.CREATE_TIME_, t.PROC_DEF_ID_,
                   d.KEY_, e.BUSINESS_KEY_,
                   (select min(l.GROUP_ID_) from ACT_RU_IDENTITYLINK l where l.TASK_ID_ = t.ID_ and l.TYPE_ = 'candidate') as GROUP_
              from ACT_RU_TASK t
              join ACT_RE_PROCDEF d on d.ID_ = t.PROC_DEF_ID_
              join ACT_RU_EXECUTION e on e.ID_ = t.PROC_INST_ID_
            """;

    private final JdbcClient jdbc;
    private final RepositoryService repository;
    private final Map<String, Optional<String>> formIds = new ConcurrentHashMap<>();

    OpenTasks(JdbcClient jdbc, RepositoryService repository) {
        this.jdbc = jdbc;
        this.repository = repository;
    }

    /** The next {@code limit} tasks whose id is greater than {@code after}, by id. */
    public List<TaskOpened> after(String after, int limit) {
        return jdbc.sql(SELECT + " where t.ID_ > ? and t.DUE_DATE_ is not null order by t.ID_ limit ?")
                .params(after, limit)
                .query(this::task)
                .list();
    }

    /** Those of these tasks that are open; nobody else can change them until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<TaskOpened> locked(Collection<String> taskIds) {
        return jdbc.sql(SELECT + " where t.ID_ in (:ids) and t.DUE_DATE_ is not null order by t.ID_ for update")
                .param("ids", taskIds)
                .query(this::task)
                .list();
    }

    private TaskOpened task(ResultSet row, int number) throws SQLException {
        var step = row.getString("TASK_DEF_KEY_");
        return new TaskOpened(
                row.getString("ID_"),
                new CaseRef(row.getString("KEY_"), Long.parseLong(row.getString("BUSINESS_KEY_"))),
                step,
                row.getString("NAME_"),
                row.getString("GROUP_"),
                row.getString("ASSIGNEE_"),
                formId(row.getString("PROC_DEF_ID_"), step),
                row.getTimestamp("DUE_DATE_").toInstant(),
                row.getInt("PRIORITY_"),
                row.getTimestamp("CREATE_TIME_").toInstant());
    }

    private @Nullable String formId(String definition, String step) {
        return formIds.computeIfAbsent(definition + "#" + step, key -> Optional.ofNullable((UserTask)
                                repository.getBpmnModelInstance(definition).getModelElementById(step))
                        .map(UserTask::getCamundaFormRef))
                .orElse(null);
    }
}
