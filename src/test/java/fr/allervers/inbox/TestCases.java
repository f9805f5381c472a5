package fr.allervers.inbox;

import fr.allervers.staff.StaffMember;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Cases;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A kind of case of the tests' own: one task to decide, one to confirm. */
@Component
@Profile("test")
public class TestCases implements CaseKind {

    public static final String KEY = "inbox-test";

    private static final AtomicLong NUMBER = new AtomicLong(System.nanoTime() / 1000);

    final AtomicInteger cardCalls = new AtomicInteger();
    final List<Map<String, Object>> completed = new CopyOnWriteArrayList<>();
    private final Map<Long, CaseCard> cards = new ConcurrentHashMap<>();
    private final Cases cases;
    private final RepositoryService repository;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private boolean deployed;

    TestCases(Cases cases, RepositoryService repository, TransactionTemplate transaction, JdbcClient jdbc) {
        this.cases = cases;
        this.repository = repository;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    /** A number that no other test uses, for an agency or a case. */
    public static long number() {
        return NUMBER.incrementAndGet();
    }

    /** Starts one case and gives its task's id. */
    public String start(long agencyId, String title, Instant dueAt, String group) {
        return startAll(agencyId, List.of(title), dueAt, group).get(0);
    }

    /** Starts cases in one transaction and gives their tasks' ids, in the same order. */
    public List<String> startAll(long agencyId, List<String> titles, Instant dueAt, String group) {
        deploy();
        var ids = new ArrayList<Long>();
        transaction.executeWithoutResult(status -> {
            for (var title : titles) {
                var id = number();
                ids.add(id);
                describe(id, new CaseCard(title, "12 rue des Lilas", null, agencyId, null, null));
                cases.start(new CaseRef(KEY, id), Map.of("dueAt", Date.from(dueAt), "group", group));
            }
        });
        return ids.stream().map(this::taskOf).toList();
    }

    String taskOf(long caseId) {
        return jdbc.sql("select task_id from inbox_item where case_kind = ? and case_id = ?")
                .params(KEY, caseId)
                .query(String.class)
                .single();
    }

    void describe(long id, CaseCard card) {
        cards.put(id, card);
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Map<Long, CaseCard> cards(Collection<Long> ids) {
        cardCalls.incrementAndGet();
        var found = new java.util.HashMap<Long, CaseCard>();
        for (var id : ids) {
            if (cards.containsKey(id)) {
                found.put(id, cards.get(id));
            }
        }
        return found;
    }

    @Override
    public Map<String, Object> complete(long id, String step, Map<String, Object> answers, StaffMember by) {
        completed.add(answers);
        return Map.of("decision", answers.get("decision"));
    }

    private synchronized void deploy() {
        if (deployed) {
            return;
        }
        var process = Bpmn.createExecutableProcess(KEY)
                .name("Essai de la liste")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .name("Début")
                .userTask("decide")
                .name("Décider")
                .camundaCandidateGroups("${group}")
                .camundaDueDate("${dueAt}")
                .camundaFormRef(KEY)
                .camundaFormRefBinding("deployment")
                .userTask("confirm")
                .name("Confirmer")
                .camundaCandidateGroups("supervisor")
                .camundaDueDate("${dueAt}")
                .endEvent()
                .name("Fin")
                .done();
        repository
                .createDeployment()
                .name(KEY)
                .addModelInstance(KEY + ".bpmn", process)
                .enableDuplicateFiltering(true)
                .deploy();
        deployed = true;
    }
}
