package fr.allervers.allocation.committee;

/** In what capacity somebody sits in a committee (articles L441-2 and R441-9 of the code of construction and housing). */
public enum Capacity {
    /** One of the six named by the board. */
    BOARD(true),
    /** The one of the six who represents the tenants. */
    TENANTS(true),
    /** Mayor of the dwelling's commune, or the representative: casts the deciding vote. */
    MAYOR(true),
    /** Prefect or representative. */
    PREFECT(true),
    /** President of the intercommunal body (EPCI), or representative. */
    EPCI(true),
    /** President of the body that mandates the management (article L442-9). */
    MANDATOR(true),
    /** Association for the integration of the disadvantaged (article L365-3). */
    ASSOCIATION(false),
    /** Mayor of a district (maire d'arrondissement). */
    DISTRICT_MAYOR(false),
    /** CCAS or département, on invitation. */
    SOCIAL_SERVICE(false),
    /** Holder of reservation rights, for the dwellings of its quota. */
    RESERVATION_HOLDER(false);

    private final boolean deliberative;

    Capacity(boolean deliberative) {
        this.deliberative = deliberative;
    }

    /** Whether the member votes; the others speak only. */
    public boolean deliberative() {
        return deliberative;
    }

    /** Whether the seat belongs to some communes, never to all. */
    public boolean ofPlaces() {
        return this == MAYOR || this == EPCI || this == DISTRICT_MAYOR || this == MANDATOR;
    }

    /** Whether the member is one of the six, who elect the president among themselves. */
    public boolean ofTheSix() {
        return this == BOARD || this == TENANTS;
    }
}
