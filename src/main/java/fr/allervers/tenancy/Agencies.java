package fr.allervers.tenancy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The landlord's agencies: a handful, read in one query. */
@Component
@Transactional(readOnly = true)
public class Agencies {

    private final JdbcClient jdbc;

    Agencies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All agencies, by name. */
    public List<Agency> all() {
        return jdbc.sql("select id, code, name, phone from agency order by name, id")
                .query(Agency.class)
                .list();
    }

    /** All agencies, by id, in the order of their names. */
    public Map<Long, Agency> byId() {
        var agencies = new LinkedHashMap<Long, Agency>();
        all().forEach(agency -> agencies.put(agency.id(), agency));
        return agencies;
    }

    /**
     * This agency.
     *
     * @throws UnknownInRegister when there is none with this id
     */
    public Agency require(long id) {
        return jdbc.sql("select id, code, name, phone from agency where id = ?")
                .param(id)
                .query(Agency.class)
                .optional()
                .orElseThrow(() -> new UnknownInRegister("agency", id));
    }
}
