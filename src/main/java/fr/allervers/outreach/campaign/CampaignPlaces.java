package fr.allervers.outreach.campaign;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The places that the person signed in may choose for an audience. */
@Component
@Transactional(readOnly = true)
public class CampaignPlaces {

    /**
     * One choice.
     *
     * @param value an id or an INSEE code
     */
    public record Place(String value, String name) {}

    /** Everything there is to choose from. */
    public record Places(List<Place> agencies, List<Place> communes, List<Place> buildings) {}

    private final JdbcClient jdbc;
    private final CampaignAgencies agencies;

    CampaignPlaces(JdbcClient jdbc, CampaignAgencies agencies) {
        this.jdbc = jdbc;
        this.agencies = agencies;
    }

    public Places mine() {
        var allowed = agencies.allowed(agencies.me());
        if (allowed.isEmpty()) {
            return new Places(List.of(), List.of(), List.of());
        }
        return new Places(
                list("select id as value, name from agency where id in (:ids) order by name", allowed),
                list(
                        "select insee as value, min(commune) as name from building where agency_id in (:ids) group by insee order by name",
                        allowed),
                list("""
                        select id as value, concat(name, ' (', commune, ')') as name from building where agency_id in (:ids) order by commune, name
                        """, allowed));
    }

    private List<Place> list(String sql, java.util.Set<Long> ids) {
        return jdbc.sql(sql).param("ids", ids).query(Place.class).list();
    }
}
