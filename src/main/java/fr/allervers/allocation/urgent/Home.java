package fr.allervers.allocation.urgent;

import fr.allervers.shared.web.UserError;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A dwelling of the register, and whose it is. */
record Home(long id, long agencyId) {

    /**
     * The one with this code.
     *
     * @throws UserError when there is none
     */
    static Home require(JdbcClient jdbc, String code) {
        return jdbc.sql(
                        "select d.id, b.agency_id from dwelling d join building b on b.id = d.building_id where d.code = ?")
                .param(code.strip())
                .query(Home.class)
                .optional()
                .orElseThrow(() -> new UserError("candidacy.error.not-in-register", code));
    }
}
