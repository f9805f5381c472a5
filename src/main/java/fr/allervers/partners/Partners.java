package fr.allervers.partners;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The directory of partners, as the processes read it: active ones only. */
@Component
@Transactional(readOnly = true)
public class Partners {

    private static final String COLUMNS = "p.id, p.name, p.kind, p.phone, p.email, p.opening_hours";

    private final JdbcClient jdbc;

    Partners(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Active partners that give the service in the commune, by name. */
    public List<Partner> serving(String insee, Service service) {
        return jdbc.sql("select " + COLUMNS + """
                         from partner p join partner_coverage c on c.partner_id = p.id
                        where p.active and c.insee = ? and c.service = ? order by p.name, p.id
                        """)
                .params(insee, service.name())
                .query(Partner.class)
                .list();
    }

    /** The services among these that no active partner gives, commune by commune; one query whatever their number. */
    public Set<CoverageGap> gaps(Collection<String> insees, Set<Service> services) {
        if (insees.isEmpty() || services.isEmpty()) {
            return Set.of();
        }
        var covered =
                jdbc.sql("""
                        select distinct c.insee, c.service from partner_coverage c join partner p on p.id = c.partner_id
                         where p.active and c.insee in (:insees)
                        """).param("insees", insees).query(CoverageGap.class).set();
        return insees.stream()
                .flatMap(insee -> EnumSet.copyOf(services).stream().map(service -> new CoverageGap(insee, service)))
                .filter(wanted -> !covered.contains(wanted))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** The partner, also when it was deactivated since: a running referral still names it. */
    public Optional<Partner> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from partner p where p.id = ?")
                .param(id)
                .query(Partner.class)
                .optional();
    }
}
