package fr.allervers.arrears.settings;

import java.util.Locale;

/** What the law, or the landlord, may change: a number that counts from a day on. Sources stand with the values. */
public enum Setting {
    /** A debt below this opens no case. */
    OPENING_AMOUNT(Group.OPENING, Unit.CENTS),
    /** A debt younger than this opens no case. */
    OPENING_AGE(Group.OPENING, Unit.DAYS),
    /** From this many months owed on, a debt opens a case whatever its age. */
    OPENING_MONTHS(Group.OPENING, Unit.MONTHS),
    /** The version tag of the table arrears-opening.dmn that decides. */
    OPENING_TABLE(Group.OPENING, Unit.VERSION),
    /** A debt below this is cleared: its case closes. */
    CLEARED_BELOW(Group.OPENING, Unit.CENTS),

    /** Days after the oldest unpaid due day: the first message. */
    LADDER_SMS(Group.LADDER, Unit.DAYS),
    LADDER_CALL(Group.LADDER, Unit.DAYS),
    /** An appointment is offered. */
    LADDER_APPOINTMENT(Group.LADDER, Unit.DAYS),
    /** The appointment offered is to be held until then. */
    LADDER_APPOINTMENT_HELD(Group.LADDER, Unit.DAYS),
    LADDER_LETTER(Group.LADDER, Unit.DAYS),
    LADDER_VISIT(Group.LADDER, Unit.DAYS),
    /** The hour at which a step begins, in the landlord's zone. */
    LADDER_HOUR(Group.LADDER, Unit.HOUR),
    /** How long an answer of the household keeps the ladder waiting. */
    ANSWER_PATIENCE(Group.LADDER, Unit.DAYS),

    /** Working days for each task. */
    TASK_CALL(Group.TASKS, Unit.WORKING_DAYS),
    TASK_VISIT(Group.TASKS, Unit.WORKING_DAYS),
    TASK_DECIDE(Group.TASKS, Unit.WORKING_DAYS),
    TASK_ASSESS(Group.TASKS, Unit.WORKING_DAYS),
    TASK_CHECK(Group.TASKS, Unit.WORKING_DAYS),
    TASK_SUPERVISOR(Group.TASKS, Unit.WORKING_DAYS),
    TASK_PLAN_CONTACT(Group.TASKS, Unit.WORKING_DAYS),
    /** To approve a relief measure. */
    TASK_RELIEF(Group.TASKS, Unit.WORKING_DAYS),
    /** To follow an aid once its day has come. */
    TASK_AID(Group.TASKS, Unit.WORKING_DAYS),
    /** An aid that was asked for is followed after so long. */
    AID_FOLLOW_UP(Group.TASKS, Unit.DAYS),

    /** A tenant books an appointment at least this long before. */
    APPOINTMENT_NOTICE(Group.APPOINTMENT, Unit.HOURS),
    /** Appointments are booked at most this long before. */
    APPOINTMENT_HORIZON(Group.APPOINTMENT, Unit.DAYS),
    /** The tenant is reminded this long before. */
    APPOINTMENT_REMINDER(Group.APPOINTMENT, Unit.HOURS),
    /** The tenant may move or cancel it until this long before. */
    APPOINTMENT_CHANGE(Group.APPOINTMENT, Unit.HOURS),

    /** A plan's instalment may come this many days late. */
    PLAN_TOLERANCE(Group.PLAN, Unit.DAYS),
    /** A plan may last this long. */
    PLAN_LONGEST(Group.PLAN, Unit.MONTHS),
    /** An instalment is reminded of this long before. */
    PLAN_REMINDER(Group.PLAN, Unit.DAYS),
    /** Reste à vivre that a plan leaves, per consumption unit and day. */
    PLAN_LEFT_TO_LIVE(Group.PLAN, Unit.CENTS),
    /** Taux d'effort: rent and instalment together, at most. */
    PLAN_EFFORT(Group.PLAN, Unit.PERCENT),

    /** A relief measure up to this is for a supervisor to approve, above it for the director. */
    RELIEF_BY_SUPERVISOR(Group.RELIEF, Unit.CENTS),
    /** The same for shops and associations. */
    RELIEF_BY_SUPERVISOR_BUSINESS(Group.RELIEF, Unit.CENTS),
    /** A debt is spread or postponed this long at most. */
    RELIEF_LONGEST(Group.RELIEF, Unit.MONTHS),

