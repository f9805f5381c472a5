package fr.allervers.audit;

/** What somebody did, in the words of the log. */
public enum Act {
    /** One household's file, case or task was shown. */
    SEEN,
    /** A list of people or cases was shown. */
    LISTED,
    /** People were searched by words. */
    SEARCHED,
    /** A document or a photo was opened. */
    OPENED,
    /** Lines about people left as a file: CSV, calendar, letters, the log itself. */
    EXPORTED,
    /** Something was changed, or tried to be. */
    CHANGED,
    /** A vote of the allocation committee (CALEOL). */
    VOTED,
    SIGNED_IN,
    SIGN_IN_REFUSED,
    SIGNED_OUT,
    /** A form without the token of the person's session. */
    FORM_REFUSED,
    /** Roles or agencies were taken over from the sign-in. */
    RIGHTS_CHANGED
}
