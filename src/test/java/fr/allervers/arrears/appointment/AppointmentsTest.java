package fr.allervers.arrears.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.shared.Retry;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Role;
import fr.allervers.testing.AtOnce;
import fr.allervers.workflow.CaseRef;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

/** Who books gets the time alone, within the delays. */
class AppointmentsTest extends AbstractAppointmentTest {

    @Test
    void aTenantBooksAndIsToldOnceWithALinkToChangeIt() {
        var booked = appointments.bookByTenant(offer(), at("2026-11-27T09:30"));
        assertThat(booked.staffId()).isEqualTo(officer.id());
        assertThat(booked.endsAt()).isEqualTo(paris("2026-11-27T10:00"));
        assertThat(sms()).singleElement().satisfies(text -> assertThat(text)
                .contains("vendredi 27 novembre à 9 h 30")
                .contains("Agence Centre")
                .containsPattern("/l/[A-Za-z0-9_-]{43}")
                .doesNotContain("Garnier", "impayé", "loyer"));
        assertThat(appointments.next("trial", List.of(of.id()))).containsOnlyKeys(of.id());
        assertThat(runs(booked)).isTrue();
    }

    @Test
    void pressingTheSameButtonTwiceBooksOnce() {
        var offer = offer();
        var first = appointments.bookByTenant(offer, at("2026-11-27T09:30"));
        var second = appointments.bookByTenant(offer, at("2026-11-27T09:30"));
        assertThat(second).isEqualTo(first);
        assertThat(sms()).hasSize(1);
    }

    @Test
    void whoComesSecondIsToldThatTheTimeIsTaken() {
        appointments.bookByTenant(offer(), at("2026-11-27T09:00"));
        var other = tenants.tenant(tenant.agencyId());
        var second = offer(new CaseRef("trial", CASE.incrementAndGet()), other.householdId());
        assertThatThrownBy(() -> appointments.bookByTenant(second, at("2026-11-27T09:00")))
                .isInstanceOf(UserError.class)
                .hasMessage("appointment.taken");
        assertThat(appointments.freeForTenant(second, LocalDate.of(2026, 11, 27), 1))
                .extracting(Slot::startsAt)
                .doesNotContain(paris("2026-11-27T09:00"))
                .hasSize(3);
    }

    @Test
    void anotherOfficerWhoIsFreeAtThatTimeTakesIt() {
        var colleague = people.somebodyOf(tenant.agencyId(), Role.SOCIAL_ADVISOR);
        opens(colleague, 5, "09:00", "11:00", 30);
        people.signOut();
        appointments.bookByTenant(offer(), at("2026-11-27T09:00"));
        var other = tenants.tenant(tenant.agencyId());
        var booked = appointments.bookByTenant(
                offer(new CaseRef("trial", CASE.incrementAndGet()), other.householdId()), at("2026-11-27T09:00"));
        assertThat(booked.staffId()).isEqualTo(colleague.id());
    }

