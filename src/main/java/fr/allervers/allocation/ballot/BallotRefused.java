package fr.allervers.allocation.ballot;

import fr.allervers.shared.web.UserError;
import org.springframework.http.HttpStatus;

/** A ballot was not taken; the attempt is recorded with its reason. */
public class BallotRefused extends UserError {

    private static final long serialVersionUID = 1L;

    private final Refusal reason;

    BallotRefused(Refusal reason) {
        super(status(reason), "allocation.session.refused." + reason);
        this.reason = reason;
    }

    public Refusal reason() {
        return reason;
    }

    private static HttpStatus status(Refusal reason) {
        return switch (reason) {
            case NOT_CONVENED, NOT_ENTITLED, CONSULTATIVE, RECUSED, MANDATE -> HttpStatus.FORBIDDEN;
            case NOT_OPEN, CLOSED, SUSPENDED, NOT_PRESENT -> HttpStatus.CONFLICT;
            case FOREIGN_CANDIDATE, MALFORMED -> HttpStatus.UNPROCESSABLE_ENTITY;
        };
    }
}
