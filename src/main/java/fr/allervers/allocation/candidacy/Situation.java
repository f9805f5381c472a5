package fr.allervers.allocation.candidacy;

/** Where the household lives now. */
public enum Situation {
    NO_HOME("sans logement"),
    HOSTED("hébergé par des proches"),
    SHELTER("en hébergement ou résidence sociale"),
    HOTEL("à l’hôtel"),
    PRIVATE_TENANT("locataire du parc privé"),
    SOCIAL_TENANT("locataire du parc social"),
    OWNER("propriétaire"),
    OTHER("autre situation");

    private final String french;

    Situation(String french) {
        this.french = french;
    }

    public String french() {
        return french;
    }
}
