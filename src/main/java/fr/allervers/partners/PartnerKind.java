package fr.allervers.partners;

/** What sort of body a partner is. */
public enum PartnerKind {
    /** Centre communal ou intercommunal d'action sociale. */
    CCAS,
    ASSOCIATION,
    /** Services du Département. */
    COUNTY,
    /** Centre médico-social, hôpital, aide à domicile. */
    CARE,
    OTHER
}
