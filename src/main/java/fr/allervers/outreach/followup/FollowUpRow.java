package fr.allervers.outreach.followup;

/** What every follow-up as kept knows of itself. */
interface FollowUpRow {

    long id();

    long householdId();

    long agencyId();
}
