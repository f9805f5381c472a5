package fr.allervers.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.inbox.InboxFilter.Scope;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** How the database answers a page of the inbox when the queue is long: along an index, never by sorting the queue. */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InboxPlanTest {

    private static final int ROWS = 6000;
    private static final int PAGE = 21;
    /** One in so many is red. */
    private static final int RED_EVERY = 100;

    private final long agency = TestCases.number();
    private final String prefix = "plan" + agency + "-";
    private StaffMember advisor;
    private StaffMember everywhere;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    @Autowired
    TransactionTemplate transaction;

    @BeforeAll
    void aLongQueue() {
        advisor = people.somebodyOf(agency, Role.SOCIAL_ADVISOR);
        everywhere = people.somebody(Role.SOCIAL_ADVISOR);
        jdbc.sql("""
                        insert into inbox_item (task_id, case_kind, case_id, step, act, queue, candidate_group, title, title_folded, subtitle, agency_id, grade, priority, due_at, opened_at)
                        select concat(:prefix, seq), 'plan', seq, 'decide', 'Décider', 'g:social-advisor', 'social-advisor', concat('Nom', seq), concat(' nom', seq, ' prenom'), '',
                               :agency, if(seq % :red = 0, 'RED', 'GREEN'), 0, timestampadd(second, (seq * 7919) % 7776000, '2026-11-01'), '2026-11-01'
                          from seq_1_to_6000
                        """)
                .param("prefix", prefix)
                .param("agency", agency)
                .param("red", RED_EVERY)
                .update();
        jdbc.sql("analyze table inbox_item").query().listOfRows();
    }

    @AfterAll
    void clean() {
        jdbc.sql("delete from inbox_item where task_id like ?")
                .param(prefix + "%")
                .update();
    }

    private Stream<InboxFilter> filters() {
        return Stream.of(
                filter(null, null, null),
                filter("RED", null, null),
                filter(null, "nom4", null),
                filter(null, "prenom", null),
                filter(null, null, "plan"),
                filter("RED", "nom", "plan"));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void aPageFollowsAnIndexAndSortsNoQueue(InboxFilter filter) {
        for (var reader : List.of(advisor, everywhere)) {
            for (var after : new String[] {null, MovableClock.START.toEpochMilli() + "_" + prefix + "1"}) {
                var plan = plan(filter, reader, after);
                assertThat(plan).isNotEmpty().allSatisfy(step -> {
                    assertThat(step.get("key")).asString().startsWith("inbox_queue");
                    assertThat(step.get("type")).isIn("ref", "range");
                    assertThat(String.valueOf(step.get("Extra"))).doesNotContain("filesort");
                });
            }
        }
    }

    @ParameterizedTest
    @MethodSource("filters")
    void aPageReadsNoMoreThanItsQueueAndARareGradeOnlyItsOwnRange(InboxFilter filter) {
        for (var reader : List.of(advisor, everywhere)) {
            var read = rowsRead(filter, reader);
            assertThat(read).isPositive();
            if (filter.grade() != null) {
                assertThat(read).isLessThan(ROWS / RED_EVERY + 3 * PAGE);
            } else if (filter.text() == null) {
                assertThat(read).isLessThan(10 * PAGE);
            } else {
                assertThat(read).isLessThan(2 * ROWS);
            }
        }
    }

    private InboxFilter filter(@Nullable String grade, @Nullable String text, @Nullable String kind) {
        return new InboxFilter(Scope.ALL, false, kind, agency, grade, text, null);
    }

    /** The steps that read the inbox's table. */
    private List<Map<String, Object>> plan(InboxFilter filter, StaffMember reader, @Nullable String after) {
        var select = InboxSelect.page(filter, reader, MovableClock.START, after, PAGE);
        return jdbc.sql("explain " + select.sql()).params(select.params()).query().listOfRows().stream()
                .filter(step -> "inbox_item".equals(step.get("table")))
                .toList();
    }

    /** What the storage engine handed over, on one connection. */
    private long rowsRead(InboxFilter filter, StaffMember reader) {
        var select = InboxSelect.page(filter, reader, MovableClock.START, null, PAGE);
        return transaction.execute(status -> {
            var before = read();
            jdbc.sql(select.sql()).params(select.params()).query().listOfRows();
            return read() - before;
        });
    }

    private long read() {
        return jdbc.sql(
                        "select sum(cast(variable_value as unsigned)) from information_schema.session_status where variable_name in ('HANDLER_READ_NEXT', 'HANDLER_READ_KEY', 'HANDLER_READ_PREV')")
                .query(Long.class)
                .single();
    }
}
