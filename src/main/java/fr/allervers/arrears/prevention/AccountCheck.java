package fr.allervers.arrears.prevention;

import fr.allervers.workflow.Cases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads the account of one case again: closes the case when the debt is cleared, else brings its figures up to date. */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
class AccountCheck {

    private final UnpaidRents rents;
    private final CaseAccount account;
    private final CaseClosing closing;
    private final NextActs nextActs;
    private final Cases engine;
    private final JdbcClient jdbc;

    AccountCheck(
            UnpaidRents rents,
            CaseAccount account,
            CaseClosing closing,
            NextActs nextActs,
            Cases engine,
            JdbcClient jdbc) {
        this.rents = rents;
        this.account = account;
        this.closing = closing;
        this.nextActs = nextActs;
        this.engine = engine;
        this.jdbc = jdbc;
    }

    void readAgain(long id) {
        var rent = rents.lockById(id).orElseThrow();
        jdbc.sql("update arrears_case set recheck = false where id = ?")
                .param(id)
                .update();
        if (rent.status() == CaseStatus.CLOSED) {
            return;
        }
        if (account.isCleared(account.read(rent))) {
            closing.close(rent, CloseReason.DEBT_CLEARED);
            rents.flush();
            engine.correlate("debt-cleared", CaseDiary.ref(id));
        } else {
            nextActs.refresh(rent);
        }
    }
}
