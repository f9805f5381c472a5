package fr.allervers.ledger;

import fr.allervers.shared.web.UserError;
import org.springframework.http.HttpStatus;

/** No lease has this number. */
public class UnknownAccount extends UserError {

    private static final long serialVersionUID = 1L;

    UnknownAccount(long leaseId) {
        super(HttpStatus.NOT_FOUND, "ledger.unknown.account", leaseId);
    }
}
