package fr.allervers.arrears.legal;

/** What happened, or is planned, from which the law counts. */
public enum LegalFact {
    /** Impayé constitué for the CAF or MSA. */
    CAF_UNPAID(true),
    /** The CAF or MSA asked for a plan d'apurement. */
    CAF_ASKED_PLAN(true),
    /** Commandement de payer, served. */
    ORDER_SERVED(true),
    /** Saisine of the CCAPEX. */
    CCAPEX_REFERRED(true),
    /** Assignation, planned. */
    SUMMONS_PLANNED(false),
    /** Audience, set. */
    HEARING(false);

    private final boolean past;

    LegalFact(boolean past) {
        this.past = past;
    }

    /** Whether it is something that has happened, so that its day cannot be to come. */
    public boolean isPast() {
        return past;
    }
}
