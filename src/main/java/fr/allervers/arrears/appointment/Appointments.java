package fr.allervers.arrears.appointment;

import fr.allervers.arrears.appointment.AppointmentEvents.AppointmentBooked;
import fr.allervers.arrears.appointment.AppointmentEvents.AppointmentCancelled;
import fr.allervers.arrears.appointment.AppointmentEvents.AppointmentMoved;
import fr.allervers.arrears.appointment.SlotPolicy.Window;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Cases;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Appointments of households with officers, by the tenant through a link or by an officer on the phone. Two bookings of one
 * slot, at the same moment or not: one gets it, the other is told (409).
 */
@Component
@Transactional
public class Appointments {

    /** Who books when it is the tenant. */
    static final String TENANT = "locataire";

    private final AppointmentRows rows;
    private final Offers offers;
    private final Slots slots;
    private final AppointmentRules rules;
    private final AppointmentDiary diary;
    private final Cases engine;
    private final CurrentStaff currentStaff;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Appointments(
            AppointmentRows rows,
            Offers offers,
            Slots slots,
            AppointmentRules rules,
            AppointmentDiary diary,
            Cases engine,
            CurrentStaff currentStaff,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.offers = offers;
        this.slots = slots;
        this.rules = rules;
        this.diary = diary;
        this.engine = engine;
        this.currentStaff = currentStaff;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What a tenant sees of an offer.
     *
     * @param booked the appointment that is booked; none while there is none
     * @param changeable whether it may still be moved or cancelled from the link
     * @param language of the household
     */
    public record OfferView(
            long offerId,
            long agencyId,
            long householdId,
            String language,
            @Nullable Appointment booked,
            boolean changeable) {}

    /**
     * Opens the booking for a case and gives the address at which the household books. The same case has one offer: asked
     * again, it gives another address for the same.
     *
     * @param heldBy last day on which it may be held; none for as far as one may book
     */
    public String offer(CaseRef of, long householdId, @Nullable LocalDate heldBy) {
        return offers.address(offers.open(of, householdId, heldBy), offers.endOfBooking(heldBy));
    }

    /** Ends the offers of this case and withdraws what is booked for it. */
    public void withdraw(CaseRef of, boolean tellHousehold) {
        rows.bookedOf(of).forEach(one -> end(one, AppointmentState.WITHDRAWN, tellHousehold));
        offers.close(of);
    }

    /** The same for everything of a household that is no longer there; nobody is told. */
    public void withdrawAll(long householdId) {
        rows.bookedOfHousehold(householdId).forEach(one -> end(one, AppointmentState.WITHDRAWN, false));
        offers.closeAll(householdId);
    }

    @Transactional(readOnly = true)
    public OfferView view(long offerId) {
        var offer = offers.require(offerId);
        var booked = rows.bookedOfOffer(offerId).orElse(null);
        return new OfferView(
                offerId,
                offer.agencyId(),
                offer.householdId(),
                offer.language(),
                booked,
                booked != null && isChangeable(booked));
    }

    /** What a tenant may choose from this day on, for so many days. */
    @Transactional(readOnly = true)
    public List<Slot> freeForTenant(long offerId, LocalDate from, int days) {
        var offer = offers.require(offerId);
        return slots.free(offer.agencyId(), rules.forTenants(offer.heldBy()).part(from, days));
    }

    /** What an officer may choose for a household of this agency. */
    @Transactional(readOnly = true)
    public List<Slot> freeForStaff(long agencyId, LocalDate from, int days) {
        currentStaff.requireAgency(agencyId);
        return slots.free(agencyId, rules.forStaff().part(from, days));
    }

    /** The last day on which one may book today. */
    @Transactional(readOnly = true)
    public LocalDate horizon() {
        return rules.forStaff().latest();
    }

    /** The tenant books, or moves what is booked. */
    public Appointment bookByTenant(long offerId, Slot.Key key) {
        var offer = offers.lock(offerId);
        rows.bookedOfOffer(offerId).ifPresent(this::requireChangeable);
        return book(offer, key, rules.forTenants(offer.heldBy()), TENANT);
    }

    /** The tenant cancels; cancelling twice changes nothing. */
    public void cancelByTenant(long offerId) {
        offers.lock(offerId);
        rows.bookedOfOffer(offerId).ifPresent(booked -> {
            requireChangeable(booked);
            end(booked, AppointmentState.CANCELLED, true);
        });
    }

    /**
     * An officer books for a household, or moves what is booked for the same case.
     *
     * @param of a case of unpaid rent of that household, or the household itself
     * @throws UserError 404 when it is another household's
     */
    public Appointment bookByStaff(CaseRef of, long householdId, Slot.Key key) {
        offers.requireOf(of, householdId);
        var offer = offers.lock(offers.open(of, householdId, null));
        var by = currentStaff.requireAgency(offer.agencyId());
        return book(offer, key, rules.forStaff(), by.username());
    }

    /** An officer moves it. */
    public Appointment move(long id, Slot.Key key) {
        var appointment = requireMine(id);
        requireBooked(appointment);
        return book(
                offers.lock(appointment.offerId()),
                key,
                rules.forStaff(),
                currentStaff.require().username());
    }

    /** An officer cancels it, and the household is told. */
    public void cancel(long id) {
        requireMine(id);
        var locked = rows.lock(id);
        requireBooked(locked);
        end(locked, AppointmentState.CANCELLED, true);
    }

    /**
     * The appointment, for its officer or who leads the agency.
     *
     * @throws AccessDeniedException for anybody else
     */
    @Transactional(readOnly = true)
    public Appointment requireMine(long id) {
        var appointment = rows.find(id).orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "error.404.what"));
        if (!isFor(appointment, currentStaff.require())) {
            throw new AccessDeniedException("Appointment of somebody else");
        }
        return appointment;
    }

    /** The next appointment booked of each of these cases that has one. */
    @Transactional(readOnly = true)
    public Map<Long, Appointment> next(String caseKind, Collection<Long> caseIds) {
        return rows.next(caseKind, caseIds);
    }

    /** The next one of a household, whatever it is about. */
    @Transactional(readOnly = true)
    public Optional<Appointment> nextOfHousehold(long householdId) {
        return rows.bookedOfHousehold(householdId).stream()
                .filter(one -> one.endsAt().isAfter(clock.instant()))
                .findFirst();
    }

    /** How often nobody came, without a word, for this case. */
    @Transactional(readOnly = true)
    public int noShows(CaseRef of) {
        return rows.noShows(of);
    }

    static boolean isFor(Appointment appointment, StaffMember reader) {
        return appointment.staffId() == reader.id()
                || (reader.isAny(Role.SUPERVISOR, Role.DIRECTOR) && reader.worksFor(appointment.agencyId()));
    }

    private Appointment book(Offers.Offer offer, Slot.Key key, Window window, String by) {
        if (offer.closedAt() != null) {
            throw new UserError(HttpStatus.CONFLICT, "appointment.offer.closed");
        }
        var booked = rows.bookedOfOffer(offer.id());
        try {
            var slot = slots.hold(
                    offer.agencyId(), key, window, booked.map(Appointment::id).orElse(null));
            if (booked.isEmpty()) {
                return fresh(offer, slot, by);
            }
            return same(booked.get(), slot) ? booked.get() : moved(booked.get(), slot);
        } catch (DuplicateKeyException e) {
            throw new UserError(HttpStatus.CONFLICT, "appointment.taken");
        }
    }

    /** The same button pressed twice moves nothing. */
    private static boolean same(Appointment booked, Slot slot) {
        return booked.startsAt().equals(slot.startsAt())
                && booked.kind() == slot.kind()
                && booked.place().equals(slot.place());
    }

    private Appointment fresh(Offers.Offer offer, Slot slot, String by) {
        var id = rows.insert(offer, slot, by, clock.instant());
        var appointment = rows.require(id);
        diary.booked(appointment);
        engine.start(appointment.self(), Map.of());
        events.publishEvent(new AppointmentBooked(appointment.of(), id));
        return appointment;
    }

    private Appointment moved(Appointment before, Slot slot) {
        rows.move(before.id(), slot, clock.instant());
        var appointment = rows.require(before.id());
        diary.moved(before, appointment);
        engine.correlate("appointment-moved", appointment.self());
        events.publishEvent(new AppointmentMoved(appointment.of(), appointment.id()));
        return appointment;
    }

    private void end(Appointment appointment, AppointmentState how, boolean tell) {
        if (!rows.end(appointment.id(), how)) {
            return;
        }
        diary.ended(
                rows.require(appointment.id()), tell && appointment.startsAt().isAfter(clock.instant()));
        engine.correlate("appointment-cancelled", appointment.self());
        if (how == AppointmentState.CANCELLED) {
            events.publishEvent(new AppointmentCancelled(appointment.of(), appointment.id()));
        }
    }

    private boolean isChangeable(Appointment booked) {
        return !clock.instant().isAfter(rules.changeableUntil(booked));
    }

    private void requireChangeable(Appointment booked) {
        if (!isChangeable(booked)) {
            throw new UserError(HttpStatus.CONFLICT, "appointment.too-late");
        }
    }

    private void requireBooked(Appointment appointment) {
        if (!appointment.isBooked() || !appointment.endsAt().isAfter(clock.instant())) {
            throw new UserError(HttpStatus.CONFLICT, "appointment.over");
        }
    }
}
