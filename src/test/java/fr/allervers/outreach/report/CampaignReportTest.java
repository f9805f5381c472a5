package fr.allervers.outreach.report;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.outreach.report.ReportTable.Row;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.People;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** A campaign of seven households in two agencies, whose numbers are known. */
@ApplicationTest
class CampaignReportTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CampaignReports reports;

    @Autowired
    People people;

    long mine;
    long other;
    long campaign;
    long first;
    long second;
    StaffMember awa;
    StaffMember paul;

    @BeforeEach
    void aKnownCampaign() {
        mine = agency();
        other = agency();
        awa = people.somebody(Role.CALLER);
        paul = people.somebody(Role.CALLER);
        campaign = insert("""
                insert into campaign (name, purpose, guide, state, starts_on, ends_on, max_attempts, file_size, hold_hours, created_by, created_at)
                values (?, 'WELL_BEING', 'guide-well-being', 'RUNNING', '2026-11-01', '2026-12-31', 4, 10, 72, 'x', '2026-11-01')
                """, "Bilan " + code());
        jdbc.sql("insert into campaign_agency (campaign_id, agency_id) values (?, ?), (?, ?)")
                .params(campaign, mine, campaign, other)
                .update();
        first = wave(1);
        second = wave(2);
        // five households of mine, two of the other agency
        var reached = call(mine, first, 2, "GREEN", true);
        attempt(reached, awa, "NO_ANSWER", "2026-11-10 10:00:00");
        attempt(reached, awa, "REACHED", "2026-11-12 10:00:00");
        var urgent = call(mine, first, 1, "RED", true);
        attempt(urgent, paul, "REACHED", "2026-11-17 10:00:00");
        need(urgent, "MEALS");
        need(urgent, "LISTENING");
        referral(urgent, false);
        var silent = call(mine, first, 1, null, false);
        attempt(silent, paul, "VOICEMAIL", "2026-11-17 11:00:00");
        call(mine, first, 0, null, false);
        call(mine, second, 0, null, false);
        var elsewhere = call(other, first, 1, "GREEN", true);
        attempt(elsewhere, awa, "REACHED", "2026-11-18 10:00:00");
        need(elsewhere, "MEALS");
        referral(elsewhere, true);
        call(other, first, 0, null, false);
        jdbc.sql(
                        "insert into testimony (call_id, campaign_id, words, at) values (?, ?, 'Merci de votre appel', '2026-11-18')")
                .params(elsewhere, campaign)
                .update();
    }

    @AfterEach
    void signOut() {
        people.signOut();
    }

    @Test
    void callsAreNotPeople() {
        people.signIn(people.somebody(Role.SUPERVISOR));
        var totals = reports.of(campaign, ReportFilter.ALL).totals();
        assertThat(totals.universe()).isEqualTo(7);
        assertThat(totals.called()).isEqualTo(4);
        assertThat(totals.reached()).isEqualTo(3);
        assertThat(totals.calls()).isEqualTo(5);
        assertThat(totals.responseRate()).isEqualTo(75);
        assertThat(totals.callsPerContact()).isEqualTo(1.7);
        assertThat(totals.referralsOpened()).isEqualTo(2);
        assertThat(totals.referralsClosed()).isOne();
    }

    @Test
    void tablesAreAsTheCallsWere() {
        people.signIn(people.somebody(Role.SUPERVISOR));
        var report = reports.of(campaign, ReportFilter.ALL);
        assertThat(report.table("waves").rows())
                .containsExactly(Row.of("Vague 1", 6L, 4L, 3L), Row.of("Vague 2", 1L, 0L, 0L));
        assertThat(report.table("attempts").rows()).containsExactly(Row.of("1", 2L), Row.of("2", 1L));
        assertThat(report.table("callers").rows())
                .containsExactlyInAnyOrder(
                        Row.of(awa.displayName(), 3L, 2L, 2L), Row.of(paul.displayName(), 2L, 2L, 1L));
        assertThat(report.table("weeks").rows())
                .containsExactly(Row.of("09/11/2026", 2L, 1L), Row.of("16/11/2026", 3L, 2L));
        assertThat(report.table("needs").rows())
                .extracting(Row::values)
                .containsExactly(java.util.List.of(2L), java.util.List.of(1L));
        assertThat(report.table("services").rows()).extracting(Row::values).containsExactly(java.util.List.of(1L, 1L));
        assertThat(report.medianHoursToFirstCall()).isNotNull();
        assertThat(report.verbatims()).containsExactly("Merci de votre appel");
    }

    @Test
    void filtersNarrowEveryNumber() {
        people.signIn(people.somebody(Role.SUPERVISOR));
        assertThat(reports.of(campaign, new ReportFilter(second, null, null))
                        .totals()
                        .universe())
                .isOne();
        assertThat(reports.of(campaign, new ReportFilter(null, other, null))
                        .totals()
                        .calls())
                .isOne();
        var byPaul =
                reports.of(campaign, new ReportFilter(null, null, paul.id())).totals();
        assertThat(byPaul.universe()).isEqualTo(2);
        assertThat(byPaul.calls()).isEqualTo(2);
        assertThat(byPaul.reached()).isOne();
    }

    @Test
    void smallGroupsOfOtherAgenciesAreNotShown() {
        people.signIn(people.somebodyOf(mine, Role.SUPERVISOR));
        var report = reports.of(campaign, ReportFilter.ALL);
        assertThat(report.masked()).isTrue();
        assertThat(report.table("grades").rows()).extracting(Row::values).allMatch(values -> values.contains(null));
        assertThat(report.table("agencies").rows())
                .anySatisfy(row -> assertThat(row.values()).containsExactly(5L, 5L, 3L, 2L))
                .anySatisfy(row -> assertThat(row.values()).containsOnlyNulls());
        assertThat(reports.of(campaign, new ReportFilter(null, mine, null)).masked())
                .isFalse();
    }

    private static String code() {
        return ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet();
    }

    private long agency() {
        var code = "R" + code();
        return insert("insert into agency (code, name) values (?, ?)", code, "Agence " + code);
    }

    private long wave(int number) {
        return insert(
                "insert into campaign_wave (campaign_id, number, name, criteria, deadline_on, opened_at) values (?, ?, ?, '{}', '2026-12-31', '2026-11-01')",
                campaign,
                number,
                "Vague " + number);
    }

    private long call(long agency, long wave, int attempts, String grade, boolean reached) {
        var household =
                insert("insert into household (code, name, agency_id) values (?, 'Garnier', ?)", "R" + code(), agency);
        var id = insert(
                "insert into household_call (campaign_id, wave_id, household_id, agency_id, state, attempts, started_at) values (?, ?, ?, ?, 'TO_CALL', ?, '2026-11-09')",
                campaign,
                wave,
                household,
                agency,
                attempts);
        if (attempts > 0) {
            jdbc.sql("update household_call set first_called_at = '2026-11-10', grade = ?, reached_at = ? where id = ?")
                    .params(java.util.Arrays.asList(grade, reached ? "2026-11-12" : null, id))
                    .update();
        }
        return id;
    }

    private void attempt(long call, StaffMember caller, String disposition, String at) {
        insert(
                "insert into call_attempt (call_id, caller_id, submission, at, disposition) values (?, ?, ?, ?, ?)",
                call,
                caller.id(),
                UUID.randomUUID().toString(),
                at,
                disposition);
    }

    private void need(long call, String need) {
        jdbc.sql("insert into call_need values (?, ?)").params(call, need).update();
    }

    private void referral(long call, boolean closed) {
        var partner = insert("insert into partner (name, kind) values (?, 'CCAS')", "P" + code());
        insert(
                "insert into referral (household_id, call_id, campaign_id, agency_id, partner_id, service, made_by, consent, state, opened_by, opened_at, follow_on, closed_at)"
                        + " select household_id, id, campaign_id, agency_id, ?, 'MEALS', 'LANDLORD', true, 'OPEN', 'x', '2026-11-18', '2026-11-25', if(?, '2026-11-20', null) from household_call where id = ?",
                partner,
                closed,
                call);
    }

    private long insert(String sql, Object... values) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql(sql).params(values).update(keys);
        return java.util.Objects.requireNonNull(keys.getKey()).longValue();
    }
}
