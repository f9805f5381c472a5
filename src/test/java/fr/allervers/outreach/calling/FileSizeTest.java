package fr.allervers.outreach.calling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.outreach.calling.CallerProfiles.CallerProfile;
import fr.allervers.outreach.calling.CallingFixture.Running;
import fr.allervers.outreach.calling.HandOut.PlanLine;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files are of the campaign's size, or of the caller's own when that is smaller. */
@ApplicationTest
class FileSizeTest {

    @Autowired
    CallingFixture fixture;

    @Autowired
    HandOut handOut;

    @Autowired
    CallerProfiles profiles;

    @Autowired
    People people;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    Running campaign;
    StaffMember caller;

    @BeforeEach
    void thirtyHouseholdsAndACaller() {
        clock.reset();
        campaign = fixture.campaign();
        fixture.calls(campaign, 30);
        caller = people.somebodyOf(campaign.agencyId(), Role.CALLER);
        people.signIn(people.somebodyOf(campaign.agencyId(), Role.SUPERVISOR));
    }

    @AfterEach
    void signOut() {
        people.signOut();
    }

    private void campaignsFiles(int size) {
        jdbc.sql("update campaign set file_size = ? where id = ?")
                .params(size, campaign.campaignId())
                .update();
    }

    private List<Integer> files() {
        return jdbc.sql("select size from call_file where caller_id = ? order by id")
                .param(caller.id())
                .query(Integer.class)
                .list();
    }

    @ParameterizedTest(name = "{0} files of at most {1}, the campaign''s of {2}: {3}")
    @CsvSource({"1,20,7,7", "1,7,20,7", "1,7,7,7", "2,20,7,7;7", "2,5,7,5;5", "3,20,1,1;1;1"})
    void theSmallerSizeCounts(int filesPerWeek, int own, int campaigns, String handed) {
        profiles.save(new CallerProfile(caller.id(), filesPerWeek, own, List.of("fr")));
        campaignsFiles(campaigns);
        var expected = Stream.of(handed.split(";")).map(Integer::valueOf).toList();
        var total = expected.stream().mapToInt(Integer::intValue).sum();

        assertThat(handOut.plan(campaign.campaignId()))
                .containsExactly(new PlanLine(caller.id(), caller.displayName(), total));
        assertThat(handOut.handOut(campaign.campaignId())).isEqualTo(total);
        assertThat(files()).isEqualTo(expected);
        assertThat(handOut.handOut(campaign.campaignId())).isZero();
        assertThat(profiles.of(caller.id()).fileSize()).isEqualTo(own);
    }

    @Test
    void aFileTakenIsOfTheCampaignsSizeAndTheCallersOwnSizeStays() {
        campaignsFiles(4);
        people.signIn(caller);
        assertThat(handOut.takeFile(campaign.campaignId())).isEqualTo(4);
        assertThatThrownBy(() -> handOut.takeFile(campaign.campaignId())).isInstanceOf(UserError.class);
        assertThat(profiles.of(caller.id()).fileSize()).isEqualTo(CallerProfiles.FILE_SIZE);
    }
}
