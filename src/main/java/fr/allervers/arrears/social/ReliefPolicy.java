package fr.allervers.arrears.social;

import fr.allervers.arrears.settings.RulesOn;
import fr.allervers.arrears.settings.Setting;
import fr.allervers.arrears.social.Relief.Beneficiary;
import fr.allervers.arrears.social.Relief.Kind;
import fr.allervers.arrears.social.Relief.Level;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which relief measures may be proposed, and who approves them. */
public final class ReliefPolicy {

    private ReliefPolicy() {}

    /** Why a measure cannot be proposed; its name ends a message's key. */
    public enum Refusal {
        AMOUNT,
        /** A total remission is of the whole debt, a partial one is not. */
        NOT_THE_WHOLE,
        UNTIL,
        MONTHS
    }

    /** Who approves: by amount, and by who benefits. */
    public static Level level(long amountCents, Beneficiary beneficiary, RulesOn rules) {
        var most = rules.cents(
                beneficiary == Beneficiary.HOUSEHOLD
                        ? Setting.RELIEF_BY_SUPERVISOR
                        : Setting.RELIEF_BY_SUPERVISOR_BUSINESS);
        return amountCents <= most ? Level.SUPERVISOR : Level.DIRECTOR;
    }

    /**
     * The first reason against a measure.
     *
     * @param debtCents what is owed today
     */
    public static Optional<Refusal> refusal(
            Kind kind,
            long amountCents,
            long debtCents,
            @Nullable LocalDate untilOn,
            @Nullable Integer months,
            RulesOn rules) {
        if (amountCents <= 0 || amountCents > debtCents) {
            return Optional.of(Refusal.AMOUNT);
        }
        var longest = rules.count(Setting.RELIEF_LONGEST);
        return switch (kind) {
            case TOTAL_REMISSION -> amountCents == debtCents ? Optional.empty() : Optional.of(Refusal.NOT_THE_WHOLE);
            case PARTIAL_REMISSION -> amountCents < debtCents ? Optional.empty() : Optional.of(Refusal.NOT_THE_WHOLE);
            case POSTPONE ->
                untilOn != null
                                && untilOn.isAfter(rules.day())
                                && !untilOn.isAfter(rules.day().plusMonths(longest))
                        ? Optional.empty()
                        : Optional.of(Refusal.UNTIL);
            case SPREAD ->
                months != null && months >= 2 && months <= longest ? Optional.empty() : Optional.of(Refusal.MONTHS);
        };
    }
}
