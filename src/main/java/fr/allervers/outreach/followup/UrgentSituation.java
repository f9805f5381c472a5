package fr.allervers.outreach.followup;

/**
 * A situation found in the follow-up that somebody must take charge of at once: it opens the same escalation as a call
 * does.
 *
 * @param source "REGULAR_CALL" or "FIELD_CHECK"
 * @param grade ORANGE or RED
 * @param rule the rule of the decision table that graded it
 * @param reason in words
 */
record UrgentSituation(long householdId, long agencyId, String source, String grade, String rule, String reason) {}
