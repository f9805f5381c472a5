package fr.allervers.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.inbox.InboxBulk.Choice;
import fr.allervers.inbox.InboxBulk.Kind;
import fr.allervers.inbox.InboxBulk.Order;
import fr.allervers.shared.Retry;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.AtOnce;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.workflow.TaskGone;
import fr.allervers.workflow.TaskHeldByAnother;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** What people do with tasks: once, by right, and never on a stale picture. */
@ApplicationTest
class InboxActsTest {

    private static final Instant DUE = MovableClock.START.plus(Duration.ofDays(1));

    @Autowired
    TestCases cases;

    @Autowired
    Inbox inbox;

    @Autowired
    InboxActs acts;

    @Autowired
    InboxBulk bulk;

    @Autowired
    InboxRows rows;

    @Autowired
    People people;

    private final long agency = TestCases.number();

    @AfterEach
    void signOut() {
        people.signOut();
    }

    @Test
    void ofTwoWhoTakeATaskAtOnceExactlyOneHoldsIt() throws Exception {
        for (var round = 0; round < 5; round++) {
            var task = cases.start(agency, "Disputée", DUE, "social-advisor");
            var one = people.somebody(Role.SOCIAL_ADVISOR);
            var other = people.somebody(Role.SOCIAL_ADVISOR);
            var said = AtOnce.all(List.of(claiming(task, one), claiming(task, other)));
            assertThat(said).containsExactlyInAnyOrder("taken", "held");
            var holder = said.get(0).equals("taken") ? one : other;
            assertThat(rows.find(task).orElseThrow().assignee()).isEqualTo(holder.username());
        }
    }

    @Test
    void aConflictNamesTheColleague() {
        var task = cases.start(agency, "Prise", DUE, "social-advisor");
        var holder = people.somebody(Role.SOCIAL_ADVISOR);
        as(holder, () -> acts.claim(task));
        assertThatThrownBy(() -> as(people.somebody(Role.SOCIAL_ADVISOR), () -> acts.claim(task)))
                .isInstanceOfSatisfying(TaskHeldByAnother.class, error -> assertThat(error.args())
                        .containsExactly(holder.displayName()));
    }

    @Test
    void aTaskIsCompletedOnce() {
        var task = cases.start(agency, "Une fois", DUE, "social-advisor");
        var advisor = people.somebody(Role.SOCIAL_ADVISOR);
        as(advisor, () -> assertThat(
                        acts.complete(task, Map.of("decision", List.of("NO"))).accepted())
                .isTrue());
        var done = cases.completed.size();
        assertThatThrownBy(() -> as(advisor, () -> acts.complete(task, Map.of("decision", List.of("NO")))))
                .isInstanceOf(TaskGone.class);
        assertThat(cases.completed).hasSize(done);
    }

    @Test
    void twoWhoCompleteAtOnceDoItOnce() throws Exception {
        var task = cases.start(agency, "À deux", DUE, "social-advisor");
        var advisor = people.somebody(Role.SOCIAL_ADVISOR);
        var caseId = rows.find(task).orElseThrow().ofCase();
        var said = AtOnce.times(2, () -> {
            people.signIn(advisor);
            try {
                Retry.onConflict(() -> acts.complete(task, Map.of("decision", List.of("NO"))));
                return "done";
            } catch (TaskGone e) {
                return "gone";
            } finally {
                people.signOut();
            }
        });
        assertThat(said).containsExactlyInAnyOrder("done", "gone");
        assertThat(rows.ofCase(caseId)).singleElement().satisfies(item -> assertThat(item.step())
                .isEqualTo("confirm"));
    }

    @Test
    void aFormWithFaultsChangesNothing() {
        var advisor = people.somebody(Role.SOCIAL_ADVISOR);
        var task = cases.start(agency, "Fautive", DUE, "social-advisor");
        var before = rows.find(task).orElseThrow();
        var faulty = List.<Map<String, List<String>>>of(
                Map.of(),
                Map.of("decision", List.of("MAYBE")),
                Map.of("decision", List.of("YES"), "days", List.of("31")),
                Map.of("decision", List.of("NO"), "note", List.of("x".repeat(101))),
                Map.of("decision", List.of("NO"), "assignee", List.of("me")));
        for (var raw : faulty) {
            as(advisor, () -> assertThat(acts.complete(task, raw).accepted())
                    .as(raw.toString())
                    .isFalse());
        }
        assertThat(rows.find(task).orElseThrow()).isEqualTo(before);

        as(advisor, () -> acts.complete(task, Map.of("decision", List.of("NO"), "days", List.of("3"))));
        assertThat(cases.completed.get(cases.completed.size() - 1))
                .as("a hidden answer is dropped")
                .containsOnlyKeys("decision");
    }