    /** Impayé for the CAF: this many months of rent and charges; replaced by an amount and an age. */
    CAF_UNPAID_MONTHS(Group.CAF, Unit.MONTHS),
    /** Impayé for the CAF: more than this amount. */
    CAF_UNPAID_AMOUNT(Group.CAF, Unit.CENTS),
    /** Impayé for the CAF: any debt this many months after the first default. */
    CAF_UNPAID_AGE(Group.CAF, Unit.MONTHS),
    /** Time to report the impayé to the CAF or MSA. */
    CAF_REPORT(Group.CAF, Unit.MONTHS),
    /** Time that the landlord has for a plan d'apurement once the CAF asks for it. */
    CAF_PLAN(Group.CAF, Unit.MONTHS),
    /** Debts up to this follow the simplified procedure. */
    CAF_SMALL_DEBT(Group.CAF, Unit.CENTS),
    /** Longest plan of the simplified procedure. */
    CAF_SMALL_PLAN(Group.CAF, Unit.MONTHS),

    /** Between the referral to the CCAPEX and the summons (assignation). */
    CCAPEX_BEFORE_SUMMONS(Group.COURT, Unit.MONTHS),
    /** Time that the order to pay (commandement de payer) gives. */
    ORDER_TO_PAY(Group.COURT, Unit.WEEKS),
    /** The same for leases whose clause gives the older, longer time. */
    ORDER_TO_PAY_OLDER_LEASE(Group.COURT, Unit.MONTHS),
    /** Time to tell the guarantor of the order to pay. */
    GUARANTOR_TOLD(Group.COURT, Unit.DAYS),
    /** The prefect is told of the summons at least this long before the hearing. */
    PREFECT_BEFORE_HEARING(Group.COURT, Unit.WEEKS),
    /** Longest time that the judge may give. */
    JUDGE_LONGEST(Group.COURT, Unit.MONTHS),
    COHESION_PROTOCOL(Group.COURT, Unit.MONTHS),
    COHESION_PROTOCOL_LONGEST(Group.COURT, Unit.MONTHS),
    /** Time for a new lease once the protocol was respected. */
    COHESION_NEW_LEASE(Group.COURT, Unit.MONTHS),
    /** First day of the winter truce, as month × 100 + day. */
    WINTER_TRUCE_FROM(Group.COURT, Unit.MONTH_DAY),
    /** Last day of the winter truce, as month × 100 + day. */
    WINTER_TRUCE_TO(Group.COURT, Unit.MONTH_DAY),
    /** A legal deadline opens a task this long before. */
    DEADLINE_WARNING(Group.COURT, Unit.DAYS),
    /** The task is to be done this long before the deadline; then it is the supervisor's. */
    DEADLINE_MARGIN(Group.COURT, Unit.DAYS);

    /** Where the settings page shows it. */
    public enum Group {
        OPENING,
        LADDER,
        TASKS,
        APPOINTMENT,
        PLAN,
        RELIEF,
        CAF,
        COURT
    }

    /** What its number counts, and between which bounds it is accepted. */
    public enum Unit {
        HOURS(0, 720),
        DAYS(0, 366),
        WORKING_DAYS(1, 60),
        WEEKS(1, 52),
        MONTHS(1, 120),
        CENTS(0, 100_000_000),
        PERCENT(0, 100),
        /** Of a decision table. */
        VERSION(1, 999),
        HOUR(7, 19),
        /** Month × 100 + day. */
        MONTH_DAY(101, 1231);

        private final long least;
        private final long most;

        Unit(long least, long most) {
            this.least = least;
            this.most = most;
        }

        /** Whether the number can be one of this unit. */
        public boolean accepts(long value) {
            return value >= least
                    && value <= most
                    && (this != MONTH_DAY || (value % 100 >= 1 && value % 100 <= 31 && value / 100 <= 12));
        }
    }

    private final Group group;
    private final Unit unit;

    Setting(Group group, Unit unit) {
        this.group = group;
        this.unit = unit;
    }

    public Group group() {
        return group;
    }

    public Unit unit() {
        return unit;
    }

    /** Its name in the table and in addresses, « ladder-sms ». */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
