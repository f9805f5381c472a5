package fr.allervers.kpi.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A number that supervisors watch. What it counts stands in the messages ({@code kpi.figure.KEY.definition}), what a fact is in the sources of
 * {@code kpi.fact}. Its target and its limit are settings.
 */
public enum Figure {
    COVERAGE(Area.OUTREACH, Kind.SHARE, "listed", List.of("CALLED"), List.of()),
    RESPONSE(Area.OUTREACH, Kind.SHARE, "called", List.of("REACHED"), List.of()),
    ATTEMPTS(Area.OUTREACH, Kind.MEAN, "contact", List.of("REACHED"), List.of()),
    RED(Area.OUTREACH, Kind.SHARE, "action", List.of("RED_IN_TIME"), List.of("RED_IN_TIME", "RED_LATE", "RED_OPEN")),
    ORANGE(
            Area.OUTREACH,
            Kind.SHARE,
            "action",
            List.of("ORANGE_IN_TIME"),
            List.of("ORANGE_IN_TIME", "ORANGE_LATE", "ORANGE_OPEN")),
    REFERRALS(Area.OUTREACH, Kind.SHARE, "referral", List.of("CLOSED"), List.of()),
    CALL_BACKS(Area.OUTREACH, Kind.SHARE, "call-back", List.of("KEPT"), List.of()),

    DEBT(Area.ARREARS, Kind.STOCK_EUROS, "debt", List.of(), List.of()),
    FIRST_CONTACT(Area.ARREARS, Kind.MEDIAN, "arrears-opened", List.of("CONTACTED"), List.of()),
    APPOINTMENTS(Area.ARREARS, Kind.SHARE, "appointment", List.of("HELD"), List.of()),
    PLANS_MADE(Area.ARREARS, Kind.COUNT, "plan", List.of(), List.of()),
    PLANS_KEPT(Area.ARREARS, Kind.SHARE, "plan-ended", List.of("KEPT"), List.of()),
    AID(Area.ARREARS, Kind.EUROS, "aid", List.of("GRANTED"), List.of()),
    CLEARED_EARLY(Area.ARREARS, Kind.SHARE, "arrears-closed", List.of("CLEARED_EARLY"), List.of()),
    DEADLINES(Area.ARREARS, Kind.STOCK, "deadline", List.of("LATE", "NEAR"), List.of()),

    DOSSIERS(Area.ALLOCATION, Kind.COUNT, "decision", List.of(), List.of()),
    QUORUM(Area.ALLOCATION, Kind.SHARE, "quorum", List.of("QUORUM"), List.of()),
    VACANCY(Area.ALLOCATION, Kind.MEDIAN, "accepted", List.of("ACCEPTED"), List.of()),
    REFUSALS(Area.ALLOCATION, Kind.COUNT, "refusal", List.of(), List.of()),
    PRIORITY(Area.ALLOCATION, Kind.SHARE, "lease", List.of("PRIORITY"), List.of()),

    ON_TIME(Area.INVENTORY, Kind.SHARE, "sealed", List.of("ON_TIME"), List.of()),
    ALONE(Area.INVENTORY, Kind.SHARE, "made", List.of("ALONE"), List.of()),
    ASKED_AGAIN(Area.INVENTORY, Kind.SHARE, "asked", List.of("AGAIN"), List.of()),
    CONTESTED(Area.INVENTORY, Kind.SHARE, "exit", List.of("CONTESTED"), List.of()),
    DEPOSITS(Area.INVENTORY, Kind.SHARE, "deposit", List.of("ON_TIME"), List.of());

    /** What its value is. */
    public enum Kind {
        /** Percent of all that turned out well. */
        SHARE,
        /** How many. */
        COUNT,
        /** Half took no longer, in hours. */
        MEDIAN,
        /** Amounts over cases, in tenths. */
        MEAN,
        /** Amounts, in euros. */
        EUROS,
        /** How many there are at the end of the period. */
        STOCK,
        /** Amounts that are there at the end of the period, in euros. */
        STOCK_EUROS;

        /** Whether it is about a moment rather than a period. */
        public boolean isStock() {
            return this == STOCK || this == STOCK_EUROS;
        }
    }

    private final Area area;
    private final Kind kind;
    private final String fact;
    private final List<String> part;
    private final List<String> whole;

    Figure(Area area, Kind kind, String fact, List<String> part, List<String> whole) {
        this.area = area;
        this.kind = kind;
        this.fact = fact;
        this.part = part;
        this.whole = whole;
    }

    public Area area() {
        return area;
    }

    public Kind kind() {
        return kind;
    }

    /** The facts that it counts. */
    public String fact() {
        return fact;
    }

    /** Whether this outcome is what its number counts. */
    public boolean counts(String outcome) {
        return part.isEmpty() ? includes(outcome) : part.contains(outcome);
    }

    /** Whether this outcome is among those of which it is a part. */
    public boolean includes(String outcome) {
        return whole.isEmpty() || whole.contains(outcome);
    }

    /** The outcomes that its number counts; empty for all. */
    public List<String> part() {
        return part.isEmpty() ? whole : part;
    }

    /** The outcomes of which they are a part; empty for all. */
    public List<String> whole() {
        return whole;
    }

    /** Whether a greater value is a better one; none where neither is. */
    public Optional<Boolean> betterWhenMore() {
        return switch (this) {
            case PLANS_MADE, DOSSIERS, AID -> Optional.empty();
            case ATTEMPTS, DEBT, FIRST_CONTACT, DEADLINES, VACANCY, REFUSALS, ASKED_AGAIN, CONTESTED ->
                Optional.of(false);
            default -> Optional.of(true);
        };
    }

    /** In addresses, messages and settings. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Figure> at(String key) {
        return Arrays.stream(values())
                .filter(figure -> figure.key().equals(key))
                .findFirst();
    }

    public static List<Figure> of(Area area) {
        return Arrays.stream(values()).filter(figure -> figure.area == area).toList();
    }
}
