package fr.allervers.shared.imports;

import fr.allervers.shared.web.UserError;

/** A file that is not what it should be is refused whole: nothing of it is written. */
public class FileRefused extends UserError {

    private static final long serialVersionUID = 1L;

    public FileRefused(String messageKey, Object... details) {
        super(messageKey, details);
    }
}
