package fr.allervers.workflow;

import fr.allervers.shared.personal.DataKind;
import fr.allervers.shared.personal.PersonKeys;
import fr.allervers.shared.personal.PersonalTraces;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the engine remembers of cases that are over: activities, the few variables, the business key, which is a case's number. A case
 * that runs is left alone, since its data are held elsewhere. The engine's own cleanup (historyTimeToLive) goes on beside.
 */
@Component
class EngineTraces implements PersonalTraces {

    private final HistoryService history;
    private final JdbcClient jdbc;

    EngineTraces(HistoryService history, JdbcClient jdbc) {
        this.history = history;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "engine-history";
    }

    @Override
    public DataKind kind() {
        return DataKind.HISTORY;
    }

    @Override
    public boolean last() {
        return false;
    }

    @Override
    public int purge(LocalDate before, int limit) {
        return forget(history.createHistoricProcessInstanceQuery()
                .finishedBefore(Date.from(before.atStartOfDay(ZoneOffset.UTC).toInstant()))
                .listPage(0, limit));
    }

    @Override
    public int erase(PersonKeys person, int limit) {
        var over = jdbc
                .sql(
                        "select distinct case_kind as kind, case_id as id from timeline_entry where household_id in (:households)")
                .param("households", person.parameters().get("households"))
                .query(CaseRef.class)
                .list()
                .stream()
                .flatMap(of -> over(of).stream())
                .limit(limit)
                .toList();
        return forget(over);
    }

    private List<HistoricProcessInstance> over(CaseRef of) {
        return history.createHistoricProcessInstanceQuery()
                .processDefinitionKey(of.kind())
                .processInstanceBusinessKey(of.businessKey())
                .finished()
                .list();
    }

    private int forget(List<HistoricProcessInstance> over) {
        if (!over.isEmpty()) {
            history.deleteHistoricProcessInstancesBulk(
                    over.stream().map(HistoricProcessInstance::getId).toList());
        }
        return over.size();
    }
}
