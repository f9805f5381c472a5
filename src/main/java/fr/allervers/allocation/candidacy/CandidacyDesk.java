package fr.allervers.allocation.candidacy;

import fr.allervers.allocation.Candidacies;
import fr.allervers.allocation.OfferedDwelling;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The officers' two pages: a dwelling with its candidates, and an application's dossier. Each costs a fixed number of queries. */
@Component
@Transactional(readOnly = true)
public class CandidacyDesk {

    private static final String LINES = """
        select c.id, c.application_id, a.unique_number, concat_ws(' ', a.civility, a.first_name, a.last_name) as name, a.applied_on, c.summary, c.resources_cents, c.effort_rate,
               c.left_to_live_cents, c.fit, c.ceiling_cents, c.ceiling_to_confirm, c.tax_income_cents, c.priority, c.dalo, c.score, c.score_version, c.score_reasons, c.state,
               (select count(*) from application_paper p where p.application_id = a.id and p.state = 'MISSING') as missing
          from allocation_candidate c join housing_application a on a.id = c.application_id
        """;

    private final OfferedDwellings dwellings;
    private final Applications applications;
    private final Candidacies candidacies;
    private final AllocationSettings settings;
    private final JdbcClient jdbc;
    private final CurrentStaff currentStaff;

    CandidacyDesk(
            OfferedDwellings dwellings,
            Applications applications,
            Candidacies candidacies,
            AllocationSettings settings,
            JdbcClient jdbc,
            CurrentStaff currentStaff) {
        this.dwellings = dwellings;
        this.applications = applications;
        this.candidacies = candidacies;
        this.settings = settings;
        this.jdbc = jdbc;
        this.currentStaff = currentStaff;
    }

    /**
     * A dwelling's page.
     *
     * @param effortMark a taux d'effort above this is marked, in percent
     * @param leftMark a reste à vivre below this is marked, in cents
     */
    public record DwellingSheet(
            OfferedRows.Offered of,
            OfferedDwelling shown,
            List<CandidateLine> candidates,
            int least,
            int effortMark,
            int leftMark,
            @Nullable Long outcomeId,
            boolean mayAct) {}

    /** A document asked for. */
    public record Paper(
            PaperKind kind,
            String state,
            @Nullable Instant receivedAt,
            @Nullable String refusedWhy) {}

    /** A file of the application. */
    public record File(long id, PaperKind kind, String name, long size, String source, Instant addedAt) {}

    /** A dwelling for which it is or was proposed. */
    public record Proposed(
            long dwellingId,
            String code,
            String address,
            String commune,
            String state,
            LocalDate on,
            @Nullable String withdrawnWhy) {}

    /** An application's dossier. */
    public record Dossier(
            HousingApplication of, List<Paper> papers, List<File> files, List<Proposed> proposed, boolean mayAct) {}

    public DwellingSheet dwelling(long id) {
        var of = dwellings.require(id);
        return new DwellingSheet(
                of,
                candidacies.dwelling(id),
                jdbc.sql(LINES
                                + " where c.offered_dwelling_id = ? and c.state <> 'WITHDRAWN' order by"
                                + " c.score desc, a.applied_on, a.id")
                        .param(id)
                        .query(CandidateLine.class)
                        .list(),
                settings.now(AllocationSetting.CANDIDATES_LEAST),
                settings.now(AllocationSetting.EFFORT_RATE),
                settings.now(AllocationSetting.LEFT_TO_LIVE),
                jdbc.sql("select id from allocation_outcome where offered_dwelling_id = ?")
                        .param(id)
                        .query(Long.class)
                        .optional()
                        .orElse(null),
                mayAct());
    }

    public Dossier dossier(long id) {
        return new Dossier(
                applications.require(id),
                jdbc.sql("select kind, state, received_at, refused_why from application_paper where"
                                + " application_id = ? order by kind")
                        .param(id)
                        .query(Paper.class)
                        .list(),
                jdbc.sql("""
                    select f.id, f.kind, s.name, s.size_bytes as size, f.source, f.added_at from application_file f join stored_file s on s.id = f.file_id
                     where f.application_id = ? order by f.id desc
                    """).param(id).query(File.class).list(),
                jdbc.sql("""
                    select o.id as dwelling_id, d.code, b.address, b.commune, c.state, cast(c.proposed_at as date) as `on`, c.withdrawn_why
                      from allocation_candidate c join offered_dwelling o on o.id = c.offered_dwelling_id join dwelling d on d.id = o.dwelling_id join building b on b.id = d.building_id
                     where c.application_id = ? order by c.id desc limit 50
                    """).param(id).query(Proposed.class).list(),
                mayAct());
    }

    private boolean mayAct() {
        return currentStaff.require().isAny(Role.ALLOCATION_OFFICER, Role.SUPERVISOR);
    }
}
