package fr.allervers.arrears.appointment;

import fr.allervers.arrears.prevention.ArrearsCases;
import fr.allervers.links.PublicLinks;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.workflow.CaseRef;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who may book: one open offer per case, and the links that lead to it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Offers {

    /** A household may book for a case. */
    record Offer(
            long id,
            String caseKind,
            long caseId,
            long householdId,
            long agencyId,
            String language,
            @Nullable LocalDate heldBy,
            @Nullable Instant closedAt) {}

    private static final String ROWS = """
            select o.id, o.case_kind, o.case_id, o.household_id, o.agency_id, h.language, o.held_by, o.closed_at
              from appointment_offer o join household h on h.id = o.household_id where o.id = ?
            """;

    private final JdbcClient jdbc;
    private final PublicLinks links;
    private final AppointmentRules rules;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    Offers(JdbcClient jdbc, PublicLinks links, AppointmentRules rules, CurrentStaff currentStaff, Clock clock) {
        this.jdbc = jdbc;
        this.links = links;
        this.rules = rules;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    /** The open offer of this case, made if there is none; a later last day counts from now on. */
    long open(CaseRef of, long householdId, @Nullable LocalDate heldBy) {
        var agency = jdbc.sql("select agency_id from household where id = ?")
                .param(householdId)
                .query(Long.class)
                .single();
        currentStaff.find().ifPresent(person -> currentStaff.requireAgency(agency));
        try {
            return jdbc.sql("""
                            insert into appointment_offer (case_kind, case_id, household_id, agency_id, held_by, offered_at) values (?, ?, ?, ?, ?, ?) returning id
                            """)
                    .params(Arrays.asList(of.kind(), of.id(), householdId, agency, heldBy, clock.instant()))
                    .query(Long.class)
                    .single();
        } catch (DuplicateKeyException openAlready) {
            jdbc.sql(
                            "update appointment_offer set held_by = if(held_by is null or ? is null, null, greatest(held_by, ?)) where case_kind = ? and open_case_id = ?")
                    .params(Arrays.asList(heldBy, heldBy, of.kind(), of.id()))
                    .update();
            return jdbc.sql("select id from appointment_offer where case_kind = ? and open_case_id = ?")
                    .params(of.kind(), of.id())
                    .query(Long.class)
                    .single();
        }
    }

    /**
     * Refuses what a request made up: a case that is not this household's.
     *
     * @throws UserError 404
     */
    void requireOf(CaseRef of, long householdId) {
        var theirs = of.kind().equals(Appointment.HOUSEHOLD)
                ? of.id() == householdId
                : of.kind().equals(ArrearsCases.KIND)
                        && jdbc.sql("select count(*) from arrears_case where id = ? and household_id = ?")
                                        .params(of.id(), householdId)
                                        .query(Long.class)
                                        .single()
                                == 1;
        if (!theirs) {
            throw new UserError(HttpStatus.NOT_FOUND, "error.404.what");
        }
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public Offer require(long id) {
        return jdbc.sql(ROWS).param(id).query(Offer.class).single();
    }

    /** One act at a time on an offer: who presses twice, or on two devices, books once. */
    Offer lock(long id) {
        return jdbc.sql(ROWS + " for update").param(id).query(Offer.class).single();
    }

    String address(long id, Instant expires) {
        return links.address(links.issue(OfferLink.PURPOSE, id, expires));
    }

    /** A link that is given for booking serves as long as one may book. */
    Instant endOfBooking(@Nullable LocalDate heldBy) {
        return rules.forTenants(heldBy)
                .latest()
                .plusDays(1)
                .atStartOfDay(SlotPolicy.PARIS)
                .toInstant();
    }

    void close(long id) {
        jdbc.sql("update appointment_offer set closed_at = ? where id = ? and closed_at is null")
                .params(clock.instant(), id)
                .update();
        links.revoke(OfferLink.PURPOSE, id);
    }

    void close(CaseRef of) {
        closeEach(jdbc.sql("select id from appointment_offer where case_kind = ? and open_case_id = ?")
                .params(of.kind(), of.id())
                .query(Long.class)
                .list());
    }

    void closeAll(long householdId) {
        closeEach(jdbc.sql("select id from appointment_offer where household_id = ? and closed_at is null")
                .param(householdId)
                .query(Long.class)
                .list());
    }

    private void closeEach(List<Long> ids) {
        ids.forEach(this::close);
    }
}
