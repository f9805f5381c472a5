package fr.allervers.partners;

import fr.allervers.shared.web.UserError;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The directory as it is read and kept up to date by people. It holds no tenant's data: all staff may read it. */
@Component
@Transactional
public class PartnerDirectory {

    private static final String SHEETS = """
            select p.id, p.version, p.active, p.name, p.kind, p.phone, p.email, p.opening_hours,
                   (select group_concat(distinct c.insee order by c.insee) from partner_coverage c where c.partner_id = p.id) as insees,
                   (select group_concat(distinct c.service) from partner_coverage c where c.partner_id = p.id) as services
              from partner p
            """;

    private final JdbcClient jdbc;

    PartnerDirectory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Partners by name, of one commune and one service where these are given; inactive ones on request only. */
    @Transactional(readOnly = true)
    public List<PartnerSheet> list(@Nullable String insee, @Nullable Service service, boolean withInactive) {
        var names = communeNames();
        return jdbc.sql(SHEETS + """
                         where (p.active or :inactive)
                           and ((:insee is null and :service is null) or exists (select 1 from partner_coverage f where f.partner_id = p.id
                                and (:insee is null or f.insee = :insee) and (:service is null or f.service = :service)))
                         order by p.name, p.id
                        """)
                .param("inactive", withInactive)
                .param("insee", insee)
                .param("service", service == null ? null : service.name())
                .query((row, number) -> sheet(row, names))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<PartnerSheet> find(long id) {
        var names = communeNames();
        return jdbc.sql(SHEETS + " where p.id = ?")
                .param(id)
                .query((row, number) -> sheet(row, names))
                .optional();
    }

    /** The communes of the register's buildings and those that a partner serves, by name. */
    @Transactional(readOnly = true)
    public List<Commune> communes() {
        return jdbc.sql("""
                        select b.insee, min(b.commune) as name from building b group by b.insee
                        union all
                        select distinct c.insee, c.insee from partner_coverage c where not exists (select 1 from building b where b.insee = c.insee)
                        order by name, insee
                        """).query(Commune.class).list();
    }

    /** The matrix of communes and services. */
    @Transactional(readOnly = true)
    public Coverage coverage() {
        Map<CoverageGap, Integer> counts = new HashMap<>();
        jdbc.sql("""
                select c.insee, c.service, count(*) as n from partner_coverage c join partner p on p.id = c.partner_id
                 where p.active group by c.insee, c.service
                """).query(row -> {
            counts.put(
                    new CoverageGap(row.getString("insee"), Service.valueOf(row.getString("service"))),
                    row.getInt("n"));
        });
        return new Coverage(communes(), counts);
    }

    /** Adds a partner; its name must be new. */
    public long add(PartnerEntry entry) {
        try {
            jdbc.sql("insert into partner (name, kind, phone, email, opening_hours) values (?, ?, ?, ?, ?)")
                    .params(Arrays.asList(
                            entry.name(), entry.kind().name(), entry.phone(), entry.email(), entry.openingHours()))
                    .update();
        } catch (DuplicateKeyException nameTaken) {
            throw new UserError(HttpStatus.CONFLICT, "partners.name-taken", entry.name());
        }
        var id = jdbc.sql("select last_insert_id()").query(Long.class).single();
        cover(id, entry);
        return id;
    }

    /**
     * Writes the partner anew, if it still is as the person read it.
     *
     * @param version as read; refused with 409 when a colleague changed the partner since
     */
    public void change(long id, int version, PartnerEntry entry) {
        try {
            require(jdbc.sql("""
                            update partner set name = ?, kind = ?, phone = ?, email = ?, opening_hours = ?, version = version + 1
                             where id = ? and version = ?
                            """)
                    .params(Arrays.asList(
                            entry.name(),
                            entry.kind().name(),
                            entry.phone(),
                            entry.email(),
                            entry.openingHours(),
                            id,
                            version))
                    .update());
        } catch (DuplicateKeyException nameTaken) {
            throw new UserError(HttpStatus.CONFLICT, "partners.name-taken", entry.name());
        }
        jdbc.sql("delete from partner_coverage where partner_id = ?").param(id).update();
        cover(id, entry);
    }

    /** Takes the partner out of the directory, or back in; running referrals keep it. */
    public void setActive(long id, int version, boolean active) {
        require(jdbc.sql("update partner set active = ?, version = version + 1 where id = ? and version = ?")
                .params(active, id, version)
                .update());
    }

    private void cover(long id, PartnerEntry entry) {
        for (var insee : new TreeSet<>(entry.insees())) {
            for (var service : new TreeSet<>(entry.services())) {
                jdbc.sql("insert into partner_coverage (partner_id, insee, service) values (?, ?, ?)")
                        .params(id, insee, service.name())
                        .update();
            }
        }
    }

    private static void require(int updated) {
        if (updated == 0) {
            throw new UserError(HttpStatus.CONFLICT, "partners.changed-by-colleague");
        }
    }

    private Map<String, String> communeNames() {
        return communes().stream().collect(Collectors.toMap(Commune::insee, Commune::name, (one, other) -> one));
    }

    private static PartnerSheet sheet(ResultSet row, Map<String, String> names) throws SQLException {
        return new PartnerSheet(
                row.getLong("id"),
                row.getInt("version"),
                row.getBoolean("active"),
                row.getString("name"),
                PartnerKind.valueOf(row.getString("kind")),
                row.getString("phone"),
                row.getString("email"),
                row.getString("opening_hours"),
                split(row.getString("insees"))
                        .map(insee -> new Commune(insee, names.getOrDefault(insee, insee)))
                        .toList(),
                split(row.getString("services")).map(Service::valueOf).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Stream<String> split(@Nullable String values) {
        return values == null ? Stream.of() : Arrays.stream(values.split(","));
    }

    /** Whether all of these are communes that the directory knows. */
    @Transactional(readOnly = true)
    public boolean knows(Set<String> insees) {
        return communeNames().keySet().containsAll(insees);
    }
}
