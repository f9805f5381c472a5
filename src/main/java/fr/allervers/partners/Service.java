package fr.allervers.partners;

/** What a partner does for people, as the directory sorts it. */
public enum Service {
    /** Portage de repas. */
    MEALS,
    /** Courses. */
    GROCERIES,
    /** Médicaments. */
    MEDICINES,
    /** Transport, accompagnement. */
    TRANSPORT,
    /** Écoute, visites. */
    LISTENING,
    /** Entretien du logement. */
    HOME_UPKEEP,
    /** Accès aux droits. */
    RIGHTS
}
