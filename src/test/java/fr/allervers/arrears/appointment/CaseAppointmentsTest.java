package fr.allervers.arrears.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.arrears.AbstractArrearsTest;
import fr.allervers.arrears.prevention.ArrearsCases;
import fr.allervers.arrears.prevention.CaseStatus;
import fr.allervers.staff.Role;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a booked appointment changes for the case of unpaid rent that it is about, and the other way round. */
class CaseAppointmentsTest extends AbstractArrearsTest {

    @Autowired
    Appointments appointments;

    @Autowired
    AppointmentNoting noting;

    @Autowired
    AppointmentRows rows;

    @Autowired
    OpeningRanges ranges;

    @Autowired
    OpeningRangeRows rangeRows;

    private long rangeId;

    @BeforeEach
    void theOfficerReceivesOnFridayMornings() {
        ranges.add(new OpeningRanges.Draft(
                officer.id(),
                officer.agencies().iterator().next(),
                MeetingKind.OFFICE,
                5,
                LocalTime.of(9, 0),
                LocalTime.of(11, 0),
                30,
                "Agence Centre",
                LocalDate.of(2026, 1, 1),
                null));
        rangeId = rangeRows.ofOfficer(officer.id()).get(0).id();
    }

    private Appointment booked(String local) {
        return appointments.bookByStaff(ArrearsCases.ref(caseId), debtor.tenant.householdId(), at(local));
    }

    private Slot.Key at(String local) {
        return new Slot.Key(
                rangeId, LocalDateTime.parse(local).atZone(SlotPolicy.PARIS).toInstant());
    }

    private @Nullable String column(String column) {
        return jdbc.sql("select " + column + " from arrears_case where id = ?")
                .param(caseId)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    private long waitingMessages() {
        return jdbc.sql("select count(*) from outbox_message where household_id = ? and state = 'QUEUED'")
                .param(debtor.tenant.householdId())
                .query(Long.class)
                .single();
    }

    @Test
    void theNextActIsTheAppointmentFollowsItsMoveAndGoesBackToTheLadderWhenItIsCancelled() {
        var before = column("next_act");
        var appointment = booked("2026-11-27T09:00");
        assertThat(column("next_act")).isEqualTo("HOLD_APPOINTMENT").isNotEqualTo(before);
        assertThat(column("act_on")).isEqualTo("2026-11-27");
        assertThat(column("answer_until")).isEqualTo("2026-12-04");

        appointments.move(appointment.id(), at("2026-12-11T10:00"));
        assertThat(column("next_act")).isEqualTo("HOLD_APPOINTMENT");
        assertThat(column("act_on")).isEqualTo("2026-12-11");
        assertThat(column("act_reason")).contains("11 décembre");
        assertThat(column("answer_until")).isEqualTo("2026-12-12");

        appointments.cancel(appointment.id());
        assertThat(column("next_act")).isNotEqualTo("HOLD_APPOINTMENT");
        assertThat(column("answer")).isNull();
    }

    /** Who leads an agency opens its appointments, so they end them too, whether or not they work on cases. */
    @Test
    void aDirectorMovesCancelsAndNotesTheAppointmentsOfACase() {
        var director = people.somebodyOf(debtor.tenant.agencyId(), Role.DIRECTOR);
        var appointment = booked("2026-11-27T09:00");
        people.signIn(director);
        appointments.move(appointment.id(), at("2026-11-27T10:00"));
        appointments.cancel(appointment.id());
        assertThat(rows.require(appointment.id()).state()).isEqualTo(AppointmentState.CANCELLED);
        var second = booked("2026-12-04T09:00");
        on("2026-12-04T09:31:00");
        people.signIn(director);
        noting.note(second.id(), AppointmentState.HELD, "Plan en vue");
        assertThat(column("answer")).isEqualTo("CONTACTED");
    }

    @Test
    void whoDidNotComeIsRemindedAgainAndWhoCameHasAnswered() {
        var first = booked("2026-11-27T09:00");
        on("2026-11-27T09:31:00");
        noting.note(first.id(), AppointmentState.NO_SHOW, "");
        assertThat(column("answer")).isNull();

        var second = booked("2026-12-04T09:00");
        on("2026-12-04T09:31:00");
        noting.note(second.id(), AppointmentState.HELD, "Plan en vue");
        assertThat(column("answer")).isEqualTo("CONTACTED");
        assertThat(appointments.noShows(ArrearsCases.ref(caseId))).isEqualTo(1);
    }

    @Test
    void aClearedDebtWithdrawsWhatIsBookedTheLinkAndTheMessagesThatHaveNotLeft() {
        var appointment = booked("2026-11-27T09:00");
        jobs.runDue();
        assertThat(waitingMessages()).isPositive();
        debtor.pays("2026-11-24", debt());

        assertThat(arrears.byIds(List.of(caseId)).get(caseId).status()).isEqualTo(CaseStatus.CLOSED);
        assertThat(rows.require(appointment.id()).state()).isEqualTo(AppointmentState.WITHDRAWN);
        assertThat(runs(Appointment.KIND, appointment.id())).isFalse();
        assertThat(jdbc.sql(
                                "select body from outbox_message where household_id = ? and state = 'QUEUED' and channel = 'SMS'")
                        .param(debtor.tenant.householdId())
                        .query(String.class)
                        .list())
                .as("only the word that nobody is awaited any more")
                .singleElement()
                .asString()
                .contains("plus nécessaire");
        assertThat(jdbc.sql(
                                "select count(*) from public_link where purpose = 'appointment-offer' and subject_id = ? and revoked_at is null")
                        .param(appointment.offerId())
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
