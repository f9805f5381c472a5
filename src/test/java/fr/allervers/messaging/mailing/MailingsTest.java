package fr.allervers.messaging.mailing;

import static fr.allervers.messaging.mailing.Orders.forBuilding;
import static fr.allervers.messaging.mailing.Orders.forList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.messaging.Channel;
import fr.allervers.messaging.Oppositions;
import fr.allervers.messaging.sending.OutboxSweep;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Role;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.Jobs;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.testing.SmsCentre;
import fr.allervers.testing.Tenants;
import fr.allervers.workflow.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

@ApplicationTest
class MailingsTest {

    @Autowired
    Mailings mailings;

    @Autowired
    Previews previews;

    @Autowired
    MailingSweep sweep;

    @Autowired
    MailingFeed feed;

    @Autowired
    MassMessageSteps steps;

    @Autowired
    MailingReports reports;

    @Autowired
    OutboxSweep outbox;

    @Autowired
    Oppositions oppositions;

    @Autowired
    SmsCentre centre;

    @Autowired
    Tenants tenants;

    @Autowired
    People people;

    @Autowired
    Jobs jobs;

    @Autowired
    Timeline timeline;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    Residence lilas;

    @BeforeEach
    void aBuilding() {
        lilas = new Residence(jdbc, tenants);
        people.signIn(people.somebodyOf(lilas.agencyId(), Role.SUPERVISOR));
    }

    @AfterEach
    void signOut() {
        people.signOut();
        clock.reset();
    }

    private long send(Orders order) {
        var ready = order.order();
        var id = mailings.draft(ready);
        mailings.send(id, ready);
        return id;
    }

    private void run() {
        jobs.runDue();
        sweep.sweep();
        outbox.sweep();
        sweep.sweep();
    }

    private MailingState state(long id) {
        return mailings.read(id).state();
    }

    private static void refused(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(UserError.class, error -> assertThat(error.messageKey())
                .isEqualTo(key));
    }

