package fr.allervers.inventory.settings;

/** What the law, or the landlord, may change about inventories: a number that counts from a day on. */
public enum InventorySetting {
    /** An inventory is opened so many days before the keys. */
    OPEN_BEFORE_KEYS(Unit.DAYS),
    /** The first reminder, after the link. */
    FIRST_REMINDER(Unit.DAYS),
    /** Between two reminders. */
    NEXT_REMINDER(Unit.DAYS),
    /** So many reminders, then a call. */
    REMINDERS(Unit.COUNT),
    /** An inventory not made so long before the keys is a supervisor's matter. */
    KEYS_ALERT(Unit.DAYS),
    TASK_CALL(Unit.WORKING_DAYS),
    TASK_VISIT(Unit.WORKING_DAYS),
    TASK_REVIEW(Unit.WORKING_DAYS),
    TASK_COUNTERSIGN(Unit.WORKING_DAYS),
    TASK_PRICE(Unit.WORKING_DAYS),
    TASK_DISPUTE(Unit.WORKING_DAYS),
    TASK_SUPERVISOR(Unit.WORKING_DAYS),
    /** The notice that the commissaire de justice gives, at least. */
    BAILIFF_NOTICE(Unit.DAYS),
    /** So long after an entry the tenant may add to it. */
    ADDITION_DAYS(Unit.DAYS),
    /** When heating begins, where the building says nothing else. */
    HEATING_FROM(Unit.MONTH_DAY),
    /** So long from then on the tenant may add to the entry about the heating. */
    HEATING_DAYS(Unit.DAYS),
    DEPOSIT_MONTHS_MATCHING(Unit.MONTHS),
    DEPOSIT_MONTHS_OTHERWISE(Unit.MONTHS),
    /** Of a month's rent without charges, for each month of lateness begun. */
    DEPOSIT_PENALTY_PERCENT(Unit.PERCENT),
    /** So long a tenant has to answer a settlement. */
    SETTLEMENT_ANSWER(Unit.DAYS);

    /** What its number counts, and between which bounds it is accepted. */
    public enum Unit {
        DAYS(0, 366),
        WORKING_DAYS(1, 60),
        MONTHS(1, 24),
        COUNT(0, 20),
        PERCENT(0, 100),
        /** Month × 100 + day. */
        MONTH_DAY(101, 1231);

        private final long least;
        private final long most;

        Unit(long least, long most) {
            this.least = least;
            this.most = most;
        }

        boolean accepts(long value) {
            return value >= least && value <= most && (this != MONTH_DAY || (value % 100 >= 1 && value % 100 <= 31));
        }
    }

    private final Unit unit;

    InventorySetting(Unit unit) {
        this.unit = unit;
    }

    public Unit unit() {
        return unit;
    }
}
