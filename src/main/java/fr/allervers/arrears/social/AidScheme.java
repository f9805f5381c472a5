package fr.allervers.arrears.social;

/** Whom aid is asked of. */
public enum AidScheme {
    /** Fonds de solidarité pour le logement. */
    FSL,
    ACTION_LOGEMENT,
    CCAS,
    CAF,
    MSA,
    /** Caisse de retraite. */
    PENSION_FUND,
    /** Mesure d'accompagnement social personnalisé. */
    MASP,
    ASSOCIATION,
    OTHER
}
