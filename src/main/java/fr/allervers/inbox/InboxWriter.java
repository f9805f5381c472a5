package fr.allervers.inbox;

import static java.util.Objects.requireNonNull;

import fr.allervers.shared.Texts;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.StaffMember;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.TaskEvents.TaskChanged;
import fr.allervers.workflow.TaskEvents.TaskOpened;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes {@code inbox_item}, many rows at a time. */
@Component
class InboxWriter {

    private static final String INSERT = """
            insert into inbox_item (task_id, case_kind, case_id, step, act, form_id, queue, candidate_group, assignee,
              title, title_folded, subtitle, household_id, agency_id, grade, last_contact_at, priority, due_at, opened_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String REPLACE = INSERT + """
            on duplicate key update queue = values(queue), assignee = values(assignee), due_at = values(due_at),
              priority = values(priority), candidate_group = values(candidate_group), form_id = values(form_id), act = values(act)
            """;

    private final JdbcTemplate jdbc;
    private final EntityManager entities;
    private final CaseKinds kinds;
    private final InboxSignals signals;
    private final CurrentStaff currentStaff;

    InboxWriter(
            JdbcTemplate jdbc,
            EntityManager entities,
            CaseKinds kinds,
            InboxSignals signals,
            CurrentStaff currentStaff) {
        this.jdbc = jdbc;
        this.entities = entities;
        this.kinds = kinds;
        this.signals = signals;
        this.currentStaff = currentStaff;
    }

    void write(PendingItems pending) {
        var shown = new LinkedHashSet<>(pending.refreshed);
        pending.opened.values().forEach(task -> shown.add(task.ofCase()));
        if (!shown.isEmpty()) {
            // Cards are read by SQL: what the modules' entities hold has to be in the tables first.
            entities.flush();
            var cards = kinds.cards(shown);
            insert(INSERT, pending.opened.values().stream().toList(), cards);
            pending.opened
                    .values()
                    .forEach(task -> pending.arrivals.add(arrival(task, requireNonNull(cards.get(task.ofCase())))));
            refresh(pending, cards);
        }
        change(pending.changed.values().stream().toList());
        delete(List.copyOf(pending.closed));
        pending.changed.values().stream()
                .filter(task -> task.assignee() != null && !task.assignee().equals(actor()))
                .forEach(task -> pending.arrivals.add("u:" + task.assignee()));
    }

    /** Once committed, tells those whose queues have grown. */
    void announce(List<String> arrivals) {
        signals.arrived(arrivals);
    }

    private static String arrival(TaskOpened task, CaseCard card) {
        return task.assignee() == null ? InboxSignals.key(task.group(), card.agencyId()) : "u:" + task.assignee();
    }

    private String actor() {
        return currentStaff.find().map(StaffMember::username).orElse("");
    }

    /** Inserts what is missing and sets right what is wrong. */
    void replace(List<TaskOpened> tasks) {
        insert(
                REPLACE,
                tasks,
                kinds.cards(tasks.stream().map(TaskOpened::ofCase).toList()));
    }

    void delete(List<String> taskIds) {
        if (!taskIds.isEmpty()) {
            jdbc.batchUpdate(
                    "delete from inbox_item where task_id = ?",
                    taskIds.stream().map(id -> new Object[] {id}).toList());
        }
    }

    private void insert(String sql, List<TaskOpened> tasks, Map<CaseRef, CaseCard> cards) {
        if (!tasks.isEmpty()) {
            jdbc.batchUpdate(
                    sql,
                    tasks.stream()
                            .map(task -> row(task, requireNonNull(cards.get(task.ofCase()))))
                            .toList());
        }
    }

    private static Object[] row(TaskOpened task, CaseCard card) {
        return new @Nullable Object[] {
            task.taskId(),
            task.ofCase().kind(),
            task.ofCase().id(),
            task.step(),
            cut(task.act(), 120),
            task.formId(),
            InboxItem.queueOf(task.assignee(), task.group()),
            task.group(),
            task.assignee(),
            cut(card.title(), 200),
            folded(card.title()),
            cut(card.subtitle(), 300),
            card.householdId(),
            card.agencyId(),
            card.grade(),
            timestamp(card.lastContactAt()),
            task.priority(),
            timestamp(task.dueAt()),
            timestamp(task.openedAt())
        };
    }

    private void refresh(PendingItems pending, Map<CaseRef, CaseCard> cards) {
        if (!pending.refreshed.isEmpty()) {
            jdbc.batchUpdate(
                    """
                    update inbox_item set title = ?, title_folded = ?, subtitle = ?, household_id = ?, agency_id = ?, grade = ?, last_contact_at = ?
                     where case_kind = ? and case_id = ?
                    """,
                    pending.refreshed.stream()
                            .map(of -> card(of, requireNonNull(cards.get(of))))
                            .toList());
        }
    }

    private static Object[] card(CaseRef of, CaseCard card) {
        return new @Nullable Object[] {
            cut(card.title(), 200),
            folded(card.title()),
            cut(card.subtitle(), 300),
            card.householdId(),
            card.agencyId(),
            card.grade(),
            timestamp(card.lastContactAt()),
            of.kind(),
            of.id()
        };
    }

    private void change(List<TaskChanged> tasks) {
        if (!tasks.isEmpty()) {
            jdbc.batchUpdate(
                    """
                    update inbox_item set assignee = ?, queue = ifnull(concat('u:', ?), concat('g:', candidate_group)), due_at = ?, priority = ?
                     where task_id = ?
                    """,
                    tasks.stream()
                            .map(task -> new @Nullable Object[] {
                                task.assignee(),
                                task.assignee(),
                                timestamp(task.dueAt()),
                                task.priority(),
                                task.taskId()
                            })
                            .toList());
        }
    }

    /** With a blank before each word, so that the beginnings of words can be searched. */
    private static String folded(String title) {
        return cut(" " + Texts.fold(title), 200);
    }

    private static String cut(String text, int length) {
        return text.length() > length ? text.substring(0, length - 1) + "…" : text;
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
