package fr.allervers.arrears.prevention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.allervers.arrears.prevention.BulkReminders.Kind;
import fr.allervers.arrears.prevention.BulkReminders.Line;
import fr.allervers.arrears.prevention.BulkReminders.Obstacle;
import fr.allervers.staff.Role;
import fr.allervers.testing.People;
import fr.allervers.testing.Statements;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

/** Letters and messages to what the worktray shows, looked at first; never twice, never to who has paid. */
class BulkRemindersTest extends ArrearsFixture {

    @Autowired
    BulkReminders reminders;

    private TrayFilter ofTheAgency() {
        return new TrayFilter(tenant.agencyId(), null, null, null);
    }

    private long another() {
        var lease = lease(tenants.tenant(tenant.agencyId()));
        owes(lease, RENT, DUE);
        return cases.open(lease, "Loyer impayé");
    }

    private Obstacle obstacle(Kind kind, long id) {
        return reminders.preview(ofTheAgency(), kind).lines().stream()
                .filter(line -> line.caseId() == id)
                .findFirst()
                .map(Line::obstacle)
                .orElse(null);
    }

    @Test
    void thePreviewShowsTheTextAndSaysWhoIsLeftAsideAndWhy() {
        var first = opened();
        var paused = another();
        cases.pause(paused, PauseReason.HOSPITAL, LocalDate.of(2026, 12, 9), "");
        var planned = another();
        cases.planSigned(planned);

        var preview = reminders.preview(ofTheAgency(), Kind.LETTER);
        assertThat(preview.sample()).contains("523,40", "Malgré nos messages");
        assertThat(preview.writable()).isEqualTo(1);
        assertThat(obstacle(Kind.LETTER, first)).isNull();
        assertThat(obstacle(Kind.LETTER, paused)).isEqualTo(Obstacle.PAUSED);
        assertThat(obstacle(Kind.LETTER, planned)).isEqualTo(Obstacle.PLAN);
        assertThat(written(first)).isEmpty();
    }

    @Test
    void aLetterIsWrittenOnceAMonthWhoeverPressesAndWhateverTheLadderDoes() throws Exception {
        var id = opened();
        var context = SecurityContextHolder.getContext();
        Callable<BulkReminders.Sent> press = () -> {
            SecurityContextHolder.setContext(context);
            try {
                return reminders.send(List.of(id), Kind.LETTER);
            } finally {
                SecurityContextHolder.clearContext();
            }
        };
        var threads = Executors.newFixedThreadPool(2);
        try {
            var sent = 0;
            for (var done : threads.invokeAll(List.of(press, press, press, press))) {
                sent += done.get().written();
            }
            assertThat(sent).isEqualTo(1);
        } finally {
            threads.shutdown();
        }
        assertThat(written(id)).containsExactly("LETTER");
        assertThat(obstacle(Kind.LETTER, id)).isEqualTo(Obstacle.WRITTEN);
        assertThat(obstacle(Kind.MESSAGE, id)).isNull();

        at("2026-11-30T23:59");
        assertThat(reminders.send(List.of(id), Kind.LETTER).written()).isZero();
        at("2026-12-01T00:00");
        assertThat(reminders.send(List.of(id), Kind.LETTER).written()).isEqualTo(1);
    }

    @Test
    void whoPaidBetweenThePreviewAndTheSendingGetsNothing() {
        var id = opened();
        var other = another();
        assertThat(reminders.preview(ofTheAgency(), Kind.MESSAGE).writable()).isEqualTo(2);
        pays(RENT, LocalDate.of(2026, 11, 23));
        assertThat(reminders.send(List.of(id, other), Kind.MESSAGE)).isEqualTo(new BulkReminders.Sent(1, 1));
        assertThat(written(id)).isEmpty();
        assertThat(written(other)).containsExactly("SMS");
    }

    @Test
    void nobodyWritesToAnotherAgencyNorWithoutTheRole() {
        var id = opened();
        people.signIn(people.somebodyOf(tenants.agency(), Role.RENT_OFFICER));
        assertThatThrownBy(() -> reminders.send(List.of(id), Kind.MESSAGE)).isInstanceOf(AccessDeniedException.class);
        people.signIn(people.somebodyOf(tenant.agencyId(), Role.FIELD_MANAGER));
        assertThatThrownBy(() -> reminders.preview(ofTheAgency(), Kind.MESSAGE))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(written(id)).isEmpty();
    }

    @Test
    void thePageCostsTheSameForOneCaseAndForTen() throws Exception {
        opened();
        var one = Statements.during(() -> reminders.preview(ofTheAgency(), Kind.MESSAGE));
        for (var more = 0; more < 9; more++) {
            another();
        }
        assertThat(Statements.during(() -> reminders.preview(ofTheAgency(), Kind.MESSAGE)))
                .isEqualTo(one);
    }

    @Test
    void thePageLeadsFromTheTrayToTheSending() throws Exception {
        var id = opened();
        mvc.perform(get("/impayes")
                        .param("agence", Long.toString(tenant.agencyId()))
                        .with(People.as(officer)))
                .andExpect(content().string(containsString("/impayes/ecrire?agence=" + tenant.agencyId())));
        mvc.perform(get("/impayes/ecrire")
                        .param("agence", Long.toString(tenant.agencyId()))
                        .param("envoi", "LETTER")
                        .with(People.as(officer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Malgré nos messages")));
        mvc.perform(post("/impayes/ecrire")
                        .param("envoi", "LETTER")
                        .with(csrf())
                        .with(People.as(officer)))
                .andExpect(status().is4xxClientError());
        mvc.perform(post("/impayes/ecrire")
                        .param("envoi", "LETTER")
                        .param("dossier", Long.toString(id))
                        .with(csrf())
                        .with(People.as(officer)))
                .andExpect(status().is3xxRedirection())
                .andExpect(flash().attribute("written", 1))
                .andExpect(flash().attribute("leftAside", 0));
    }
}
