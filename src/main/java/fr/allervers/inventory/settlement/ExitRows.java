package fr.allervers.inventory.settlement;

import fr.allervers.shared.web.UserError;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rows of settlements. */
@Component
@Transactional(propagation = Propagation.SUPPORTS)
class ExitRows {

    private final JdbcClient jdbc;

    ExitRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ExitSettlement> find(long id) {
        return jdbc.sql("""
                        select inventory_id, status, version_no, deposit_cents, rent_cents, provision_cents, keys_returned_on, matching, due_on, sent_at, answer_until,
                               answered_at, answer_text, paid_on, penalty_cents
                          from exit_settlement where inventory_id = ?
                        """).param(id).query(ExitSettlement.class).optional();
    }

    ExitSettlement require(long id) {
        return find(id).orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "inventory.error.no-settlement"));
    }

    List<Charge> charges(long id) {
        return jdbc.sql("""
                        select id, item_id, label, unit, unit_cents, quantity, cost_cents, installed_on, age_years, tenant_percent, share_cents, rule
                          from exit_charge where inventory_id = ? order by id
                        """).param(id).query(Charge.class).list();
    }
}
