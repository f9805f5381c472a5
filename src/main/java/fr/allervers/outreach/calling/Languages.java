package fr.allervers.outreach.calling;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who of the callers speaks a language. */
@Component
class Languages {

    private final JdbcClient jdbc;

    Languages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The names of the agency's callers who speak it, five at most. */
    List<String> speakers(String language, long agencyId) {
        return jdbc.sql("""
                        select s.display_name from staff_member s
                          join staff_role r on r.staff_id = s.id and r.role = 'CALLER'
                          left join caller_profile p on p.staff_id = s.id
                         where s.active and find_in_set(:language, coalesce(p.languages, 'fr')) > 0
                           and (s.all_agencies or exists (select 1 from staff_agency a where a.staff_id = s.id and a.agency_id = :agency))
                         order by s.display_name, s.id limit 5
                        """)
                .param("language", language)
                .param("agency", agencyId)
                .query(String.class)
                .list();
    }
}
