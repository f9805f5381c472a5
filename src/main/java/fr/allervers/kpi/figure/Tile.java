package fr.allervers.kpi.figure;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A figure as shown.
 *
 * @param before of the period before
 * @param target in the unit of its value; none without one
 */
public record Tile(
        Figure figure,
        Reading now,
        Reading before,
        @Nullable Double target,
        boolean targetToConfirm) {

    public OptionalDouble value() {
        return now.value(figure.kind());
    }

    /** How much it moved, in its unit; none where one of the two periods has no value. */
    public OptionalDouble change() {
        var then = before.value(figure.kind());
        var present = value();
        return then.isPresent()
                        && present.isPresent()
                        && before.whole() + before.times().count() > 0
                ? OptionalDouble.of(present.getAsDouble() - then.getAsDouble())
                : OptionalDouble.empty();
    }

    /** Whether the target is reached; none where there is no target or nothing to tell of. */
    public @Nullable Boolean reached() {
        var value = value();
        var more = figure.betterWhenMore();
        if (target == null || value.isEmpty() || more.isEmpty()) {
            return null;
        }
        // As both are shown: 74.6 % is « 75 % ».
        var shown = figure.kind() == Figure.Kind.SHARE ? Math.round(value.getAsDouble()) : value.getAsDouble();
        return more.get() ? shown >= target : shown <= target;
    }

    /** Whether it moved for the better; none where it did not move, or neither way is better. */
    public @Nullable Boolean better() {
        var change = change();
        var more = figure.betterWhenMore();
        if (change.isEmpty() || more.isEmpty() || Math.abs(change.getAsDouble()) < 0.05) {
            return null;
        }
        return change.getAsDouble() > 0 == more.get();
    }

    /** Whether a list of cases stands behind « of so many » too. */
    public boolean hasWhole() {
        return figure.kind() == Figure.Kind.SHARE;
    }
}
