package fr.allervers.messaging.mailing;

/** How whoever writes says whom a mailing is for. */
public enum AudienceKind {
    BUILDING,
    STAIRWELL,
    COMMUNE,
    AGENCY,
    EVERYONE,
    /** The result of a call campaign. */
    CAMPAIGN,
    /** A list of numbers and codes. */
    LIST,
    /** What a filter of the inbox shows. */
    INBOX
}
