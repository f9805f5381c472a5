package fr.allervers.kpi.fact;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.kpi.figure.Area;
import fr.allervers.kpi.figure.ArrearsGround;
import fr.allervers.kpi.figure.Figure;
import fr.allervers.kpi.figure.FigureGround.Home;
import fr.allervers.kpi.figure.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The figures of unpaid rent over cases that cover each outcome: as shown, as counted again, and as the test itself noted. */
class ArrearsFiguresTest extends AbstractFiguresTest {

    private static final int DAYS = 45;

    @Autowired
    StockCount stock;

    private final Random random = new Random(73);
    private final Expected expected = new Expected();
    private final List<Long> made = new ArrayList<>();
    private ArrearsGround arrears;

    /** Open cases would be met by the nights of other tests. */
    @AfterEach
    void forget() {
        for (var table : List.of("legal_deadline", "aid_request", "repayment_plan")) {
            jdbc.sql("delete from " + table + " where case_id in (:ids)")
                    .param("ids", made)
                    .update();
        }
        jdbc.sql("delete from appointment where case_kind = 'unpaid-rent-prevention' and case_id in (:ids)")
                .param("ids", made)
                .update();
        jdbc.sql("delete from appointment_offer where case_kind = 'unpaid-rent-prevention' and case_id in (:ids)")
                .param("ids", made)
                .update();
        jdbc.sql("delete from arrears_case where id in (:ids)")
                .param("ids", made)
                .update();
    }

    @Test
    void shownCountedAgainAndNotedAreTheSame() {
        arrears = new ArrearsGround(jdbc);
        for (var number = 0; number < 60; number++) {
            aCase(ground.home(number % 2 == 0 ? agency : other), number);
        }
        fold();
        for (var figure : Figure.of(Area.ARREARS)) {
            if (!figure.kind().isStock()) {
                assertThat(expected.countOf(figure, true)).as(figure.key()).isPositive();
                everyDayAndAll(expected, figure, agency, Period.days(FROM, FROM.plusDays(DAYS)), 12);
                everyDayAndAll(expected, figure, other, Period.days(FROM, FROM.plusDays(DAYS)), 12);
            }
        }
        sameWhenCountedAgain();
    }

    private void aCase(Home of, int number) {
        var opened = FROM.plusDays(random.nextInt(10));
        var steps = new String[] {null, "SMS", "CALL", "APPOINTMENT", "LETTER", "VISIT", "DECIDE"};
        var last = steps[number % steps.length];
        var id = arrears.opened(of, opened, opened.minusDays(3), 50_000 + number, last);
        made.add(id);
        contact(id, of, opened, number);
        closing(id, of, opened, last, number);
        appointments(id, of, opened, number);
        plan(id, of, opened, number);
        aid(id, of, opened, number);
        note("unpaid-rent-prevention", id);
    }

    /** Messages, calls and visits are contacts, notes and decisions are none; the first counts. */
    private void contact(long id, Home of, LocalDate opened, int number) {
        arrears.told(id, "DECISION", opened.atStartOfDay(PARIS).toInstant());
        var kinds = new String[] {null, "MESSAGE", "CALL", "VISIT", "NOTE"};
        var kind = kinds[number % kinds.length];
        if (kind == null || kind.equals("NOTE")) {
            expected.add(Figure.FIRST_CONTACT, of.agency(), opened, false);
            return;
        }
        var took = Duration.ofMinutes(30 + random.nextInt(9 * 24 * 60));
        var at = opened.atStartOfDay(PARIS).toInstant().plus(took);
        arrears.told(id, kind, at);
        arrears.told(id, "CALL", at.plus(Duration.ofHours(3)));
        expected.add(Figure.FIRST_CONTACT, of.agency(), opened, true, 0, took);
    }

    private void closing(long id, Home of, LocalDate opened, String last, int number) {
        if (number % 3 == 0) {
            return;
        }
        var at = moment(opened.plusDays(1 + random.nextInt(20)));
        var cleared = number % 3 == 1;
        arrears.closed(id, at, cleared ? "DEBT_CLEARED" : "BY_DECISION");
        var beforeTheLetter =
                last == null || List.of("SMS", "CALL", "APPOINTMENT").contains(last);
        expected.add(Figure.CLEARED_EARLY, of.agency(), day(at), cleared && beforeTheLetter);
    }

