package fr.allervers.outreach.followup;

/** How long each step may take, in working days or working hours; a step that takes longer goes to the supervisor. */
final class Delays {

    static final int MAKE_REFERRAL_DAYS = 2;
    /** Time that a partner has to answer before we ask. */
    static final int FOLLOW_REFERRAL_DAYS = 5;

    static final int FIELD_CHECK_DAYS = 2;
    static final int SOCIAL_CONTACT_DAYS = 2;
    /** A call agreed for 10:00 is late at noon. */
    static final int REGULAR_CALL_HOURS = 2;
    /** Time that the supervisor has for what was late. */
    static final int SUPERVISOR_DAYS = 1;

    private Delays() {}
}
