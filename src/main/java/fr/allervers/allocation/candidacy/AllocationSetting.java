package fr.allervers.allocation.candidacy;

/** What the law, or the landlord, may change: a number that counts from a day on. Sources stand with the values. */
public enum AllocationSetting {
    /** A dwelling goes to the committee with at least this many candidates. */
    CANDIDATES_LEAST(Unit.COUNT),
    /** Share of allocations that is for priority households. */
    PRIORITY_SHARE(Unit.PERCENT),
    /** A taux d'effort above this is marked. */
    EFFORT_RATE(Unit.PERCENT),
    /** A reste à vivre below this, per consumption unit and day, is marked. */
    LEFT_TO_LIVE(Unit.CENTS),
    /** Days to answer an offer, counted from the day after the notice. */
    ANSWER_DAYS(Unit.DAYS),
    /** An inadmissible application is taken out of the national register so long after its warning. */
    REMOVAL_MONTHS(Unit.MONTHS),
    /** Days that a letter takes, counted when nothing else can reach the candidate. */
    LETTER_DAYS(Unit.DAYS),
    /** How long the link of an offer opens after its deadline. */
    LINK_DAYS(Unit.DAYS),
    /** How long the link for documents opens. */
    PAPERS_DAYS(Unit.DAYS),
    TASK_LEASE(Unit.WORKING_DAYS),
    TASK_PAPER(Unit.WORKING_DAYS),
    TASK_NEXT(Unit.WORKING_DAYS),
    TASK_REMOVAL(Unit.WORKING_DAYS),
    TASK_URGENT(Unit.WORKING_DAYS),
    TASK_SUPERVISOR(Unit.WORKING_DAYS),
    TASK_OCCUPANCY(Unit.WORKING_DAYS),
    /** A temporary occupancy lasts this long at most. */
    OCCUPANCY_LONGEST(Unit.MONTHS),
    /** The end of a temporary occupancy is prepared so long before. */
    OCCUPANCY_WARNING(Unit.DAYS);

    /** What its number counts, and between which bounds it is accepted. */
    public enum Unit {
        COUNT(1, 20),
        PERCENT(0, 100),
        CENTS(0, 1_000_000),
        DAYS(1, 366),
        WORKING_DAYS(1, 60),
        MONTHS(1, 36);

        private final long least;
        private final long most;

        Unit(long least, long most) {
            this.least = least;
            this.most = most;
        }

        boolean accepts(long value) {
            return value >= least && value <= most;
        }
    }

    private final Unit unit;

    AllocationSetting(Unit unit) {
        this.unit = unit;
    }

    public Unit unit() {
        return unit;
    }

    /** R441-10 asks for ten days at least: a landlord may give more, never less. */
    long least() {
        return this == ANSWER_DAYS ? 10 : unit.least;
    }
}
