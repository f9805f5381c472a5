package fr.allervers.arrears.settings;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import java.util.OptionalLong;

/** The settings that count on one day. */
public final class RulesOn {

    private final LocalDate day;
    private final Map<Setting, Long> values;

    /**
     * @param values what is left out does not apply on this day
     */
    public RulesOn(LocalDate day, Map<Setting, Long> values) {
        this.day = day;
        this.values = Map.copyOf(values);
    }

    public LocalDate day() {
        return day;
    }

    /** The number, in the setting's unit; none when the rule does not apply on this day. */
    public OptionalLong find(Setting setting) {
        var value = values.get(setting);
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    /**
     * The number, in the setting's unit.
     *
     * @throws IllegalStateException when the rule does not apply on this day
     */
    public long number(Setting setting) {
        return find(setting).orElseThrow(() -> new IllegalStateException(setting.key() + " does not apply on " + day));
    }

    /** Days, weeks, months or hours. */
    public int count(Setting setting) {
        return Math.toIntExact(number(setting));
    }

    /** An amount in cents. */
    public long cents(Setting setting) {
        return number(setting);
    }

    /** A day of every year. */
    public MonthDay monthDay(Setting setting) {
        var number = count(setting);
        return MonthDay.of(number / 100, number % 100);
    }
}
