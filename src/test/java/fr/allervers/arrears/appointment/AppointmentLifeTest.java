package fr.allervers.arrears.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.staff.Role;
import fr.allervers.tenancy.HouseholdLeft;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

/** From the booking to the report: moves, reminders, cancellations, who may act. */
class AppointmentLifeTest extends AbstractAppointmentTest {

    @Test
    void aMoveFreesTheOldTimeAndTellsTheNewOne() {
        var offer = offer();
        var before = appointments.bookByTenant(offer, at("2026-11-27T09:00"));
        var after = appointments.bookByTenant(offer, at("2026-12-04T10:30"));
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.sequence()).isEqualTo(1);
        assertThat(appointments.freeForTenant(offer, LocalDate.of(2026, 11, 27), 1))
                .hasSize(4);
        assertThat(sms()).hasSize(2).last().asString().contains("déplacé", "vendredi 4 décembre à 10 h 30");
    }

    @Test
    void theReminderLeavesFortyEightHoursBeforeOnceAndFollowsAMove() {
        var offer = offer();
        appointments.bookByTenant(offer, at("2026-12-04T10:00"));
        appointments.bookByTenant(offer, at("2026-12-11T10:00"));
        clock.set(paris("2026-12-02T10:00"));
        jobs.runDue();
        assertThat(sms()).hasSize(2);
        clock.set(paris("2026-12-09T09:59"));
        jobs.runDue();
        assertThat(sms()).hasSize(2);
        clock.set(paris("2026-12-09T10:00"));
        jobs.runDue();
        jobs.runDue();
        assertThat(sms()).hasSize(3).last().asString().contains("Rappel", "vendredi 11 décembre à 10 h 00");
    }

    @Test
    void whoBooksLessThanFortyEightHoursBeforeIsNotRemindedAtOnce() {
        clock.set(paris("2026-11-25T11:00"));
        appointments.bookByTenant(offer(), at("2026-11-27T10:00"));
        jobs.runDue();
        assertThat(sms()).hasSize(1);
    }

    @Test
    void aTenantCancelsUntilFourHoursBeforeAndMayChooseAgain() {
        var offer = offer();
        appointments.bookByTenant(offer, at("2026-11-27T10:00"));
        clock.set(paris("2026-11-27T06:00").plusMillis(1));
        assertThat(appointments.view(offer).changeable()).isFalse();
        assertThatThrownBy(() -> appointments.cancelByTenant(offer)).hasMessage("appointment.too-late");
        assertThatThrownBy(() -> appointments.bookByTenant(offer, at("2026-12-04T10:00")))
                .hasMessage("appointment.too-late");
        clock.set(paris("2026-11-27T06:00"));
        var booked = appointments.view(offer).booked();
        appointments.cancelByTenant(offer);
        appointments.cancelByTenant(offer);
        assertThat(rows.require(booked.id()).state()).isEqualTo(AppointmentState.CANCELLED);
        assertThat(runs(booked)).isFalse();
        assertThat(sms()).last().asString().contains("annulé");
        assertThat(appointments.bookByTenant(offer, at("2026-12-04T10:00")).id())
                .isNotEqualTo(booked.id());
    }

    @Test
    void theOfficerSaysTheSameDayHowItWentElseTheSupervisorDoes() {
        var booked = appointments.bookByTenant(offer(), at("2026-11-27T10:00"));
        people.signIn(officer);
        assertThatThrownBy(() -> noting.note(booked.id(), AppointmentState.HELD, ""))
                .hasMessage("appointment.not-yet");
        clock.set(paris("2026-11-27T10:30"));
        jobs.runDue();
        var task = engineTasks
                .createTaskQuery()
                .taskId(task(booked, "note-appointment"))
                .singleResult();
        assertThat(task.getDueDate().toInstant()).isEqualTo(paris("2026-11-27T18:00"));
        assertThat(task.getAssignee()).isEqualTo(officer.username());
        clock.set(paris("2026-11-27T18:00").minusMillis(1));
        jobs.runDue();
        assertThat(task(booked, "note-appointment-late")).isEmpty();
        clock.set(paris("2026-11-27T18:00"));
        jobs.runDue();
        assertThat(task(booked, "note-appointment-late")).isNotEmpty();

        noting.note(booked.id(), AppointmentState.HELD, "Plan convenu");
        assertThat(runs(booked)).isFalse();
        assertThat(rows.require(booked.id()).note()).isEqualTo("Plan convenu");
        assertThatThrownBy(() -> noting.note(booked.id(), AppointmentState.NO_SHOW, ""))
                .hasMessage("appointment.over");
        assertThatThrownBy(() -> appointments.bookByTenant(booked.offerId(), at("2026-12-04T10:00")))
                .hasMessage("appointment.offer.closed");
    }

    @Test
    void noShowsAreCountedOnTheCase() {
        for (var date : List.of("2026-11-27T10:00", "2026-12-04T10:00")) {
            clock.set(paris(date).minus(Duration.ofDays(2)));
            var booked = appointments.bookByTenant(offer(), at(date));
            clock.set(booked.endsAt());
            jobs.runDue();
            transaction.executeWithoutResult(status -> {
                var kind = kinds.stream()
                        .filter(one -> one.key().equals(Appointment.KIND))
                        .findFirst()
                        .orElseThrow();
                tasks.complete(
                        tasks.open(booked.self(), "note-appointment").orElseThrow(),
                        kind.complete(booked.id(), "note-appointment", Map.of("outcome", "NO_SHOW"), officer));
            });
        }
        assertThat(appointments.noShows(of)).isEqualTo(2);
    }

    @Test
    void whenTheCaseEndsTheAppointmentIsWithdrawnAndTheLinkGone() {
        var booked = appointments.bookByTenant(offer(), at("2026-11-27T10:00"));
        appointments.withdraw(of, true);
        assertThat(rows.require(booked.id()).state()).isEqualTo(AppointmentState.WITHDRAWN);
        assertThat(runs(booked)).isFalse();
        assertThat(sms()).last().asString().contains("plus nécessaire").doesNotContain("/l/");
        assertThat(jdbc.sql(
                                "select count(*) from public_link where purpose = 'appointment-offer' and subject_id = ? and revoked_at is null")
                        .param(booked.offerId())
                        .query(Integer.class)
                        .single())
                .isZero();
        clock.set(paris("2026-11-25T10:00"));
        jobs.runDue();
        assertThat(sms()).noneMatch(text -> text.contains("Rappel"));
    }

    @Test
    void aHouseholdThatLeftIsNeitherAwaitedNorWrittenTo() {
        var booked = appointments.bookByTenant(offer(), at("2026-11-27T10:00"));
        var before = sms().size();
        transaction.executeWithoutResult(
                status -> events.publishEvent(new HouseholdLeft(tenant.householdId(), HouseholdLeft.Reason.DECEASED)));
        assertThat(rows.require(booked.id()).state()).isEqualTo(AppointmentState.WITHDRAWN);
        assertThat(sms()).hasSize(before);
    }

    @Test
    void onlyTheOfficerAndWhoLeadsTheAgencyActOnIt() {
        var booked = appointments.bookByTenant(offer(), at("2026-11-27T10:00"));
        people.signIn(people.somebodyOf(tenant.agencyId(), Role.RENT_OFFICER));
        assertThatThrownBy(() -> appointments.cancel(booked.id())).isInstanceOf(AccessDeniedException.class);
        people.signIn(people.somebodyOf(tenants.agency(), Role.SUPERVISOR));
        assertThatThrownBy(() -> appointments.cancel(booked.id())).isInstanceOf(AccessDeniedException.class);
        people.signIn(people.somebodyOf(tenant.agencyId(), Role.SUPERVISOR));
        appointments.cancel(booked.id());
        assertThatThrownBy(() -> appointments.cancel(booked.id())).hasMessage("appointment.over");
    }
}
