package fr.allervers.allocation;

import fr.allervers.allocation.candidacy.PaperKind;
import fr.allervers.shared.web.UserError;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The dwellings offered and who is proposed for them, as the committee reads them: each call a fixed number of queries. It asks
 * for no right: who may see a dwelling is for the session to say, which knows its members.
 */
@Component
@Transactional(readOnly = true)
public class Candidacies {

    private static final String DWELLINGS = """
        select o.id, o.agency_id, d.code, b.address, b.commune, b.insee, d.typology, o.financing, o.rent_cents + o.charges_cents as rent_cents,
               o.reservation_holder, o.visit_url,
               (select group_concat(p.file_id order by p.id) from offered_photo p where p.offered_dwelling_id = o.id) as photos
          from offered_dwelling o join dwelling d on d.id = o.dwelling_id join building b on b.id = d.building_id
        """;

    private final JdbcClient jdbc;

    Candidacies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(
            long id,
            long agencyId,
            String code,
            String address,
            String commune,
            String insee,
            String typology,
            String financing,
            long rentCents,
            @Nullable String reservationHolder,
            @Nullable String visitUrl,
            @Nullable String photos) {

        OfferedDwelling shown() {
            return new OfferedDwelling(
                    id,
                    agencyId,
                    code,
                    address,
                    commune,
                    insee,
                    typology,
                    financing,
                    rentCents,
                    reservationHolder,
                    visitUrl,
                    photos == null
                            ? List.of()
                            : Arrays.stream(photos.split(","))
                                    .map(Long::valueOf)
                                    .toList());
        }
    }

    private record CandidateRow(
            long id,
            long applicationId,
            long offeredDwellingId,
            String uniqueNumber,
            LocalDate appliedOn,
            String name,
            String summary,
            long resourcesCents,
            @Nullable BigDecimal effortRate,
            long leftToLiveCents,
            int score,
            boolean priority,
            boolean dalo) {}

    private record Missing(long applicationId, PaperKind kind) {}

    /**
     * This dwelling.
     *
     * @throws UserError 404 when there is none with this id
     */
    public OfferedDwelling dwelling(long id) {
        return jdbc.sql(DWELLINGS + " where o.id = ?")
                .param(id)
                .query(Row.class)
                .optional()
                .map(Row::shown)
                .orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "candidacy.error.unknown-dwelling"));
    }

    /** These dwellings, in one query; in no order, those that there are. */
    public List<OfferedDwelling> dwellings(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(DWELLINGS + " where o.id in (:ids)").param("ids", ids).query(Row.class).list().stream()
                        .map(Row::shown)
                        .toList();
    }

    /** Who is proposed for it, the oldest application first; those withdrawn are left out. */
    public List<Candidate> candidates(long offeredDwellingId) {
        var rows =
                jdbc.sql("""
                    select c.id, c.application_id, c.offered_dwelling_id, a.unique_number, a.applied_on,
                           concat_ws(' ', a.civility, a.first_name, a.last_name) as name, c.summary, c.resources_cents, c.effort_rate,
                           c.left_to_live_cents, c.score, c.priority, c.dalo
                      from allocation_candidate c join housing_application a on a.id = c.application_id
                     where c.offered_dwelling_id = ? and c.state <> 'WITHDRAWN' order by a.applied_on, a.unique_number
                    """).param(offeredDwellingId).query(CandidateRow.class).list();
        var missing = missing(rows.stream().map(CandidateRow::applicationId).toList());
        return rows.stream()
                .map(row -> new Candidate(
                        row.id(),
                        row.offeredDwellingId(),
                        row.uniqueNumber(),
                        row.appliedOn(),
                        row.name(),
                        row.summary(),
                        row.resourcesCents(),
                        row.effortRate(),
                        row.leftToLiveCents(),
                        row.score(),
                        row.priority(),
                        row.dalo(),
                        missing.getOrDefault(row.applicationId(), List.of())))
                .toList();
    }

    /** The agency's dwellings that have enough candidates, or the recorded exception, and wait for a committee. */
    public List<OfferedDwelling> readyForCommittee(long agencyId) {
        return jdbc
                .sql(DWELLINGS + " where o.agency_id = ? and o.state = 'READY' order by o.ready_at, o.id limit 300")
                .param(agencyId)
                .query(Row.class)
                .list()
                .stream()
                .map(Row::shown)
                .toList();
    }

    private Map<Long, List<String>> missing(List<Long> applicationIds) {
        return applicationIds.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("select application_id, kind from application_paper where application_id in (:ids) and"
                                + " state = 'MISSING' order by application_id, kind")
                        .param("ids", applicationIds)
                        .query(Missing.class)
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(
                                Missing::applicationId,
                                Collectors.mapping(one -> one.kind().french(), Collectors.toList())));
    }
}
