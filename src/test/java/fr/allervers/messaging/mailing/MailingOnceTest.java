package fr.allervers.messaging.mailing;

import static fr.allervers.messaging.mailing.Orders.forBuilding;
import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.messaging.Channel;
import fr.allervers.staff.Role;
import fr.allervers.testing.AtOnce;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Threads, crashes and repeated forms: one mailing, one message for each number. */
class MailingOnceTest extends AbstractMailingsTest {

    @Test
    void twoThreadsFeedingOneMailingWriteToEachNumberOnce() throws Exception {
        var numbers = new ArrayList<String>(List.of(lilas.first().mobile()));
        for (var n = 0; n < 4; n++) {
            numbers.add(Residence.mobile());
            lilas.household(numbers.get(n + 1), null, "fr", n);
        }
        var id = send(forBuilding(lilas.buildingId).by(Channel.SMS));
        jobs.runDue();
        AtOnce.times(3, () -> {
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
        var ids = AtOnce.times(3, () -> {
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
}
