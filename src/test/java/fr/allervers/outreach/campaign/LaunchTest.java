package fr.allervers.outreach.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.staff.Role;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.AtOnce;
import fr.allervers.testing.Jobs;
import fr.allervers.testing.People;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class LaunchTest {

    private static final int HOUSEHOLDS = 130;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CallCampaigns campaigns;

    @Autowired
    CampaignTasks tasks;

    @Autowired
    CampaignLaunch launch;

    @Autowired
    LaunchWork work;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    People people;

    @Autowired
    Jobs jobs;

    CampaignFixture register;

    @AfterEach
    void signOut() {
        people.signOut();
    }

    private long listed() {
        register = new CampaignFixture(jdbc);
        var agency = register.agency();
        var building = register.building(agency);
        people.signIn(people.somebodyOf(agency, Role.SUPERVISOR));
        for (var number = 0; number < HOUSEHOLDS; number++) {
            register.person(register.household(agency, building), LocalDate.of(1940, 5, 1));
        }
        var id = campaigns.draft(
                register.settings(Set.of()), List.of(register.wave("75 +", Audience.from(75), agency, null)));
        campaigns.propose(id);
        tasks.act(id, "check-partners", Map.of());
        tasks.act(id, "approve-list", Map.of("approval", "APPROVE"));
        jobs.runDue();
        return id;
    }

    @Test
    void aCrashInAChunkAndSeveralThreadsLeaveExactlyOneCasePerHousehold() throws Exception {
        var id = listed();
        assertThatThrownBy(() -> transactions.executeWithoutResult(chunk -> {
                    assertThat(launch.next().started()).isPositive();
                    throw new IllegalStateException("power cut");
                }))
                .hasMessage("power cut");
        assertThat(register.engineCases(id)).isZero();
        AtOnce.times(2, work::run);
        assertThat(register.engineCases(id)).isEqualTo(HOUSEHOLDS);
        assertThat(count(id, "LISTED")).isZero();
        assertThat(count(id, "TO_CALL")).isEqualTo(HOUSEHOLDS);
        assertThat(work.run()).isZero();
    }

    private long count(long campaign, String state) {
        return jdbc.sql("select count(*) from household_call where campaign_id = ? and state = ?")
                .params(campaign, state)
                .query(Long.class)
                .single();
    }
}
