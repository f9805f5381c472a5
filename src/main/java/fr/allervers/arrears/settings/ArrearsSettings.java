package fr.allervers.arrears.settings;

import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.workflow.Decisions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The dated settings of unpaid-rent prevention. A value counts from its day on until a later one; the past is never changed. They are
 * few and asked for at every step: kept in memory for some seconds, so that a value added on another node is seen soon.
 */
@Component
@Transactional(readOnly = true)
public class ArrearsSettings {

    private static final Duration KEPT = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final Decisions decisions;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    private volatile @Nullable Read read;

    ArrearsSettings(JdbcClient jdbc, Decisions decisions, CurrentStaff currentStaff, Clock clock) {
        this.jdbc = jdbc;
        this.decisions = decisions;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    private record Read(Instant at, List<DatedValue> values) {}

    /** What counts on this day. */
    public RulesOn at(LocalDate day) {
        var counts = new EnumMap<Setting, Long>(Setting.class);
        for (var value : values()) {
            if (!value.validFrom().isAfter(day)) {
                if (value.value() == null) {
                    counts.remove(value.setting());
                } else {
                    counts.put(value.setting(), value.value());
                }
            }
        }
        return new RulesOn(day, counts);
    }

    /** Every value there was, is or will be, setting by setting, oldest first. */
    public List<DatedValue> values() {
        var known = read;
        if (known == null || Duration.between(known.at(), clock.instant()).abs().compareTo(KEPT) > 0) {
            known = new Read(clock.instant(), load());
            read = known;
        }
        return known.values();
    }

    private List<DatedValue> load() {
        return jdbc.sql(
                        "select setting, valid_from, value, source, to_confirm, entered_by from arrears_setting order by setting, valid_from")
                .query(DatedValue.class)
                .list();
    }

    /**
     * Adds a value that counts from a day to come; administrators only.
     *
     * @param value in the setting's unit; none when the rule no longer applies
     * @param source where it is written, at most 300 characters
     * @throws UserError when the day is not to come, has a value already, or the value cannot be
     */
    @Transactional
    public void add(Setting setting, LocalDate validFrom, @Nullable Long value, String source, boolean toConfirm) {
        var by = currentStaff.require();
        if (!by.is(Role.ADMINISTRATOR)) {
            throw new AccessDeniedException("Administrators change settings");
        }
        if (!validFrom.isAfter(LocalDate.now(clock))) {
            throw new UserError("arrears.error.setting-day");
        }
        if (value != null && !setting.unit().accepts(value)) {
            throw new UserError("arrears.error.setting-value");
        }
        if (setting == Setting.OPENING_TABLE
                && (value == null || !decisions.has("arrears-opening", value.toString()))) {
            throw new UserError("arrears.error.setting-table");
        }
        if (source.isBlank() || source.length() > 300) {
            throw new UserError("arrears.error.setting-source");
        }
        try {
            jdbc.sql(
                            "insert into arrears_setting (setting, valid_from, value, source, to_confirm, entered_by, entered_at) values (?, ?, ?, ?, ?, ?, ?)")
                    .params(Arrays.asList(
                            setting.name(),
                            validFrom,
                            value,
                            source.strip(),
                            toConfirm,
                            by.username(),
                            clock.instant()))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new UserError(HttpStatus.CONFLICT, "arrears.error.setting-twice");
        }
        read = null;
    }
}
