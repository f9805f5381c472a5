package fr.allervers.allocation.candidacy;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Applications as what follows a decision reads and ends them. It asks for no right: processes and links use it. */
@Component
@Transactional
public class ApplicationFiles {

    private final ApplicationRows rows;
    private final Applications applications;
    private final JdbcClient jdbc;

    ApplicationFiles(ApplicationRows rows, Applications applications, JdbcClient jdbc) {
        this.rows = rows;
        this.applications = applications;
        this.jdbc = jdbc;
    }

    public HousingApplication require(long id) {
        return rows.require(id);
    }

    public Map<Long, HousingApplication> byIds(Collection<Long> ids) {
        return rows.byIds(ids).stream().collect(Collectors.toMap(HousingApplication::id, one -> one));
    }

    /** Its household is housed: it is taken off the dwellings whose candidates are still gathered. */
    public void housed(long id) {
        applications.end(id, HousingApplication.State.HOUSED, null);
        jdbc.sql("""
            update allocation_candidate c join offered_dwelling o on o.id = c.offered_dwelling_id
               set c.state = 'WITHDRAWN', c.withdrawn_why = 'Logé ailleurs' where c.application_id = ? and c.state = 'PROPOSED' and o.state = 'OPEN'
            """).param(id).update();
    }

    /** It left the national register. */
    public void removed(long id, String why) {
        applications.end(id, HousingApplication.State.REMOVED, why);
    }

    /** Counts the refusal of a dwelling that was fit: the grid takes it into account. */
    public void refusedFit(long id, long candidateId) {
        jdbc.sql("""
            update housing_application a set a.refusals = a.refusals + 1 where a.id = ?
               and exists (select 1 from allocation_candidate c where c.id = ? and c.fit = 'FITS')
            """).params(id, candidateId).update();
    }
}
