package fr.allervers.outreach.campaign;

/** Where a campaign stands. */
public enum CampaignState {
    /** Being written; nobody is listed. */
    DRAFT,
    /** Its partners are checked and its list is to be approved. */
    PROPOSED,
    /** At least its first wave is open, or opens at its date. */
    RUNNING,
    /** Closed: open calls are being stopped, the report is to be written. */
    CLOSED,
    /** The report is written. */
    REPORTED
}
