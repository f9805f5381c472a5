package fr.allervers.tenancy;

import fr.allervers.shared.imports.FileRefused;

/** A file that is no register is refused whole: nothing of it is written. */
public class NotARegister extends FileRefused {

    private static final long serialVersionUID = 1L;

    NotARegister(String why, Object... details) {
        super("register.refused." + why, details);
    }
}
