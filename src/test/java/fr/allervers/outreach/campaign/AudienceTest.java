package fr.allervers.outreach.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.privacy.Resealing;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.People;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Today is 24 November 2026. */
@ApplicationTest
class AudienceTest {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CallCampaigns campaigns;

    @Autowired
    People people;

    @Autowired
    Resealing resealing;

    CampaignFixture register;
    long agency;
    long building;
    StaffMember supervisor;

    @BeforeEach
    void anAgency() {
        register = new CampaignFixture(jdbc);
        agency = register.agency();
        building = register.building(agency);
        supervisor = people.somebodyOf(agency, Role.SUPERVISOR);
        people.signIn(supervisor);
    }

    @AfterEach
    void signOut() {
        people.signOut();
    }

    private AudiencePreview preview(Audience audience) {
        return campaigns.preview(audience, null, Purpose.WELL_BEING, 0, List.of());
    }

    private long household(LocalDate birth, String... flags) {
        var household = register.household(agency, building);
        register.person(household, birth, flags);
        return household;
    }

    @ParameterizedTest(name = "born on {0}, 75 and over: {1}")
    @CsvSource({"1951-11-23, 1", "1951-11-24, 1", "1951-11-25, 0", "2010-01-01, 0"})
    void whoHasTheBirthdayTodayIsAYearOlder(LocalDate birth, int expected) {
        household(birth);
        assertThat(preview(Audience.from(75)).households()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "born on {0}, 65 to 74: {1}")
    @CsvSource({"1951-11-24, 0", "1951-11-25, 1", "1961-11-24, 1", "1961-11-25, 0"})
    void theLastYearOfAnAgeRangeIsIncluded(LocalDate birth, int expected) {
        household(birth);
        assertThat(preview(Audience.between(65, 74)).households()).isEqualTo(expected);
    }

    @Test
    void bornOnALeapDayIsAYearOlderOnTheFirstOfMarch() {
        household(LocalDate.of(1952, 2, 29));
        assertThat(onDay(LocalDate.of(2027, 2, 28))).isZero();
        assertThat(onDay(LocalDate.of(2027, 3, 1))).isOne();
    }

    private int onDay(LocalDate day) {
        return campaigns
                .preview(Audience.from(75), day, Purpose.WELL_BEING, 0, List.of())
                .households();
    }

    @Test
    void aHouseholdWithTwoConcernedOccupantsCountsOnceAndNamesBoth() {
        var household = household(LocalDate.of(1940, 5, 1));
        register.person(household, LocalDate.of(1938, 5, 1));
        register.person(household, LocalDate.of(2000, 5, 1));
        var preview = preview(Audience.from(75));
        assertThat(preview.households()).isOne();
        assertThat(preview.people()).isEqualTo(2);
        assertThat(preview.sample()).singleElement().satisfies(one -> assertThat(one.people())
                .isEqualTo("Lucette Garnier (88), Lucette Garnier (86)"));
    }

    @Test
    void ageAndSituationAreBothNeededOrOneIsEnough() {
        household(LocalDate.of(1940, 5, 1));
        household(LocalDate.of(1940, 5, 1), "lives_alone = true");
        household(LocalDate.of(1940, 5, 1), "marital_status = 'WIDOWED'");
        household(LocalDate.of(1990, 5, 1), "lives_alone = true");
        household(LocalDate.of(1990, 5, 1));
        assertThat(preview(with(Audience.Joined.AND)).households()).isEqualTo(2);
        assertThat(preview(with(Audience.Joined.OR)).households()).isEqualTo(4);
    }

    /** Disability is sealed in the register: the filter asks for ids, and goes on in SQL. */
    @Test
    void disabledPeopleAreFoundThoughTheRegisterDoesNotSayWhoTheyAre() {
        household(LocalDate.of(1940, 5, 1));
        household(LocalDate.of(1940, 5, 1), "disability = '1'");
        household(LocalDate.of(1990, 5, 1), "disability = '1'");
        household(LocalDate.of(1990, 5, 1), "disability = '0'");
        resealing.run();
        assertThat(jdbc.sql("select count(*) from occupant where disability in ('0', '1')")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(preview(with(Audience.Joined.AND, Trait.DISABLED)).households())
                .isOne();
        assertThat(preview(with(Audience.Joined.OR, Trait.DISABLED)).households())
                .isEqualTo(3);
    }

    private static Audience with(Audience.Joined joined) {
        return with(joined, Trait.ALONE, Trait.WIDOWED);
    }

    private static Audience with(Audience.Joined joined, Trait... traits) {
        return new Audience(75, null, Set.of(traits), joined, null, Set.of(), Set.of(), Set.of(), false, List.of());
    }

    @Test
    void theAgeOfOneAndTheLonelinessOfAnotherDoNotAddUp() {
        var household = household(LocalDate.of(1940, 5, 1));
        register.person(household, LocalDate.of(1990, 5, 1), "lives_alone = true");
        assertThat(preview(with(Audience.Joined.AND)).households()).isZero();
    }

    @Test
    void whoDoesNotWantToBeCalledIsNeverConcerned() {
        household(LocalDate.of(1940, 5, 1), "do_not_call = true");
        household(LocalDate.of(1940, 5, 1), "deceased_on = '2026-01-01'");
        household(LocalDate.of(1940, 5, 1), "left_on = '2026-11-24'");
        assertThat(preview(Audience.from(75)).households()).isZero();
    }

    @Test
    void codesPastedAreLeftOutAndUnknownOnesNamed() {
        var out = household(LocalDate.of(1940, 5, 1));
        household(LocalDate.of(1940, 5, 1));
        var preview = preview(new Audience(
                75,
                null,
                Set.of(),
                Audience.Joined.AND,
                null,
                Set.of(),
                Set.of(),
                Set.of(),
                false,
                List.of(register.codeOf(out), "NOWHERE")));
        assertThat(preview.households()).isOne();
        assertThat(preview.unknownCodes()).containsExactly("NOWHERE");
    }

    @Test
    void rentInArrearsIsComparedToTheCent() {
        var behind = household(LocalDate.of(1980, 5, 1));
        jdbc.sql("update household set arrears_cents = 25000 where id = ?")
                .param(behind)
                .update();
        assertThat(preview(behindBy(25_000)).households()).isOne();
        assertThat(preview(behindBy(25_001)).households()).isZero();
    }

    private static Audience behindBy(long cents) {
        return new Audience(
                null, null, Set.of(), Audience.Joined.AND, cents, Set.of(), Set.of(), Set.of(), false, List.of());
    }

    @Test
    void aSupervisorCountsTheirAgenciesOnly() {
        var other = register.agency();
        var elsewhere = register.household(other, register.building(other));
        register.person(elsewhere, LocalDate.of(1940, 5, 1));
        household(LocalDate.of(1940, 5, 1));
        assertThat(preview(Audience.from(75)).households()).isOne();
        assertThat(preview(Audience.from(75).in(Set.of(other))).households()).isZero();
    }

    @Test
    void aSecondWaveDoesNotCountTheFirstAgain() {
        var both = household(LocalDate.of(1940, 5, 1));
        register.person(both, LocalDate.of(1956, 5, 1));
        household(LocalDate.of(1956, 5, 1));
        assertThat(campaigns
                        .preview(Audience.between(65, 74), null, Purpose.WELL_BEING, 0, List.of(Audience.from(75)))
                        .households())
                .isOne();
    }
}