    @Test
    void aBuildingIsWarnedByTheLadderInEachLanguageOncePerNumber() {
        var shared = lilas.first().mobile();
        lilas.household(shared, null, "fr", 1);
        var english = Residence.mobile();
        lilas.household(english, null, "en", 2);
        lilas.household(null, "ali@example.org", "fr", 3);
        lilas.household(null, null, "fr", 4);

        var preview = previews.of(forBuilding(lilas.buildingId).order());
        assertThat(preview.households()).isEqualTo(5);
        assertThat(preview.channels())
                .extracting(
                        MailingPreview.ByChannel::channel,
                        MailingPreview.ByChannel::households,
                        MailingPreview.ByChannel::messages)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Channel.SMS, 3, 2),
                        org.assertj.core.groups.Tuple.tuple(Channel.EMAIL, 1, 1),
                        org.assertj.core.groups.Tuple.tuple(Channel.LETTER, 1, 1));
        assertThat(preview.samples()).hasSize(3).allSatisfy(one -> assertThat(one.body())
                .contains("Les Lilas"));
        assertThat(preview.needsApproval()).isFalse();

        var id = send(forBuilding(lilas.buildingId));
        run();
        assertThat(centre.to(shared)).singleElement().satisfies(sms -> assertThat(sms.text())
                .isEqualTo("Coupure d'eau au Les Lilas le mardi"));
        assertThat(centre.to(english)).singleElement().satisfies(sms -> assertThat(sms.text())
                .isEqualTo("No water at Les Lilas on mardi"));
        assertThat(reports.totals(id).all()).isEqualTo(4);
        assertThat(reports.of(mailings.read(id)).letters()).singleElement();
    }

    @Test
    void everyAdultIsWrittenToUnlessOnePerHouseholdIsWished() {
        var second = Residence.mobile();
        jdbc.sql(
                        "insert into occupant (code, household_id, last_name, first_name, birth_date) values (?, ?, 'Garnier', 'Paul', '1940-01-01')")
                .params("ADULT" + second, lilas.first().householdId())
                .update();
        lilas.phone(
                jdbc.sql("select id from occupant where code = ?")
                        .param("ADULT" + second)
                        .query(Long.class)
                        .single(),
                second,
                true);
        var minor = Residence.mobile();
        jdbc.sql(
                        "insert into occupant (code, household_id, last_name, first_name, birth_date) values (?, ?, 'Garnier', 'Zoé', '2008-11-25')")
                .params("MINOR" + minor, lilas.first().householdId())
                .update();
        lilas.phone(
                jdbc.sql("select id from occupant where code = ?")
                        .param("MINOR" + minor)
                        .query(Long.class)
                        .single(),
                minor,
                true);
        // Eighteen tomorrow.
        assertThat(previews.of(forBuilding(lilas.buildingId).order()).messages())
                .isEqualTo(2);
        assertThat(previews.of(forBuilding(lilas.buildingId).oncePerHousehold().order())
                        .messages())
                .isEqualTo(1);
        clock.advance(Duration.ofDays(1));
        assertThat(previews.of(forBuilding(lilas.buildingId).order()).messages())
                .isEqualTo(3);
    }

    @Test
    void whoCannotBeReachedIsSaidWithTheReason() {
        var dead = lilas.household(Residence.mobile(), null, "fr", 1);
        jdbc.sql("update phone set dead = true where occupant_id = ?")
                .param(lilas.occupantOf(dead))
                .update();
        lilas.phone(lilas.occupantOf(lilas.household(null, null, "fr", 2)), "+33199001234", false);
        lilas.household("+447700900123", null, "fr", 3);
        lilas.household(null, null, "fr", 4);
        var refuses = Residence.mobile();
        lilas.household(refuses, null, "fr", 5);
        oppositions.record(Channel.SMS, refuses, Oppositions.Scope.ALL, Oppositions.Source.STOP);

        var preview = previews.of(forBuilding(lilas.buildingId).by(Channel.SMS).order());
        assertThat(preview.messages()).isEqualTo(1);
        assertThat(preview.unreachable())
                .isEqualTo(Map.of(
                        Unreachable.DEAD_NUMBER, 1,
                        Unreachable.LANDLINE, 1,
                        Unreachable.FOREIGN_NUMBER, 1,
                        Unreachable.NO_PHONE, 1,
                        Unreachable.OPPOSED, 1));
        var listed = new ArrayList<Unreachable>();
        previews.unreachable(forBuilding(lilas.buildingId).by(Channel.SMS).order(), one -> listed.add(one.reason()));
        assertThat(listed).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void anOppositionToNewsStopsNewsNotTheCutOfWater() {
        oppositions.record(Channel.SMS, lilas.first().mobile(), Oppositions.Scope.INFORMATIVE, Oppositions.Source.STOP);
        assertThat(previews.of(forBuilding(lilas.buildingId)
                                .by(Channel.SMS)
                                .informative()
                                .order())
                        .messages())
                .isZero();
        assertThat(previews.of(forBuilding(lilas.buildingId).by(Channel.SMS).order())
                        .messages())
                .isEqualTo(1);
        // Another way is left: the ladder goes on.
        assertThat(previews.of(forBuilding(lilas.buildingId).informative().order())
                        .channels())
                .singleElement()
                .satisfies(one -> assertThat(one.channel()).isEqualTo(Channel.LETTER));
    }

    @Test
    void anInformativeMessageWaitsOverSundayUnlessItIsUrgent() {
        clock.set(Instant.parse("2026-11-28T20:30:00Z"));
        var waits = send(forBuilding(lilas.buildingId).informative().by(Channel.SMS));
        run();
        assertThat(state(waits)).isEqualTo(MailingState.SCHEDULED);
        clock.set(Instant.parse("2026-11-30T06:59:59Z"));
        run();
        assertThat(centre.to(lilas.first().mobile())).isEmpty();
        clock.set(Instant.parse("2026-11-30T07:00:00Z"));
        run();
        assertThat(centre.to(lilas.first().mobile())).hasSize(1);
        assertThat(state(waits)).isEqualTo(MailingState.DONE);

        clock.set(Instant.parse("2026-12-06T20:30:00Z"));
        var urgent = send(
                forBuilding(lilas.buildingId).informative().by(Channel.SMS).urgentBecause("Fuite de gaz dans la rue"));
        run();
        assertThat(centre.to(lilas.first().mobile())).hasSize(2);
        assertThat(timeline.ofCase(MailingDiary.caseOf(urgent), false))
                .anySatisfy(entry -> assertThat(entry.detail()).isEqualTo("Fuite de gaz dans la rue"));
    }

    @Test
    void quietHoursBeginningInTheMiddleHoldTheRest() {
        for (var n = 0; n < 4; n++) {
            lilas.household(Residence.mobile(), null, "fr", n);
        }
        clock.set(Instant.parse("2026-11-24T20:29:00Z"));
        var id = send(forBuilding(lilas.buildingId).informative().by(Channel.SMS));
        jobs.runDue();
        assertThat(feed.chunk(id)).isEqualTo(3);
        clock.set(Instant.parse("2026-11-24T20:30:00Z"));
        assertThat(feed.chunk(id)).isZero();
        clock.set(Instant.parse("2026-11-25T07:00:00Z"));
        assertThat(feed.chunk(id)).isEqualTo(2);
    }

    @Test
    void aMessageLeavesAtItsMomentAndNotBefore() {
        var id = send(forBuilding(lilas.buildingId).by(Channel.SMS).at(MovableClock.START.plus(Duration.ofHours(3))));
        clock.advance(Duration.ofHours(3).minusMillis(1));
        run();
        assertThat(state(id)).isEqualTo(MailingState.SCHEDULED);
        clock.advance(Duration.ofMillis(1));
        run();
        assertThat(state(id)).isEqualTo(MailingState.DONE);
        assertThat(centre.to(lilas.first().mobile())).hasSize(1);
    }

    @Test
    void whatHasNotLeftIsCancelled() {
        for (var n = 0; n < 4; n++) {
            lilas.household(Residence.mobile(), null, "fr", n);
        }
        var id = send(forBuilding(lilas.buildingId).by(Channel.SMS));
        jobs.runDue();
        feed.chunk(id);
        mailings.cancel(id);
        run();
        assertThat(state(id)).isEqualTo(MailingState.CANCELLED);
        assertThat(reports.totals(id).cancelled()).isEqualTo(5);
        assertThat(reports.totals(id).sent()).isZero();
        refused("mailing.error.over", () -> mailings.cancel(id));
    }

    @Test
    void twoThreadsFeedingOneMailingWriteToEachNumberOnce() throws Exception {
        var numbers = new ArrayList<String>(List.of(lilas.first().mobile()));
        for (var n = 0; n < 4; n++) {
            numbers.add(Residence.mobile());
            lilas.household(numbers.get(n + 1), null, "fr", n);
        }
        var id = send(forBuilding(lilas.buildingId).by(Channel.SMS));
        jobs.runDue();
        together(3, () -> {
            while (feed.chunk(id) > 0) {
                // chunk after chunk
            }
            return true;
        });
        sweep.sweep();
        outbox.sweep();
        assertThat(numbers).allSatisfy(number -> assertThat(centre.to(number)).hasSize(1));
    }

    @Test
    void aStepThatRunsAgainAfterACrashListsNobodyTwice() {
        lilas.household(Residence.mobile(), null, "fr", 1);
        var id = send(forBuilding(lilas.buildingId).by(Channel.SMS));
        jobs.runDue();
        jdbc.sql("update mailing set state = 'SCHEDULED' where id = ?")
                .param(id)
                .update();
        steps.startSending(id);
        assertThat(reports.totals(id).all()).isEqualTo(2);
        // The outbox has them, the recipients' state was lost with the node.
        while (feed.chunk(id) > 0) {
            // all of them
        }
        jdbc.sql("update mailing_recipient set state = 'LISTED' where mailing_id = ?")
                .param(id)
                .update();
        run();
        assertThat(centre.to(lilas.first().mobile())).hasSize(1);
        assertThat(state(id)).isEqualTo(MailingState.DONE);
    }

    @Test
    void oneFormSentTwiceIsOneMailing() throws Exception {
        var order = forBuilding(lilas.buildingId).by(Channel.SMS).order();
        var author = people.somebodyOf(lilas.agencyId(), Role.SUPERVISOR);
        var ids = together(3, () -> {
            people.signIn(author);
            try {
                var id = fr.allervers.shared.Retry.onConflict(() -> mailings.draft(order));
                fr.allervers.shared.Retry.onConflict(() -> mailings.send(id, order));
                return id;
            } finally {
                people.signOut();
            }
        });
        assertThat(ids).containsOnly(ids.get(0));
        run();
        assertThat(centre.to(lilas.first().mobile())).hasSize(1);
    }

    @Test
    void whatCannotBeFilledInOrReachedIsSaidBeforeAnythingLeaves() {
        refused(
                "template.error.unknown-field",
                () -> mailings.draft(
                        forBuilding(lilas.buildingId).saying("Bonjour {prenon}").order()));
        refused(
                "mailing.error.details",
                () -> send(forBuilding(lilas.buildingId).withoutDetails()));
        refused(
                "mailing.error.sender.generic",
                () -> send(forBuilding(lilas.buildingId).from("INFO")));
        refused(
                "mailing.error.emergency",
                () -> send(forBuilding(lilas.buildingId).informative().urgentBecause("vite")));
        refused(
                "mailing.error.text.SMS",
                () -> send(forBuilding(lilas.buildingId).saying("")));
        refused("mailing.error.audience", () -> send(forBuilding(Long.MAX_VALUE)));
        refused("mailing.error.audience", () -> send(forList(" \n ")));
        jdbc.sql("update phone set dead = true where e164 = ?")
                .param(lilas.first().mobile())
                .update();
        refused("mailing.error.nobody", () -> send(forBuilding(lilas.buildingId).by(Channel.SMS)));
        assertThat(centre.to(lilas.first().mobile())).isEmpty();
    }

    @Test
    void aPastedListNamesItsBadLinesAndWritesToTheOthers() {
        var stranger = Residence.mobile();
        var code = jdbc.sql("select code from household where id = ?")
                .param(lilas.household(Residence.mobile(), null, "fr", 1))
                .query(String.class)
                .single();
        var list = String.join(
                "\r\n",
                lilas.first().mobile(),
                "0" + stranger.substring(3),
                "",
                code.toLowerCase(),
                "NOSUCH",
                "01 99 00 10 10",
                "+44 7700 900123",
                "06 12",
                stranger);
        var order = forList(list).by(Channel.SMS).saying("Bonjour");
        var preview = previews.of(order.order());
        assertThat(preview.bad())
                .extracting(PastedList.BadLine::number, PastedList.BadLine::fault)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(5, PastedList.BadLine.Fault.UNKNOWN_CODE),
                        org.assertj.core.groups.Tuple.tuple(6, PastedList.BadLine.Fault.LANDLINE),
                        org.assertj.core.groups.Tuple.tuple(7, PastedList.BadLine.Fault.FOREIGN_NUMBER),
                        org.assertj.core.groups.Tuple.tuple(8, PastedList.BadLine.Fault.NOT_READ));
        assertThat(preview.messages()).isEqualTo(3);
        assertThat(preview.outsideRegister()).isEqualTo(1);
        var id = send(order);
        run();
        assertThat(centre.to(stranger)).hasSize(1);
        assertThat(centre.to(lilas.first().mobile())).hasSize(1);
        assertThat(reports.totals(id).sent()).isEqualTo(3);
        refused(
                "mailing.error.strangers",
                () -> send(forList(stranger).by(Channel.SMS).saying("Bonjour {nom}")));
    }

    @Test
    void anotherAgencysBuildingIsNotWrittenTo() {
        people.signIn(people.somebodyOf(tenants.agency(), Role.SUPERVISOR));
        refused("mailing.error.audience", () -> send(forBuilding(lilas.buildingId)));
        people.signIn(people.somebodyOf(lilas.agencyId(), Role.SUPERVISOR));
        var id = send(forBuilding(lilas.buildingId));
        people.signIn(people.somebodyOf(tenants.agency(), Role.SUPERVISOR));
        assertThatThrownBy(() -> mailings.read(id)).isInstanceOf(AccessDeniedException.class);
        people.signIn(people.somebodyOf(lilas.agencyId(), Role.CALLER));
        assertThatThrownBy(() -> send(forBuilding(lilas.buildingId))).isInstanceOf(AccessDeniedException.class);
    }

    static <T> List<T> together(int threads, Callable<T> act) throws Exception {
        var pool = Executors.newFixedThreadPool(threads);
        var start = new CountDownLatch(1);
        try {
            var running = IntStream.range(0, threads)
                    .mapToObj(n -> pool.submit(() -> {
                        start.await();
                        return act.call();
                    }))
                    .toList();
            start.countDown();
            var results = new ArrayList<T>();
            for (var one : running) {
                results.add(one.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
