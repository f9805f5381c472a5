package fr.allervers.outreach.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.partners.Service;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.Jobs;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.workflow.Timeline;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.test.assertions.ProcessEngineTests;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every path of call-campaign, with the clock moved. */
@ApplicationTest
class CampaignLifeTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CallCampaigns campaigns;

    @Autowired
    CampaignCoverage coverage;

    @Autowired
    CampaignTasks tasks;

    @Autowired
    LaunchWork launches;

    @Autowired
    CampaignClosing closings;

    @Autowired
    Timeline timeline;

    @Autowired
    People people;

    @Autowired
    Jobs jobs;

    @Autowired
    MovableClock clock;

    CampaignFixture register;
    long agency;
    long building;
    StaffMember supervisor;
    String insee;

    @BeforeEach
    void aSmallRegister() {
        register = new CampaignFixture(jdbc);
        agency = register.agency();
        insee = "%05d".formatted(agency % 100_000);
        building = register.building(agency, insee);
        supervisor = people.somebodyOf(agency, Role.SUPERVISOR);
        people.signIn(supervisor);
    }

    @AfterEach
    void restore() {
        people.signOut();
        clock.reset();
    }

    private long household(int birthYear, String... flags) {
        var household = register.household(agency, building);
        register.person(household, LocalDate.of(birthYear, 5, 1), flags);
        return household;
    }

    private long draft(@Nullable LocalDate secondOpens, Service... services) {
        return campaigns.draft(
                register.settings(Set.of(services)),
                List.of(
                        register.wave("75 ans et plus", Audience.from(75), agency, null),
                        register.wave("65 à 74 ans", Audience.between(65, 74), agency, secondOpens)));
    }

    private long running(@Nullable LocalDate secondOpens) {
        var id = draft(secondOpens);
        campaigns.propose(id);
        tasks.act(id, "check-partners", Map.of());
        tasks.act(id, "approve-list", Map.of("approval", "APPROVE"));
        jobs.runDue();
        return id;
    }

    private List<String> diary(long id) {
        return timeline.ofCase(CampaignDiary.caseOf(id), true).stream()
                .map(Timeline.Entry::what)
                .toList();
    }

    private static Instant morning(String day) {
        return LocalDate.parse(day)
                .atTime(8, 0)
                .atZone(java.time.ZoneId.of("Europe/Paris"))
                .toInstant();
    }

    @Test
    void anApprovedCampaignListsItsFirstWaveOnly() {
        var old = household(1940);
        household(1956);
        var id = running(null);
        assertThat(register.listed(id)).containsExactly(old);
        assertThat(campaigns.summary(id).state()).isEqualTo(CampaignState.RUNNING);
        ProcessEngineTests.init(engine);
        ProcessEngineTests.assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(Long.toString(id))
                        .processDefinitionKey("call-campaign")
                        .singleResult())
                .isActive()
                .hasPassedInOrder("check-partners", "approve-list");
    }

    @Test
    void theOldestLivingAloneComeFirst() {
        var young = household(1949);
        var couple = household(1938);
        var alone = household(1939, "lives_alone = true");
        assertThat(register.listed(running(null))).startsWith(alone).containsExactlyInAnyOrder(alone, couple, young);
    }

    @Test
    void theSecondWaveOpensOnItsDayAtEight() {
        household(1940);
        var younger = household(1956);
        var id = running(LocalDate.of(2026, 12, 1));
        clock.set(morning("2026-12-01").minusSeconds(1));
        jobs.runDue();
        assertThat(register.listed(id)).doesNotContain(younger);
        clock.set(morning("2026-12-01"));
        jobs.runDue();
        assertThat(register.listed(id)).contains(younger);
    }

    @Test
    void theSecondWaveOpensByHandAndNotOnceMoreByItsDate() {
        household(1940);
        var younger = household(1956);
        var id = running(LocalDate.of(2026, 12, 1));
        campaigns.openNextWave(id);
        jobs.runDue();
        assertThat(register.listed(id)).hasSize(2).contains(younger);
        clock.set(morning("2026-12-02"));
        jobs.runDue();
        assertThat(diary(id))
                .filteredOn(what -> what.startsWith("Vague") && what.contains("ouverte"))
                .hasSize(2);
        assertThatThrownBy(() -> campaigns.openNextWave(id)).isInstanceOf(UserError.class);
    }

    @Test
    void aCommuneWithoutAPartnerBlocksUntilAReasonIsGiven() {
        household(1940);
        var id = draft(null, Service.MEALS, Service.LISTENING);
        campaigns.propose(id);
        assertThat(coverage.checkPartners(id).gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.insee()).isEqualTo(insee);
            assertThat(gap.services()).containsExactly(Service.MEALS, Service.LISTENING);
        });
        assertThatThrownBy(() -> tasks.act(id, "check-partners", Map.of("overrideReason", " ")))
                .isInstanceOf(UserError.class);
        assertThat(tasks.waitingStep(id)).isEqualTo("check-partners");
        tasks.act(id, "check-partners", Map.of("overrideReason", "Le CCAS voisin dépanne"));
        assertThat(tasks.waitingStep(id)).isEqualTo("approve-list");
        assertThat(timeline.ofCase(CampaignDiary.caseOf(id), true))
                .anySatisfy(entry -> assertThat(entry.detail()).contains("Le CCAS voisin dépanne"));
    }

    @Test
    void aPartnerForEveryServiceNeedsNoReason() {
        household(1940);
        register.partnerFor(insee);
        var id = draft(null, Service.values());
        campaigns.propose(id);
        tasks.act(id, "check-partners", Map.of());
        assertThat(tasks.waitingStep(id)).isEqualTo("approve-list");
    }

    @Test
    void aListThatIsNotApprovedComesBackAsADraftAndCanBeProposedAgain() {
        household(1940);
        var id = draft(null);
        campaigns.propose(id);
        tasks.act(id, "check-partners", Map.of());
        assertThatThrownBy(() -> tasks.act(id, "approve-list", Map.of("approval", "RETURN")))
                .isInstanceOf(UserError.class);
        tasks.act(id, "approve-list", Map.of("approval", "RETURN", "reason", "Trop large"));
        assertThat(campaigns.summary(id).state()).isEqualTo(CampaignState.DRAFT);
        assertThat(register.listed(id)).isEmpty();
        campaigns.propose(id);
        assertThat(tasks.waitingStep(id)).isEqualTo("check-partners");
    }

    @Test
    void wideningListsTheNewHouseholdsAndNobodyTwice() {
        var old = household(1940);
        var younger = household(1953);
        var id = running(null);
        var wave = campaigns.waves(id).get(0);
        campaigns.widen(id, wave.id(), register.wave("70 et plus", Audience.from(70), agency, null), null);
        jobs.runDue();
        assertThat(register.listed(id)).containsExactlyInAnyOrder(old, younger);
        campaigns.widen(id, wave.id(), register.wave("70 et plus", Audience.from(70), agency, null), null);
        jobs.runDue();
        assertThat(register.listed(id)).hasSize(2);
    }

    @Test
    void wideningToACommuneWithoutAPartnerNeedsAReason() {
        household(1940);
        register.partnerFor(insee);
        var far = register.building(agency, "%05d".formatted(50_000 + agency % 40_000));
        register.person(register.household(agency, far), LocalDate.of(1964, 5, 1));
        var id = draft(null, Service.MEALS);
        campaigns.propose(id);
        tasks.act(id, "check-partners", Map.of());
        tasks.act(id, "approve-list", Map.of("approval", "APPROVE"));
        jobs.runDue();
        var wave = campaigns.waves(id).get(0);
        var wider = register.wave("60 et plus", Audience.from(60), agency, null);
        assertThatThrownBy(() -> campaigns.widen(id, wave.id(), wider, null)).isInstanceOf(UserError.class);
        assertThat(register.listed(id)).hasSize(1);
        campaigns.widen(id, wave.id(), wider, "Convention à signer");
        assertThat(register.listed(id)).hasSize(2);
    }

    @Test
    void closingStopsTheCallsButLeavesUrgentSituations() {
        household(1940);
        var urgent = household(1941);
        var id = running(null);
        launches.run();
        jdbc.sql(
                        "update household_call set grade = 'RED', state = 'WAITING' where campaign_id = ? and household_id = ?")
                .params(id, urgent)
                .update();
        campaigns.close(id, "Fin de l’hiver");
        jobs.runDue();
        assertThat(closings.next()).isOne();
        assertThat(closings.next()).isZero();
        assertThat(register.engineCases(id)).isOne();
        assertThat(tasks.waitingStep(id)).isEqualTo("write-report");
        tasks.act(id, "write-report", Map.of("lessons", "Bien reçu"));
        assertThat(campaigns.summary(id).state()).isEqualTo(CampaignState.REPORTED);
        assertThatThrownBy(() -> campaigns.openNextWave(id)).isInstanceOf(UserError.class);
    }

    @Test
    void closingBeforeTheLaunchStartsNothing() {
        household(1940);
        var id = running(null);
        campaigns.close(id, null);
        jobs.runDue();
        launches.run();
        assertThat(register.engineCases(id)).isZero();
    }

    @Test
    void aSupervisorOfAnotherAgencyMayNeitherReadNorAct() {
        household(1940);
        var id = draft(null);
        people.signIn(people.somebodyOf(register.agency(), Role.SUPERVISOR));
        assertThatThrownBy(() -> campaigns.read(id))
                .isInstanceOf(org.springframework.security.access.AccessDeniedException.class);
        assertThatThrownBy(() -> campaigns.propose(id))
                .isInstanceOf(org.springframework.security.access.AccessDeniedException.class);
    }
}
