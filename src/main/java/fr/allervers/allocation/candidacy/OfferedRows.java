package fr.allervers.allocation.candidacy;

import fr.allervers.shared.web.UserError;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of dwellings offered. */
@Component
class OfferedRows {

    private static final String SELECT = """
        select o.id, o.dwelling_id, o.agency_id, o.state, o.available_on, o.financing, o.zone, o.rent_cents, o.charges_cents, o.reservation,
               o.reservation_holder, o.visit_url, o.few, o.few_words, o.version, d.code, d.typology, b.address, b.commune, b.insee
          from offered_dwelling o join dwelling d on d.id = o.dwelling_id join building b on b.id = d.building_id
        """;

    private final JdbcClient jdbc;

    OfferedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A dwelling offered, as kept. Amounts are cents a month. */
    public record Offered(
            long id,
            long dwellingId,
            long agencyId,
            OfferedState state,
            LocalDate availableOn,
            String financing,
            Zone zone,
            long rentCents,
            long chargesCents,
            ReservationKind reservation,
            @Nullable String reservationHolder,
            @Nullable String visitUrl,
            @Nullable FewCandidates few,
            @Nullable String fewWords,
            int version,
            String code,
            String typology,
            String address,
            String commune,
            String insee) {

        /** « T3 » has three rooms. */
        public int roomCount() {
            return typology.chars()
                    .filter(Character::isDigit)
                    .map(digit -> digit - '0')
                    .findFirst()
                    .orElse(1);
        }
    }

    Offered require(long id) {
        return find(id, "");
    }

    /** The dwelling, which nobody else changes until the transaction ends. */
    Offered lock(long id) {
        return find(id, " for update");
    }

    private Offered find(long id, String how) {
        return jdbc.sql(SELECT + " where o.id = ?" + how)
                .param(id)
                .query(Offered.class)
                .optional()
                .orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "candidacy.error.unknown-dwelling"));
    }

    /** Changes columns, where the dwelling still has one of these states, and says whether it had. */
    boolean update(long id, Set<OfferedState> when, String set, @Nullable Object... values) {
        var all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = id;
        return jdbc.sql("update offered_dwelling set " + set + ", version = version + 1 where id = ? and state in ("
                                + when.stream()
                                        .sorted()
                                        .map(state -> "'" + state + "'")
                                        .collect(Collectors.joining(", "))
                                + ")")
                        .params(Arrays.asList(all))
                        .update()
                == 1;
    }

    int candidates(long id) {
        return jdbc.sql("select count(*) from allocation_candidate where offered_dwelling_id = ? and state ="
                        + " 'PROPOSED'")
                .param(id)
                .query(Integer.class)
                .single();
    }
}
