package fr.allervers.audit;

import org.jspecify.annotations.Nullable;

/** Whom an entry's subject concerns, as far as is known. */
record Concerned(@Nullable Long householdId, @Nullable Long agencyId) {

    static final Concerned NOBODY = new Concerned(null, null);
}
