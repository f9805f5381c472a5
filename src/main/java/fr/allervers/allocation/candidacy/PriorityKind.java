package fr.allervers.allocation.candidacy;

/** The kinds of households to whom the law gives priority (CCH L441-1, from memory: to be confirmed); DALO is kept by its date. */
public enum PriorityKind {
    DISABILITY("Handicap"),
    CARE_LEAVER("Sortie d’appartement de coordination thérapeutique"),
    POOR_HOUSING("Mal logé"),
    HOSTED("Hébergé ou logé temporairement"),
    BACK_TO_WORK("Reprise d’activité après un long chômage"),
    UNFIT_PREMISES("Locaux impropres à l’habitation"),
    VIOLENCE("Victime de violences"),
    TRAFFICKING("Sortie de la prostitution ou victime de traite"),
    OVERCROWDED("Enfants mineurs en logement suroccupé ou non décent"),
    HOMELESS("Sans logement"),
    EVICTION("Menacé d’expulsion sans relogement"),
    CHILD_WELFARE("Sortie de l’aide sociale à l’enfance");

    private final String french;

    PriorityKind(String french) {
        this.french = french;
    }

    /** As files and minutes name it. */
    public String french() {
        return french;
    }
}
