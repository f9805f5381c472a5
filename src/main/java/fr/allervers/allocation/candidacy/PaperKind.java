package fr.allervers.allocation.candidacy;

/** The documents that an application is asked for (pièces justificatives; the list of the arrêté of 24 July 2013, from memory). */
public enum PaperKind {
    IDENTITY("Pièce d’identité ou titre de séjour", true),
    TAX_NOTICE("Avis d’imposition", true),
    RESOURCES("Justificatif des ressources mensuelles", true),
    CURRENT_HOUSING("Justificatif du logement actuel", true),
    FAMILY("Livret de famille ou acte de naissance", false),
    SEPARATION("Jugement ou convention de séparation", false),
    DISABILITY("Justificatif de handicap", false),
    VIOLENCE("Dépôt de plainte ou ordonnance de protection", false),
    EVICTION("Décision d’expulsion ou congé", false),
    OTHER("Autre document", false);

    private final String french;
    private final boolean always;

    PaperKind(String french, boolean always) {
        this.french = french;
        this.always = always;
    }

    /** As minutes and letters name it. */
    public String french() {
        return french;
    }

    /** Whether every application is asked for it. */
    public boolean always() {
        return always;
    }
}
