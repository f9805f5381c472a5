package fr.allervers.tenancy;

import fr.allervers.shared.web.UserError;
import org.springframework.http.HttpStatus;

/** Somebody asked for what the register does not hold. */
public class UnknownInRegister extends UserError {

    private static final long serialVersionUID = 1L;

    UnknownInRegister(String what, long id) {
        super(HttpStatus.NOT_FOUND, "register.unknown." + what, Long.toString(id));
    }
}
