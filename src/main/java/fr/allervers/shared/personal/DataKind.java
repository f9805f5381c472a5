package fr.allervers.shared.personal;

/** A kind of personal data that is kept equally long, for the same reason. */
public enum DataKind {
    /** Tenants, counted from the end of their last lease. */
    REGISTER,
    /** Calls to households: answers, notes, grades, counted from the end of the call. */
    HOUSEHOLD_CALLS,
    /** Social follow-ups, home checks, referrals, regular calls and visit notes. */
    FOLLOW_UPS,
    /** Social notes and assessments (évaluations sociales), counted from the end of the case they were made for. */
    SOCIAL_NOTES,
    /** Arrears cases with their plans, appointments and measures. */
    ARREARS,
    /** Rent accounts: what accounting keeps. */
    ACCOUNTS,
    /** Applications for housing, their papers and what became of them. */
    CANDIDATES,
    /** What the committee signed. */
    COMMITTEE,
    /** Inventories (états des lieux) with photos and signatures, counted from the end of the lease. */
    INVENTORIES,
    /** SMS, e-mails and letters sent, answers received. */
    MESSAGES,
    /** Files: they go with what they are attached to. */
    DOCUMENTS,
    /** Files imported, with the lines that were refused. */
    IMPORTS,
    /** Open tasks, timelines, look-ups, the engine's history. */
    HISTORY,
    /** Who saw or changed what: the audit log. */
    AUDIT,
    /** Employees and committee members: as long as they work here. */
    STAFF;

    /** Whether a delay purges it; the others end with what they belong to. */
    public boolean hasDelay() {
        return this != COMMITTEE && this != DOCUMENTS && this != STAFF;
    }
}
