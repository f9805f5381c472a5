package fr.allervers.shared.personal;

import java.util.List;

/**
 * What one module knows of the personal data in its tables. One bean per module, near the tables; module {@code privacy} purges, exports
 * and erases by it.
 */
public interface PersonalData {

    /** The rows, those that hang on others before those that they hang on. */
    List<PersonalRows> rows();

    /** What keeps data of a person although its erasure was asked for. */
    default List<Hold> holds() {
        return List.of();
    }
}
