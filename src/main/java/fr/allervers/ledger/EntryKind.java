package fr.allervers.ledger;

/** What an entry of a rent account is about. */
public enum EntryKind {
    /** Loyer: the rent of a month. */
    RENT(Side.DUE),
    /** Provision pour charges of a month. */
    SERVICE_CHARGES(Side.DUE),
    /** Régularisation, frais, dépôt de garantie: anything else that becomes due. */
    OTHER_CHARGE(Side.DUE),
    /** A payment, by one of the {@link Means}. */
    PAYMENT(Side.SETTLED),
    /** APL or ALS paid to the landlord (tiers payant). */
    HOUSING_AID(Side.SETTLED),
    /** Prélèvement rejeté: a payment that the bank took back. The debt is as old again as if it had never been made. */
    REJECTED_DEBIT(Side.SETTLED),
    /** Avoir, remise de dette, régularisation in the tenant's favour. */
    CREDIT(Side.SETTLED);

    /** On which side of the account a kind is counted. */
    enum Side {
        DUE("D"),
        SETTLED("C");

        private final String code;

        Side(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    private final Side side;

    EntryKind(Side side) {
        this.side = side;
    }

    Side side() {
        return side;
    }

    /** Whether an entry of this kind makes the tenant owe more. */
    public boolean isDebit() {
        return side == Side.DUE || this == REJECTED_DEBIT;
    }
}
