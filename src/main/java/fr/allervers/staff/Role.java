package fr.allervers.staff;

/**
 * What a person does here. The {@link #group} is the candidate group of the processes' tasks and, later, the group in
 * the sign-in token.
 */
public enum Role {
    /** Conseillère ou conseiller social. */
    SOCIAL_ADVISOR("social-advisor"),
    /** Appelant: any employee with an hour. */
    CALLER("caller"),
    /** Chargé de recouvrement amiable. */
    RENT_OFFICER("rent-officer"),
    /** Responsable de secteur, gardien. */
    FIELD_MANAGER("field-manager"),
    /** Chargé d'attribution. */
    ALLOCATION_OFFICER("allocation-officer"),
    /** Membre de la CALEOL. */
    COMMITTEE_MEMBER("committee-member"),
    /** Responsable d'agence ou de service. */
    SUPERVISOR("supervisor"),
    /** Direction: last step of an escalation. */
    DIRECTOR("director"),
    /** Administration of the application. */
    ADMINISTRATOR("administrator");

    private final String group;

    Role(String group) {
        this.group = group;
    }

    public String group() {
        return group;
    }
}
