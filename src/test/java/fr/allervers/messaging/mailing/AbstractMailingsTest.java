package fr.allervers.messaging.mailing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A building whose tenants are written to. */
@ApplicationTest
abstract class AbstractMailingsTest {

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

    long send(Orders order) {
        var ready = order.order();
        var id = mailings.draft(ready);
        mailings.send(id, ready);
        return id;
    }

    void run() {
        jobs.runDue();
        sweep.sweep();
        outbox.sweep();
        sweep.sweep();
    }

    MailingState state(long id) {
        return mailings.read(id).state();
    }

    static void refused(String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(UserError.class, error -> assertThat(error.messageKey())
                .isEqualTo(key));
    }
}
