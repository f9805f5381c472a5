package fr.allervers.arrears.social;

/** Rights to be checked with the household. */
public enum Right {
    HOUSING_AID,
    RSA,
    /** Prime d'activité. */
    ACTIVITY_BONUS,
    /** Complémentaire santé solidaire. */
    HEALTH_COVER,
    AAH,
    /** Chèque énergie. */
    ENERGY_CHEQUE,
    /** Minimum vieillesse (ASPA). */
    MINIMUM_PENSION,
    UNEMPLOYMENT,
    /** Allocation de soutien familial. */
    FAMILY_SUPPORT,
    /** Surendettement. */
    OVER_INDEBTEDNESS
}
