package fr.allervers.staff;

/** The names of {@link Role} for {@code @RolesAllowed}, which takes constants only; a test holds the two together. */
public final class Roles {
    public static final String SOCIAL_ADVISOR = "SOCIAL_ADVISOR";
    public static final String CALLER = "CALLER";
    public static final String RENT_OFFICER = "RENT_OFFICER";
    public static final String FIELD_MANAGER = "FIELD_MANAGER";
    public static final String ALLOCATION_OFFICER = "ALLOCATION_OFFICER";
    public static final String COMMITTEE_MEMBER = "COMMITTEE_MEMBER";
    public static final String SUPERVISOR = "SUPERVISOR";
    public static final String DIRECTOR = "DIRECTOR";
    public static final String ADMINISTRATOR = "ADMINISTRATOR";

    private Roles() {}
}
