package fr.allervers.kpi.figure;

import fr.allervers.staff.StaffMember;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The campaigns that a reader can choose among. */
@Component
@Transactional(readOnly = true)
public class CampaignChoice {

    private static final int SHOWN = 50;

    private final JdbcClient jdbc;

    CampaignChoice(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A campaign by its name. */
    public record Named(long id, String name) {}

    /** Those of the reader's agencies, the latest first. */
    public List<Named> of(StaffMember reader) {
        return jdbc.sql("""
                        select c.id, c.name from campaign c where :all or exists
                          (select 1 from campaign_agency a where a.campaign_id = c.id and a.agency_id in (:agencies)) order by c.id desc limit
                        """ + " " + SHOWN)
                .param("all", reader.allAgencies())
                .param("agencies", reader.agenciesOrNone())
                .query(Named.class)
                .list();
    }
}