    @Test
    void ofTenTenantsWhoWantOneTimeAtOnceOneGetsIt() throws Exception {
        var wanted = at("2026-11-27T10:00");
        assertThat(together(10, wanted)).containsOnlyOnce(true);
        assertThat(jdbc.sql(
                                "select count(*) from appointment where staff_id = ? and starts_at = ? and state = 'BOOKED'")
                        .params(officer.id(), wanted.startsAt())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void overlappingTimesOfTwoRangesAreNotBothGivenAway() throws Exception {
        // The officer's ranges do not overlap, but another agency's do not know of it: the officer's day is one.
        var other = tenants.agency();
        jdbc.sql(
                        "insert into opening_range (staff_id, agency_id, kind, day_of_week, from_time, to_time, minutes, place, valid_from) values (?, ?, 'OFFICE', 5, '09:15', '10:15', 60, 'Mairie', '2026-01-01')")
                .params(officer.id(), other)
                .update();
        jdbc.sql("insert into staff_agency values (?, ?)")
                .params(officer.id(), other)
                .update();
        var second = rangeRows.ofAgency(other).get(0);
        var there = tenants.tenant(other);
        appointments.bookByTenant(offer(), at("2026-11-27T10:00"));
        var offer = offer(new CaseRef("trial", CASE.incrementAndGet()), there.householdId());
        assertThatThrownBy(() -> appointments.bookByTenant(offer, new Slot.Key(second.id(), paris("2026-11-27T09:15"))))
                .hasMessage("appointment.taken");
    }

    /** As many tenants as asked for want the same time at the same moment; says of each whether they got it. */
    private List<Boolean> together(int many, Slot.Key wanted) throws Exception {
        var all = new ArrayList<Callable<Boolean>>();
        for (var number = 0; number < many; number++) {
            var offer = offer(
                    new CaseRef("trial", CASE.incrementAndGet()),
                    tenants.tenant(tenant.agencyId()).householdId());
            all.add(() -> {
                try {
                    Retry.onConflict(() -> appointments.bookByTenant(offer, wanted));
                    return true;
                } catch (UserError taken) {
                    assertThat(taken).hasMessage("appointment.taken");
                    return false;
                }
            });
        }
        return AtOnce.all(all);
    }

    @Test
    void aTenantBooksFromTheNoticeOnUntilTheHorizon() {
        // 24 hours of notice: on Wednesday at 9:00 for Thursday at 9:00, but not a minute later.
        rangeId = opens(officer, 4, "09:00", "09:30", 30);
        people.signOut();
        clock.set(paris("2026-11-25T09:00:01"));
        var offer = offer();
        assertThatThrownBy(() -> appointments.bookByTenant(offer, at("2026-11-26T09:00")))
                .hasMessage("appointment.taken");
        clock.set(paris("2026-11-25T09:00"));
        assertThat(appointments.bookByTenant(offer, at("2026-11-26T09:00")).isBooked())
                .isTrue();
        // Thirty days on is 25 December: the Thursday before is within, the one after beyond.
        assertThatThrownBy(() -> appointments.bookByTenant(offer, at("2026-12-31T09:00")))
                .hasMessage("appointment.taken");
        assertThat(appointments.bookByTenant(offer, at("2026-12-24T09:00")).sequence())
                .isEqualTo(1);
    }

    @Test
    void publicHolidaysAndAbsencesAreNotOffered() {
        clock.set(paris("2026-12-02T10:00"));
        var offer = offer();
        assertThat(appointments.freeForTenant(offer, LocalDate.of(2026, 12, 25), 1))
                .isEmpty();
        assertThat(appointments.freeForTenant(offer, LocalDate.of(2026, 12, 18), 1))
                .hasSize(4);
        staff.noteAbsence(officer.id(), LocalDate.of(2026, 12, 18), LocalDate.of(2026, 12, 18), null);
        assertThat(appointments.freeForTenant(offer, LocalDate.of(2026, 12, 18), 1))
                .isEmpty();
        assertThat(appointments.freeForTenant(offer, LocalDate.of(2026, 12, 11), 1))
                .hasSize(4);
    }

    @Test
    void anOfferMayEndBeforeTheHorizon() {
        var offer = transaction.execute(status -> offers.open(of, tenant.householdId(), LocalDate.of(2026, 12, 3)));
        assertThat(appointments.freeForTenant(offer, LocalDate.of(2026, 11, 24), 30))
                .allSatisfy(slot -> assertThat(slot.startsAt()).isBefore(paris("2026-12-04T00:00")))
                .hasSize(4);
    }

    @Test
    void anOfficerBooksOnThePhoneWithoutNoticeAndOnlyInTheirAgencies() {
        clock.set(paris("2026-11-27T08:00"));
        people.signIn(officer);
        var home = new CaseRef(Appointment.HOUSEHOLD, tenant.householdId());
        var booked = appointments.bookByStaff(home, tenant.householdId(), at("2026-11-27T09:00"));
        assertThat(booked.bookedBy()).isEqualTo(officer.username());
        assertThat(appointments.move(booked.id(), at("2026-11-27T10:30")).sequence())
                .isEqualTo(1);
        people.signIn(people.somebodyOf(tenants.agency(), Role.RENT_OFFICER));
        assertThatThrownBy(() -> appointments.bookByStaff(home, tenant.householdId(), at("2026-11-27T09:00")))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void anOfficerBooksForAHouseholdsOwnCasesOnly() {
        people.signIn(officer);
        var other = tenants.tenant(tenant.agencyId());
        for (var made : List.of(
                of,
                new CaseRef(Appointment.HOUSEHOLD, other.householdId()),
                new CaseRef("unpaid-rent-prevention", 999_999_999L))) {
            assertThatThrownBy(() -> appointments.bookByStaff(made, tenant.householdId(), at("2026-11-27T09:00")))
                    .isInstanceOf(UserError.class);
        }
    }

    @Test
    void rangesAreCheckedAndNeverOverlap() {
        people.signIn(officer);
        assertThat(ranges.add(draft(officer, 5, "10:30", "12:00", 30)))
                .containsEntry("from", "appointment.range.overlaps");
        assertThat(ranges.add(draft(officer, 5, "11:00", "12:00", 30))).isEmpty();
        assertThat(ranges.add(draft(officer, 1, "09:00", "09:29", 30))).containsKey("to");
        assertThat(ranges.add(draft(officer, 8, "09:00", "10:00", 9))).containsOnlyKeys("day", "minutes");
        assertThatThrownBy(() -> ranges.of(
                        people.somebodyOf(tenant.agencyId(), Role.RENT_OFFICER).id()))
                .isInstanceOf(AccessDeniedException.class);
        ranges.remove(rangeId);
        assertThat(ranges.of(officer.id())).hasSize(1);
    }
}
