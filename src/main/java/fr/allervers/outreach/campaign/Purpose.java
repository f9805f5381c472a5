package fr.allervers.outreach.campaign;

/** Why people are called; each purpose has the interview guide that callers are given unless another is chosen. */
public enum Purpose {
    /** Appel de convivialité, « Comment allez-vous ? ». */
    WELL_BEING("guide-well-being"),
    /** Prévention des impayés. */
    ARREARS("guide-arrears"),
    /** Travaux et réhabilitation. */
    RENOVATION("guide-renovation"),
    /** Demandeurs de mutation. */
    TRANSFER("guide-transfer"),
    OTHER("guide-other");

    private final String guide;

    Purpose(String guide) {
        this.guide = guide;
    }

    /** The id of the form with the questions. */
    public String guide() {
        return guide;
    }
}
