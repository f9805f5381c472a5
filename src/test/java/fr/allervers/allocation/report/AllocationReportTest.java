package fr.allervers.allocation.report;

import static fr.allervers.allocation.DecisionKind.ALLOCATION;
import static fr.allervers.allocation.DecisionKind.INADMISSIBLE;
import static fr.allervers.allocation.DecisionKind.NON_ALLOCATION;
import static fr.allervers.allocation.DecisionKind.RANKED_ALLOCATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.allervers.allocation.outcome.Answers;
import fr.allervers.allocation.outcome.Decided;
import fr.allervers.allocation.outcome.Refusal;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.AtOnce;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;

@ApplicationTest
class AllocationReportTest {

    @Autowired
    AllocationReports reports;

    @Autowired
    RegisterExports exports;

    @Autowired
    Decided decided;

    @Autowired
    Answers answers;

    @Autowired
    MovableClock clock;

    @Autowired
    People people;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void afterwards() {
        clock.reset();
        people.signOut();
    }

    /** A dwelling refused by the first, let to the second who has priority; the third is not allocated, the fourth inadmissible. */
    private long lived() {
        var id = decided.decide(RANKED_ALLOCATION, RANKED_ALLOCATION, NON_ALLOCATION, INADMISSIBLE);
        jdbc.sql("update allocation_candidate set priority = true where id = ?")
                .param(decided.candidate(id, 1).candidateId())
                .update();
        answers.byLink(decided.candidate(id, 0).id(), Refusal.RENT, "");
        answers.byLink(decided.candidate(id, 1).id(), null, "");
        decided.task(
                "allocation-offer", id, "sign-lease", Map.of("outcome", "SIGNED", "signedOn", LocalDate.now(clock)));
        return id;
    }

    private long agencyOf(long outcomeId) {
        return jdbc.sql("select agency_id from allocation_outcome where id = ?")
                .param(outcomeId)
                .query(Long.class)
                .single();
    }

    private StaffMember officerOf(long outcomeId) {
        var officer = people.somebodyOf(agencyOf(outcomeId), Role.ALLOCATION_OFFICER);
        people.signIn(officer);
        return officer;
    }

    private static Map<String, Long> table(AllocationReport report, String key) {
        var rows = new java.util.LinkedHashMap<String, Long>();
        report.tables().stream()
                .filter(one -> one.key().equals(key))
                .flatMap(one -> one.rows().stream())
                .forEach(row -> rows.put(row.label(), row.value()));
        return rows;
    }

    @Test
    void theReportCountsWhatWasExaminedDecidedRefusedAndLet() {
        var id = lived();
        officerOf(id);
        var today = LocalDate.now(clock);
        var report = reports.of(today, today, null);
        assertThat(report.dwellings()).isOne();
        assertThat(report.examined()).isEqualTo(4);
        assertThat(report.allocations()).isEqualTo(2);
        assertThat(report.leases()).isOne();
        assertThat(report.priorityShare()).isEqualTo(100);
        assertThat(table(report, "decisions"))
                .containsEntry("outcome.kind.RANKED_ALLOCATION", 2L)
                .containsEntry("outcome.kind.NON_ALLOCATION", 1L)
                .containsEntry("outcome.kind.INADMISSIBLE", 1L);
        assertThat(table(report, "refusals")).containsExactly(Map.entry("outcome.refusal.RENT", 1L));
        assertThat(table(report, "reasons")).containsExactly(Map.entry("allocation.reason.RESOURCES", 2L));
        assertThat(table(report, "delays")).containsEntry("outcome.report.delay.lease", 0L);
        // The day before and the day after: nothing.
        assertThat(reports.of(today.minusDays(1), today.minusDays(1), null).examined())
                .isZero();
        assertThat(reports.of(today.plusDays(1), today.plusDays(1), null).examined())
                .isZero();
    }

    @Test
    void pageCsvAndPdfSayTheSameAndOthersSeeNothing() throws Exception {
        var id = lived();
        var officer = officerOf(id);
        mvc.perform(get("/attributions/bilan").with(People.as(officer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("pour 1 logement<")))
                .andExpect(content().string(containsString("Le loyer")));
        var csv = mvc.perform(get("/attributions/bilan.csv").with(People.as(officer)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv).contains("Candidats examinés;4").contains("Le loyer;1");
        mvc.perform(get("/attributions/bilan.pdf").with(People.as(officer)))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf"));
        mvc.perform(get("/attributions/bilan")
                        .param("du", "2026-12-01")
                        .param("au", "2026-01-01")
                        .with(People.as(officer)))
                .andExpect(status().is4xxClientError());
        mvc.perform(get("/attributions/bilan").with(People.as(people.somebody(Role.CALLER))))
                .andExpect(status().isForbidden());
        people.signIn(people.somebodyOf(agencyOf(decided.decide(ALLOCATION)), Role.ALLOCATION_OFFICER));
        var today = LocalDate.now(clock);
        assertThat(reports.of(today, today, agencyOf(id)).examined())
                .as("another agency's")
                .isZero();
    }

    @Test
    void aSignedLeaseIsInOneFileForTheRegisterEvenWhenTwoPeopleMakeOne() throws Exception {
        var id = lived();
        var officer = officerOf(id);
        assertThat(exports.waiting()).isOne();
        var context = SecurityContextHolder.getContext();
        var made = AtOnce.times(3, () -> {
            SecurityContextHolder.setContext(context);
            try {
                exports.make();
                return true;
            } catch (UserError e) {
                return false;
            }
        });
        assertThat(made).containsOnlyOnce(true);
        assertThat(exports.waiting()).isZero();
        var export = exports.history().get(0);
        var csv = mvc.perform(get("/attributions/registre-national/" + export.id() + ".csv")
                        .with(People.as(officer)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(csv.lines()).hasSize(2);
        assertThat(csv).contains("ATTRIBUTION;").contains(";T3;PLUS;400,00;LANDLORD;non;oui;1;1;1500,00;2026-11-24");
        mvc.perform(get("/attributions/registre-national").with(People.as(officer)))
                .andExpect(status().isOk());
        officerOf(decided.decide(ALLOCATION));
        assertThatThrownBy(() -> exports.require(export.id())).isInstanceOf(UserError.class);
    }
}
