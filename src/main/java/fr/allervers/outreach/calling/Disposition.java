package fr.allervers.outreach.calling;

/** What came of a call. */
public enum Disposition {
    REACHED,
    NO_ANSWER,
    BUSY,
    VOICEMAIL,
    WRONG_NUMBER,
    REFUSED,
    CALL_BACK,
    LANGUAGE,
    DECEASED,
    MOVED;

    /** Nobody spoke: the household is tried again. */
    public boolean nobodySpoke() {
        return this == NO_ANSWER || this == BUSY || this == VOICEMAIL;
    }
}
