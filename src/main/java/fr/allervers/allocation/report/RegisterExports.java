package fr.allervers.allocation.report;

import fr.allervers.documents.DocumentStore;
import fr.allervers.documents.StoredFile;
import fr.allervers.shared.CsvExport;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The file for the national register (SNE): each signed lease (R441-2-8 a, R441-2-9) and each removal once. Our own layout, described in
 * docs/allocation-files.md: the register's official format is to be confirmed.
 */
@Component
@Transactional
public class RegisterExports {

    private final JdbcClient jdbc;
    private final DocumentStore store;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    RegisterExports(JdbcClient jdbc, DocumentStore store, CurrentStaff currentStaff, Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    /** An export made. */
    public record Export(long id, int linesCount, long fileId, Instant madeAt, String madeBy) {}

    private record Line(
            long id,
            String what,
            String uniqueNumber,
            String dwelling,
            String insee,
            String financing,
            String typology,
            long rentCents,
            String reservation,
            boolean dalo,
            boolean priority,
            int adults,
            int children,
            long resourcesCents,
            @Nullable LocalDate leaseOn,
            @Nullable String leaseCode) {}

    /** How many leases and removals of the reader's agencies wait for a file. */
    @Transactional(readOnly = true)
    public int waiting() {
        return scoped("""
                        select count(*) from candidate_outcome c join allocation_outcome o on o.id = c.outcome_id
                         where c.state in ('LEASED', 'REMOVED') and c.export_id is null and (:all or o.agency_id in (:agencies))
                        """).query(Integer.class).single();
    }

    /** The latest exports of the reader. */
    @Transactional(readOnly = true)
    public List<Export> history() {
        return scoped("""
                        select e.id, e.lines_count, e.file_id, e.made_at, coalesce(s.display_name, e.made_by) as made_by from register_export e left join staff_member s on s.username = e.made_by
                         where :all or e.agency_ids in (:scopes) order by e.id desc limit 20
                        """)
                .param("scopes", List.of(scope(officer())))
                .query(Export.class)
                .list();
    }

    /**
     * Puts all that waits into a file; two people at once give two files without a common line.
     *
     * @throws UserError 409 when nothing waits
     */
    public long make() {
        var by = officer();
        var lines = scoped("""
                        select c.id, c.state as what, a.unique_number, d.code as dwelling, b.insee, w.financing, d.typology, w.rent_cents, w.reservation, k.dalo, k.priority, a.adults, a.children,
                               k.resources_cents, c.lease_on, c.lease_code
                          from candidate_outcome c join allocation_outcome o on o.id = c.outcome_id join allocation_candidate k on k.id = c.candidate_id join housing_application a on a.id = c.application_id
                          join offered_dwelling w on w.id = o.offered_dwelling_id join dwelling d on d.id = w.dwelling_id join building b on b.id = d.building_id
                         where c.state in ('LEASED', 'REMOVED') and c.export_id is null and (:all or o.agency_id in (:agencies)) order by c.id limit 5000 for update skip locked
                        """).query(Line.class).list();
        if (lines.isEmpty()) {
            throw new UserError(HttpStatus.CONFLICT, "outcome.export.error.nothing");
        }
        var file = store.store(
                "registre-national-" + LocalDate.now(clock) + ".csv",
                "text/csv",
                new ByteArrayInputStream(text(lines).getBytes(StandardCharsets.UTF_8)),
                by.username());
        var id = jdbc.sql(
                        "insert into register_export (agency_ids, lines_count, file_id, made_at, made_by) values (?, ?, ?, ?, ?) returning id")
                .params(scope(by), lines.size(), file.id(), clock.instant(), by.username())
                .query(Long.class)
                .single();
        jdbc.sql("update candidate_outcome set export_id = :export where id in (:ids)")
                .param("export", id)
                .param("ids", lines.stream().map(Line::id).toList())
                .update();
        return id;
    }

    private static String text(List<Line> lines) {
        var text = new StringWriter();
        try (var csv = new CsvExport(
                text,
                "evenement",
                "numero_unique",
                "code_logement",
                "code_insee",
                "type_logement",
                "financement",
                "loyer",
                "contingent",
                "dalo",
                "prioritaire",
                "adultes",
                "enfants",
                "ressources_mensuelles",
                "bail_le",
                "code_bail")) {
            for (var one : lines) {
                var leased = one.what().equals("LEASED");
                csv.row(
                        leased ? "ATTRIBUTION" : "RADIATION",
                        one.uniqueNumber(),
                        leased ? one.dwelling() : null,
                        leased ? one.insee() : null,
                        leased ? one.typology() : null,
                        leased ? one.financing() : null,
                        leased ? euros(one.rentCents()) : null,
                        leased ? one.reservation() : null,
                        one.dalo() ? "oui" : "non",
                        one.priority() ? "oui" : "non",
                        one.adults(),
                        one.children(),
                        euros(one.resourcesCents()),
                        one.leaseOn(),
                        one.leaseCode());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory", e);
        }
        return text.toString();
    }

    private static String euros(long cents) {
        return "%d,%02d".formatted(cents / 100, cents % 100);
    }

    /** The file of an export of one's own agencies, as it was handed out. */
    @Transactional(readOnly = true)
    public StoredFile require(long id) {
        var person = officer();
        return jdbc.sql("select file_id from register_export where id = ? and (? or agency_ids = ?)")
                .params(id, person.allAgencies(), scope(person))
                .query(Long.class)
                .optional()
                .map(store::require)
                .orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "outcome.export.error.unknown"));
    }

    public InputStream open(StoredFile file) {
        return store.open(file.id());
    }

    private static String scope(StaffMember person) {
        return person.allAgencies()
                ? ""
                : person.agencies().stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
    }

    private JdbcClient.StatementSpec scoped(String sql) {
        var person = officer();
        return jdbc.sql(sql).param("all", person.allAgencies()).param("agencies", person.agenciesOrNone());
    }

    private StaffMember officer() {
        var person = currentStaff.require();
        if (!person.isAny(Role.ALLOCATION_OFFICER, Role.SUPERVISOR)) {
            throw new AccessDeniedException("Allocation officers tell the national register");
        }
        return person;
    }
}
