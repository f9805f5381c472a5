package fr.allervers.allocation.candidacy;

/** Whose quota a dwelling, or a proposed candidate, is in (réservataires). */
public enum ReservationKind {
    LANDLORD,
    /** The prefect, for priority households. */
    STATE_PRIORITY,
    /** The prefect, for agents of the State. */
    STATE_AGENTS,
    LOCAL_AUTHORITY,
    ACTION_LOGEMENT
}
