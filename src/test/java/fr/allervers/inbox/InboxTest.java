package fr.allervers.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.inbox.InboxFilter.Scope;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.testing.Statements;
import fr.allervers.workflow.TaskGone;
import fr.allervers.workflow.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** Who sees which tasks, in which order, at which cost. */
@ApplicationTest
class InboxTest {

    private static final Instant DUE = MovableClock.START.plus(Duration.ofDays(1));

    @Autowired
    TestCases cases;

    @Autowired
    Inbox inbox;

    @Autowired
    Tasks tasks;

    @Autowired
    People people;

    @Autowired
    TransactionTemplate transaction;

    private final long agency = TestCases.number();

    @AfterEach
    void signOut() {
        people.signOut();
    }

    @Test
    void peopleSeeTheirGroupsTasksInTheirAgencies() {
        var here = cases.start(agency, "Ici", DUE, "social-advisor");
        var elsewhere = cases.start(TestCases.number(), "Ailleurs", DUE, "social-advisor");
        var another = cases.start(agency, "Terrain", DUE, "field-manager");

        var advisor = people.somebodyOf(agency, Role.SOCIAL_ADVISOR);
        assertThat(titlesFor(advisor)).containsExactly("Ici");
        assertThat(inbox.require(here).title()).isEqualTo("Ici");
        assertThatThrownBy(() -> inbox.require(elsewhere)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> inbox.require(another)).isInstanceOf(AccessDeniedException.class);
        assertThat(inbox.known(List.of(here, elsewhere, another))).hasSize(1);
        assertThat(inbox.page(agencyOnly(agency + 99_999), null, 20).items()).isEmpty();
    }

    @Test
    void whatConcernsTheWholeLandlordIsForThoseWhoWorkForAllOfIt() {
        var task = cases.start(agency, "Tous", DUE, "supervisor");
        var item = inboxItem(task);
        cases.describe(item.caseId(), new CaseCard("Tous", "", null, null, null, null));
        assertThat(InboxRights.worksFor(people.somebodyOf(agency, Role.SUPERVISOR), null))
                .isFalse();
        assertThat(InboxRights.worksFor(people.somebody(Role.SUPERVISOR), null)).isTrue();
    }

