package fr.allervers.messaging.mailing;

import static fr.allervers.messaging.mailing.Orders.forBuilding;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.messaging.Channel;
import fr.allervers.messaging.sending.OutboxSweep;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.Jobs;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.testing.SmsCentre;
import fr.allervers.testing.Tenants;
import fr.allervers.workflow.Tasks;
import fr.allervers.workflow.Timeline;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** More than five messages, in the tests' settings, need a second person. */
@ApplicationTest
class ApprovalTest {

    @Autowired
    Mailings mailings;

    @Autowired
    MassMessageCases approvals;

    @Autowired
    MailingSweep sweep;

    @Autowired
    OutboxSweep outbox;

    @Autowired
    Tasks tasks;

    @Autowired
    Timeline timeline;

    @Autowired
    SmsCentre centre;

    @Autowired
    Tenants tenants;

    @Autowired
    People people;

    @Autowired
    Jobs jobs;

    @Autowired
    MovableClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    Residence lilas;
    StaffMember author;
    StaffMember second;

    @BeforeEach
    void sixHouseholds() {
        lilas = new Residence(jdbc, tenants);
        for (var n = 0; n < 5; n++) {
            lilas.household(Residence.mobile(), null, "fr", n);
        }
        author = people.somebodyOf(lilas.agencyId(), Role.SUPERVISOR, Role.DIRECTOR);
        second = people.somebodyOf(lilas.agencyId(), Role.SUPERVISOR);
        people.signIn(author);
    }

    @AfterEach
    void signOut() {
        people.signOut();
        clock.reset();
    }

    private long send() {
        var order = forBuilding(lilas.buildingId).by(Channel.SMS).order();
        var id = mailings.draft(order);
        mailings.send(id, order);
        return id;
    }

    private Optional<String> task(long id, String step) {
        return Optional.ofNullable(transaction.execute(
                status -> tasks.open(MailingDiary.caseOf(id), step).orElse(null)));
    }

    private void decide(long id, String step, StaffMember by, Map<String, Object> answers) {
        people.signIn(by);
        transaction.executeWithoutResult(status -> {
            var task = tasks.open(MailingDiary.caseOf(id), step).orElseThrow();
            tasks.complete(task, approvals.complete(id, step, answers, by));
        });
    }

    private void run() {
        jobs.runDue();
        sweep.sweep();
        outbox.sweep();
        sweep.sweep();
    }

    @Test
    void fiveMessagesNeedNobodySixNeedASecondPerson() {
        jdbc.sql("update phone set dead = true where e164 = ?")
                .param(lilas.first().mobile())
                .update();
        assertThat(mailings.read(send()).state()).isEqualTo(MailingState.SCHEDULED);
        jdbc.sql("update phone set dead = false where e164 = ?")
                .param(lilas.first().mobile())
                .update();
        assertThat(mailings.read(send()).state()).isEqualTo(MailingState.PROPOSED);
    }

    @Test
    void nothingLeavesBeforeAColleagueApproves() {
        var id = send();
        run();
        assertThat(centre.to(lilas.first().mobile())).isEmpty();
        decide(id, "approve-mailing", second, Map.of("approval", "APPROVE"));
        run();
        assertThat(centre.to(lilas.first().mobile())).hasSize(1);
        assertThat(mailings.read(id)).satisfies(mailing -> {
            assertThat(mailing.state()).isEqualTo(MailingState.DONE);
            assertThat(mailing.approvedBy()).isEqualTo(second.username());
        });
        assertThat(timeline.ofCase(MailingDiary.caseOf(id), false))
                .anySatisfy(entry -> assertThat(entry.what()).startsWith("Envoi terminé : 6 partis"));
    }

    @Test
    void theAuthorNeverApprovesNotEvenAsDirector() {
        var id = send();
        assertThatThrownBy(() -> decide(id, "approve-mailing", author, Map.of("approval", "APPROVE")))
                .isInstanceOfSatisfying(UserError.class, error -> assertThat(error.messageKey())
                        .isEqualTo("mailing.error.second-person"));
        clock.advance(Duration.ofDays(1));
        jobs.runDue();
        assertThatThrownBy(() -> decide(id, "approve-mailing-late", author, Map.of("approval", "APPROVE")))
                .isInstanceOf(UserError.class);
        assertThat(mailings.read(id).state()).isEqualTo(MailingState.PROPOSED);
    }

    @Test
    void aRefusalGivesTheDraftBackWithItsReasonAndItMayBeSentAgain() {
        var id = send();
        assertThatThrownBy(() -> decide(id, "approve-mailing", second, Map.of("approval", "RETURN")))
                .isInstanceOf(UserError.class);
        decide(id, "approve-mailing", second, Map.of("approval", "RETURN", "reason", "L’heure est fausse"));
        people.signIn(author);
        assertThat(mailings.read(id)).satisfies(mailing -> {
            assertThat(mailing.state()).isEqualTo(MailingState.DRAFT);
            assertThat(mailing.returnedBecause()).isEqualTo("L’heure est fausse");
        });
        var order = forBuilding(lilas.buildingId).by(Channel.SMS).order();
        mailings.change(id, order);
        mailings.send(id, order);
        assertThat(task(id, "approve-mailing")).isPresent();
    }

    @Test
    void fourWorkingHoursLateTheDirectorDecides() {
        var id = send();
        // 10:00 on a Tuesday; the morning ends at noon, the afternoon begins at two.
        clock.set(MovableClock.START.plus(Duration.ofHours(6)).minusMillis(1));
        jobs.runDue();
        assertThat(task(id, "approve-mailing-late")).isEmpty();
        clock.advance(Duration.ofMillis(1));
        jobs.runDue();
        assertThat(task(id, "approve-mailing")).isPresent();
        decide(
                id,
                "approve-mailing-late",
                people.somebodyOf(lilas.agencyId(), Role.DIRECTOR),
                Map.of("approval", "APPROVE"));
        assertThat(task(id, "approve-mailing")).isEmpty();
        run();
        assertThat(mailings.read(id).state()).isEqualTo(MailingState.DONE);
    }

    @Test
    void aMessageWaitingForApprovalIsCancelledWithItsTask() {
        var id = send();
        mailings.cancel(id);
        assertThat(task(id, "approve-mailing")).isEmpty();
        run();
        assertThat(centre.to(lilas.first().mobile())).isEmpty();
    }
}
