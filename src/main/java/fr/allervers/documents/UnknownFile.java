package fr.allervers.documents;

import fr.allervers.shared.web.UserError;
import org.springframework.http.HttpStatus;

/** Somebody asked for a file that is not in the store. */
public class UnknownFile extends UserError {

    private static final long serialVersionUID = 1L;

    UnknownFile(long id) {
        super(HttpStatus.NOT_FOUND, "documents.unknown", Long.toString(id));
    }
}
