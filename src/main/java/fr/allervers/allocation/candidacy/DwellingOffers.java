package fr.allervers.allocation.candidacy;

import fr.allervers.shared.web.UserError;
import fr.allervers.staff.StaffMember;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Puts vacant dwellings of the register on offer, for the page and for the file. */
@Component
class DwellingOffers {

    private final JdbcClient jdbc;
    private final Clock clock;

    DwellingOffers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Registered(
            long id,
            long agencyId,
            String insee,
            @Nullable Long rentCents,
            @Nullable Long chargesCents,
            @Nullable String financing) {}

    /** See {@link OfferedDwellings#offer}. */
    long offer(DwellingOffer offer, StaffMember by) {
        var dwelling = jdbc.sql("""
                        select d.id, b.agency_id, b.insee, d.rent_cents, d.charges_cents, d.financing
                          from dwelling d join building b on b.id = d.building_id where d.code = ?
                        """)
                .param(offer.code())
                .query(Registered.class)
                .optional()
                .orElseThrow(() -> new UserError("candidacy.error.not-in-register", offer.code()));
        if (!by.worksFor(dwelling.agencyId())) {
            throw new AccessDeniedException("Another agency's dwelling");
        }
        requireVacant(dwelling.id(), offer);
        var rent = offer.rentCents() == null ? dwelling.rentCents() : offer.rentCents();
        var financing = offer.financing() == null ? dwelling.financing() : offer.financing();
        if (rent == null || rent <= 0 || financing == null) {
            throw new UserError("candidacy.error.rent-or-financing", offer.code());
        }
        checkVisit(offer.visitUrl());
        try {
            return jdbc.sql("""
                            insert into offered_dwelling (dwelling_id, agency_id, state, available_on, financing, zone, rent_cents, charges_cents, reservation,
                                                          reservation_holder, visit_url, offered_by, offered_at)
                            values (?, ?, 'OPEN', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id
                            """)
                    .params(Arrays.asList(
                            dwelling.id(),
                            dwelling.agencyId(),
                            offer.availableOn(),
                            financing,
                            Objects.requireNonNullElseGet(offer.zone(), () -> Zone.of(dwelling.insee()))
                                    .name(),
                            rent,
                            charges(offer, dwelling),
                            offer.reservation().name(),
                            offer.reservationHolder(),
                            offer.visitUrl(),
                            by.username(),
                            clock.instant()))
                    .query(Long.class)
                    .single();
        } catch (DuplicateKeyException e) {
            throw new UserError(HttpStatus.CONFLICT, "candidacy.error.offered-already", offer.code());
        }
    }

    private static long charges(DwellingOffer offer, Registered dwelling) {
        if (offer.chargesCents() != null) {
            return offer.chargesCents();
        }
        return dwelling.chargesCents() == null ? 0 : dwelling.chargesCents();
    }

    private void requireVacant(long dwellingId, DwellingOffer offer) {
        var let = jdbc.sql("select count(*) from lease where dwelling_id = ? and (ends_on is null or ends_on > ?)")
                .params(dwellingId, offer.availableOn())
                .query(Integer.class)
                .single();
        if (let > 0) {
            throw new UserError("candidacy.error.not-vacant", offer.code());
        }
    }

    static void checkVisit(@Nullable String address) {
        if (address == null) {
            return;
        }
        try {
            var uri = URI.create(address);
            if ("https".equals(uri.getScheme()) && uri.getHost() != null && address.length() <= 500) {
                return;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new UserError("candidacy.error.visit");
    }
}