    private void appointments(long id, Home of, LocalDate opened, int number) {
        var each = List.of(
                List.<String>of(),
                List.of("HELD"),
                List.of("NO_SHOW", "HELD"),
                List.of("NO_SHOW", "CANCELLED"),
                List.of("EXCUSED", "BOOKED"),
                List.of("WITHDRAWN"));
        for (var count = 0; count < number % 3; count++) {
            var states = each.get((number + count) % each.size());
            var at = moment(opened.plusDays(random.nextInt(8)));
            var offer = arrears.offer(id, of, at);
            states.forEach(state -> arrears.appointment(offer, id, of, state));
            expected.add(Figure.APPOINTMENTS, of.agency(), day(at), states.contains("HELD"));
        }
    }

    private void plan(long id, Home of, LocalDate opened, int number) {
        var statuses = List.of("DRAFT", "OFFERED", "SIGNED", "KEPT", "BROKEN", "RENEGOTIATED", "CANCELLED");
        var status = statuses.get(number % statuses.size());
        var signed = statuses.indexOf(status) >= 2 && (!status.equals("CANCELLED") || number % 2 == 0)
                ? moment(opened.plusDays(random.nextInt(5)))
                : null;
        var ended = statuses.indexOf(status) >= 3 ? moment(opened.plusDays(6 + random.nextInt(15))) : null;
        var plan = arrears.plan(id, of, status, 40_000, signed, ended);
        note("repayment-plan", plan);
        if (signed != null) {
            expected.add(Figure.PLANS_MADE, of.agency(), day(signed), true);
        }
        if (ended != null && (status.equals("KEPT") || status.equals("BROKEN"))) {
            expected.add(Figure.PLANS_KEPT, of.agency(), day(ended), status.equals("KEPT"));
        }
    }

    private void aid(long id, Home of, LocalDate opened, int number) {
        var states = List.of("ASKED", "PENDING", "GRANTED", "REFUSED", "WITHDRAWN");
        var state = states.get(number % states.size());
        var decided = states.indexOf(state) < 2 ? null : opened.plusDays(random.nextInt(9));
        var granted = state.equals("GRANTED") ? 10_000L + number : null;
        note("aid-request", arrears.aid(id, of, state, opened, decided, granted));
        expected.add(
                Figure.AID,
                of.agency(),
                decided == null ? opened : decided,
                granted != null,
                granted == null ? 0 : granted,
                null);
    }

    @Test
    void debtsAndDeadlinesAreThoseOfToday() {
        arrears = new ArrearsGround(jdbc);
        var today = LocalDate.now(clock);
        var debts = 0L;
        for (var status : List.of("OPEN", "PAUSED", "PLAN", "LITIGATION", "CLOSED")) {
            var of = ground.home(agency);
            var id = arrears.opened(of, today, today.minusDays(40), 10_001, null);
            made.add(id);
            jdbc.sql("update arrears_case set status = ? where id = ?")
                    .params(status, id)
                    .update();
            debts += status.equals("CLOSED") ? 0 : 10_001;
        }
        var of = ground.home(agency);
        var id = arrears.opened(of, today, today, 20_000, null);
        made.add(id);
        // Late, on the last day at risk, the day after; and one that is done.
        arrears.deadline(id, of, "CAF_REPORT", "OPEN", today.minusDays(1));
        arrears.deadline(id, of, "CAF_PLAN", "WARNED", today);
        arrears.deadline(id, of, "GUARANTOR", "OPEN", today.plusDays(7));
        arrears.deadline(id, of, "ORDER_ENDS", "OPEN", today.plusDays(8));
        arrears.deadline(id, of, "CCAPEX", "DONE", today.minusDays(1));
        assertThat(stock.count()).isTrue();
        var period = Period.days(today.minusDays(3), today);
        assertThat(tile(Figure.DEBT, period, only(agency)).now().amount()).isEqualTo(debts + 20_000);
        assertThat(tile(Figure.DEBT, period, only(agency)).now().part()).isEqualTo(5);
        assertThat(tile(Figure.DEADLINES, period, only(agency)).now().part()).isEqualTo(3);
        assertThat(tile(Figure.DEADLINES, period, only(agency)).now().whole()).isEqualTo(4);
        assertThat(tile(Figure.DEBT, period, only(other)).now().amount()).isZero();
    }

    /** Some moment of this day in Paris, often its first or its last second. */
    private Instant moment(LocalDate day) {
        var at = day.atStartOfDay(PARIS);
        return switch (random.nextInt(4)) {
            case 0 -> at.toInstant();
            case 1 -> at.plusDays(1).minusSeconds(1).toInstant();
            default -> at.plusMinutes(random.nextInt(24 * 60)).toInstant();
        };
    }

    private static LocalDate day(Instant at) {
        return at.atZone(PARIS).toLocalDate();
    }
}
