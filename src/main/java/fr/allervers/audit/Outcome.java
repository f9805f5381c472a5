package fr.allervers.audit;

/** What came of an act. */
public enum Outcome {
    DONE,
    /** It was not for this person, or there is nothing of the kind. */
    REFUSED,
    /** Neither: a form sent back, a conflict, a failure. */
    FAILED;

    static Outcome of(int status) {
        if (status < 400) {
            return DONE;
        }
        return status == 401 || status == 403 || status == 404 ? REFUSED : FAILED;
    }
}