    @Test
    void nobodyActsOnAForeignTask() {
        var task = cases.start(agency, "Ailleurs", DUE, "social-advisor");
        var foreigner = people.somebodyOf(TestCases.number(), Role.SOCIAL_ADVISOR, Role.SUPERVISOR);
        var fieldManager = people.somebodyOf(agency, Role.FIELD_MANAGER);
        var colleague = people.somebodyOf(agency, Role.SOCIAL_ADVISOR);
        refused(foreigner, () -> acts.claim(task));
        refused(foreigner, () -> acts.complete(task, Map.of("decision", List.of("NO"))));
        refused(foreigner, () -> acts.assign(task, foreigner.username()));
        refused(fieldManager, () -> acts.claim(task));
        refused(colleague, () -> acts.assign(task, colleague.username()));
        refused(colleague, () -> acts.reschedule(task, DUE.plusSeconds(1)));
        as(people.somebodyOf(agency, Role.SOCIAL_ADVISOR), () -> acts.claim(task));
        refused(colleague, () -> acts.release(task));
    }

    @Test
    void tasksAreGivenToThoseWhoCanDoThem() {
        var task = cases.start(agency, "À confier", DUE, "social-advisor");
        var supervisor = people.somebodyOf(agency, Role.SUPERVISOR);
        var advisor = people.somebodyOf(agency, Role.SOCIAL_ADVISOR);
        var outsider = people.somebodyOf(TestCases.number(), Role.SOCIAL_ADVISOR);
        assertThatThrownBy(() -> as(supervisor, () -> acts.assign(task, outsider.username())))
                .isInstanceOf(UserError.class);
        assertThatThrownBy(() -> as(supervisor, () -> acts.assign(task, "nobody")))
                .isInstanceOf(UserError.class);
        assertThatThrownBy(() -> as(supervisor, () -> acts.reschedule(task, MovableClock.START)))
                .isInstanceOf(UserError.class);
        as(supervisor, () -> acts.assign(task, advisor.username()));
        assertThat(rows.find(task).orElseThrow().assignee()).isEqualTo(advisor.username());
    }

    @Test
    void aBulkActTouchesExactlyWhatThePreviewShowed() {
        var supervisor = people.somebodyOf(agency, Role.SUPERVISOR);
        var advisor = people.somebodyOf(agency, Role.SOCIAL_ADVISOR);
        var tasks = cases.startAll(agency, List.of("a", "b", "c", "d"), DUE, "social-advisor");
        var foreign = cases.start(TestCases.number(), "e", DUE, "social-advisor");
        people.signIn(supervisor);
        var all = new java.util.ArrayList<>(tasks);
        all.add(foreign);
        var preview = bulk.preview(Kind.ASSIGN, all);
        assertThat(preview).hasSize(4).allMatch(InboxBulk.Line::allowed);
        var choices = preview.stream()
                .map(line -> new Choice(line.item().taskId(), line.item().version()))
                .toList();

        as(advisor, () -> acts.claim(tasks.get(1)));
        as(supervisor, () -> acts.reschedule(tasks.get(2), DUE.plusSeconds(5)));
        as(advisor, () -> acts.complete(tasks.get(3), Map.of("decision", List.of("NO"))));

        people.signIn(supervisor);
        var other = people.somebodyOf(agency, Role.SOCIAL_ADVISOR);
        var outcomes = bulk.apply(new Order(Kind.ASSIGN, other.username(), null), choices);
        assertThat(outcomes.stream().filter(InboxBulk.Outcome::done).map(InboxBulk.Outcome::taskId))
                .containsExactly(tasks.get(0));
        assertThat(outcomes.stream().filter(outcome -> !outcome.done()).map(outcome -> outcome.refusal()
                        .messageKey()))
                .containsExactlyInAnyOrder("inbox.error.changed", "inbox.error.changed", "tasks.gone");
        assertThat(rows.find(tasks.get(1)).orElseThrow().assignee()).isEqualTo(advisor.username());
        assertThat(rows.find(tasks.get(2)).orElseThrow().assignee()).isNull();
        assertThat(bulk.apply(
                                new Order(Kind.ASSIGN, other.username(), null),
                                List.of(new Choice(
                                        foreign,
                                        rows.find(foreign).orElseThrow().version())))
                        .get(0)
                        .done())
                .isFalse();
    }

    private Callable<String> claiming(String task, StaffMember by) {
        return () -> {
            people.signIn(by);
            try {
                Retry.onConflict(() -> acts.claim(task));
                return "taken";
            } catch (TaskHeldByAnother e) {
                return "held";
            } finally {
                people.signOut();
            }
        };
    }

    private void as(StaffMember person, Runnable act) {
        people.signIn(person);
        try {
            act.run();
        } finally {
            people.signOut();
        }
    }

    private void refused(StaffMember person, Runnable act) {
        assertThatThrownBy(() -> as(person, act)).isInstanceOf(AccessDeniedException.class);
    }
}
