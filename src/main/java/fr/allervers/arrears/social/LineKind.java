package fr.allervers.arrears.social;

/** What a line of an assessment is about. */
public enum LineKind {
    WAGES(Side.RESOURCE),
    UNEMPLOYMENT(Side.RESOURCE),
    PENSION(Side.RESOURCE),
    RSA(Side.RESOURCE),
    AAH(Side.RESOURCE),
    FAMILY_BENEFITS(Side.RESOURCE),
    /** Indemnités journalières. */
    SICK_PAY(Side.RESOURCE),
    ALIMONY(Side.RESOURCE),
    OTHER_RESOURCE(Side.RESOURCE),
    ENERGY(Side.CHARGE),
    WATER(Side.CHARGE),
    INSURANCE(Side.CHARGE),
    PHONE(Side.CHARGE),
    TRANSPORT(Side.CHARGE),
    CHILDCARE(Side.CHARGE),
    ALIMONY_PAID(Side.CHARGE),
    TAXES(Side.CHARGE),
    OTHER_CHARGE(Side.CHARGE),
    CREDIT(Side.DEBT),
    ENERGY_DEBT(Side.DEBT),
    FINE(Side.DEBT),
    FAMILY_DEBT(Side.DEBT),
    OTHER_DEBT(Side.DEBT);

    /** On which side of the budget it counts. */
    public enum Side {
        RESOURCE,
        CHARGE,
        DEBT
    }

    private final Side side;

    LineKind(Side side) {
        this.side = side;
    }

    public Side side() {
        return side;
    }
}
