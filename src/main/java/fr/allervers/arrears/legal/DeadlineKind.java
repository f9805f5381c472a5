package fr.allervers.arrears.legal;

/** What must be done until a day. */
public enum DeadlineKind {
    /** Report the impayé to the CAF or MSA. */
    CAF_REPORT(LegalFact.CAF_UNPAID),
    /** Agree a plan d'apurement, as the CAF asked; failing it, the FSL is seized. */
    CAF_PLAN(LegalFact.CAF_ASKED_PLAN),
    /** Tell the guarantor of the order to pay. */
    GUARANTOR(LegalFact.ORDER_SERVED),
    /** The order to pay has run: see whether it was paid. */
    ORDER_ENDS(LegalFact.ORDER_SERVED),
    /** Seize the CCAPEX, long enough before the summons. */
    CCAPEX(LegalFact.SUMMONS_PLANNED),
    /** Tell the prefect of the summons. */
    PREFECT(LegalFact.HEARING);

    private final LegalFact from;

    DeadlineKind(LegalFact from) {
        this.from = from;
    }

    /** What it counts from. */
    public LegalFact from() {
        return from;
    }
}
