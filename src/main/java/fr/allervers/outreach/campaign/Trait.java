package fr.allervers.outreach.campaign;

/** What makes a person one to call, besides the age. */
public enum Trait {
    ALONE("o.lives_alone"),
    ISOLATED("o.isolated"),
    /** Sealed in the register: {@link AudienceSql} asks for the ids. */
    DISABLED("o.id in (:disabledPeople)"),
    FRAGILE("o.fragile"),
    /** Suivi par le service social. */
    FOLLOWED("o.followed"),
    PRIORITY_TRANSFER("o.priority_transfer"),
    WIDOWED("o.marital_status = 'WIDOWED'"),
    SEPARATED("o.marital_status in ('SEPARATED', 'DIVORCED')"),
    SINGLE("o.marital_status = 'SINGLE'");

    private final String condition;

    Trait(String condition) {
        this.condition = condition;
    }

    /** The condition on the occupant {@code o}. */
    String condition() {
        return condition;
    }
}