    @Test
    void callersSeeOnlyWhatTheyHold() {
        var held = cases.start(agency, "Remise", DUE, "caller");
        var open = cases.start(agency, "Libre", DUE, "caller");
        var caller = people.somebodyOf(agency, Role.CALLER);
        transaction.executeWithoutResult(status -> tasks.assign(held, caller.username()));

        assertThat(titlesFor(caller)).containsExactly("Remise");
        assertThatThrownBy(() -> inbox.require(open)).isInstanceOf(AccessDeniedException.class);
        var colleague = people.somebodyOf(agency, Role.CALLER);
        assertThat(titlesFor(colleague)).isEmpty();
        assertThatThrownBy(() -> inbox.require(held)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void aTaskThatIsDoneIsToldSo() {
        people.signIn(people.somebody(Role.SUPERVISOR));
        assertThatThrownBy(() -> inbox.require("no-such-task")).isInstanceOf(TaskGone.class);
    }

    @Test
    void filtersNarrowTheList() {
        var advisor = people.somebodyOf(agency, Role.SOCIAL_ADVISOR);
        var mine = cases.start(agency, "Mme Hélène Garnier", DUE, "social-advisor");
        cases.start(agency, "M. Œuvrard-Léger", MovableClock.START.minusSeconds(1), "social-advisor");
        transaction.executeWithoutResult(status -> tasks.assign(mine, advisor.username()));
        people.signIn(advisor);

        assertThat(titles(new InboxFilter(Scope.MINE, false, null, null, null, null, null)))
                .containsExactly("Mme Hélène Garnier");
        assertThat(titles(new InboxFilter(Scope.UNASSIGNED, false, null, null, null, null, null)))
                .containsExactly("M. Œuvrard-Léger");
        assertThat(titles(InboxFilter.none().onlyLate())).containsExactly("M. Œuvrard-Léger");
        assertThat(inbox.count(InboxFilter.none().onlyLate())).isEqualTo(1);
        assertThat(titles(text("gar"))).containsExactly("Mme Hélène Garnier");
        assertThat(titles(text("helene garnier"))).containsExactly("Mme Hélène Garnier");
        assertThat(titles(text("oeuvrard l"))).containsExactly("M. Œuvrard-Léger");
        assertThat(titles(text("arnier"))).isEmpty();
        assertThat(titles(new InboxFilter(Scope.ALL, false, "household-call", agency, null, null, null)))
                .isEmpty();
        assertThat(titles(new InboxFilter(Scope.ALL, false, TestCases.KEY, agency, null, null, null)))
                .hasSize(2);
        assertThat(titles(new InboxFilter(Scope.ALL, false, null, null, "RED", null, null)))
                .isEmpty();
        assertThat(titles(new InboxFilter(Scope.ALL, false, null, null, null, null, "somebody")))
                .as("what a colleague holds is for those who lead")
                .isEmpty();
    }

    @Test
    void pagesOverEqualDueMomentsLoseAndDoubleNothing() {
        var advisor = people.somebodyOf(agency, Role.SOCIAL_ADVISOR, Role.FIELD_MANAGER);
        var numbers = IntStream.range(0, 23).mapToObj(number -> "a" + number).toList();
        var all = new ArrayList<>(cases.startAll(agency, numbers, DUE, "social-advisor"));
        all.addAll(cases.startAll(agency, List.of("b1", "b2"), DUE, "field-manager"));
        transaction.executeWithoutResult(status -> tasks.assign(all.get(3), advisor.username()));
        people.signIn(advisor);

        var seen = new ArrayList<String>();
        String after = null;
        do {
            var page = inbox.page(InboxFilter.none(), after, 4);
            page.items().forEach(item -> seen.add(item.taskId()));
            after = page.next();
        } while (after != null);

        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
        assertThat(inbox.count(InboxFilter.none())).isEqualTo(25);
    }

    @Test
    void theNextTaskFollowsTheOneThatIsDone() {
        var tasks = cases.startAll(agency, List.of("a", "b", "c"), DUE, "social-advisor");
        people.signIn(people.somebodyOf(agency, Role.SOCIAL_ADVISOR));
        var inOrder = inbox.page(InboxFilter.none(), null, 3).items();
        assertThat(inbox.nextAfter(inOrder.get(0), InboxFilter.none())).contains(inOrder.get(1));
        assertThat(inbox.nextAfter(inOrder.get(2), InboxFilter.none())).contains(inOrder.get(0));
        assertThat(tasks).hasSize(3);
    }

    @Test
    void aPageCostsOneStatementHoweverManyTasksAndGroups() throws Exception {
        cases.startAll(
                agency, IntStream.range(0, 30).mapToObj(number -> "a" + number).toList(), DUE, "social-advisor");
        people.signIn(people.somebodyOf(agency, Role.SOCIAL_ADVISOR, Role.FIELD_MANAGER, Role.SUPERVISOR));
        assertThat(Statements.during(() -> inbox.page(InboxFilter.none(), null, 20)))
                .isEqualTo(1);
        assertThat(Statements.during(() -> inbox.count(InboxFilter.none()))).isEqualTo(1);
    }

    private InboxFilter text(String words) {
        return new InboxFilter(Scope.ALL, false, null, null, null, words, null);
    }

    private static InboxFilter agencyOnly(long id) {
        return new InboxFilter(Scope.ALL, false, null, id, null, null, null);
    }

    private List<String> titlesFor(StaffMember reader) {
        people.signIn(reader);
        return titles(InboxFilter.none());
    }

    private List<String> titles(InboxFilter filter) {
        return inbox.page(filter, null, 50).items().stream()
                .map(InboxItem::title)
                .toList();
    }

    private InboxItem inboxItem(String task) {
        people.signIn(people.somebody(Role.SUPERVISOR));
        return inbox.require(task);
    }
}
