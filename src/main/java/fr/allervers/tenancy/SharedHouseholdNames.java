package fr.allervers.tenancy;

import fr.allervers.shared.personal.DataKind;
import fr.allervers.shared.personal.PersonKeys;
import fr.allervers.shared.personal.PersonalTraces;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A household that goes on after one of its people was erased: it is named after somebody who stays when nobody of its name does, and
 * its search words are written anew.
 */
@Component
class SharedHouseholdNames implements PersonalTraces {

    private final JdbcClient jdbc;
    private final HouseholdSearch search;

    SharedHouseholdNames(JdbcClient jdbc, HouseholdSearch search) {
        this.jdbc = jdbc;
        this.search = search;
    }

    @Override
    public String name() {
        return "household-names";
    }

    @Override
    public DataKind kind() {
        return DataKind.REGISTER;
    }

    @Override
    public boolean last() {
        return true;
    }

    @Override
    public int erase(PersonKeys person, int limit) {
        var shared = jdbc.sql("""
                        select distinct gone.household_id from occupant gone join occupant stays on stays.household_id = gone.household_id
                         where gone.id in (:occupants) and stays.id not in (:occupants) and gone.code = concat('~', gone.id)
                           and stays.code <> concat('~', stays.id)
                        """)
                .param("occupants", person.parameters().get("occupants"))
                .query(Long.class)
                .list();
        var renamed = shared.isEmpty() ? 0 : rename(shared);
        search.index(shared);
        return renamed;
    }

    private int rename(List<Long> households) {
        return jdbc.sql("""
                        update household h set name = (select concat(o.last_name, ' ', o.first_name) from occupant o
                                where o.household_id = h.id and o.code <> concat('~', o.id) order by o.left_on is null desc, o.lease_holder desc, o.id limit 1)
                         where h.id in (:households) and not exists (select 1 from occupant o
                                where o.household_id = h.id and o.code <> concat('~', o.id) and locate(o.last_name, h.name) > 0)
                        """).param("households", households).update();
    }
}
