package fr.allervers.privacy;

import fr.allervers.shared.personal.DataKind;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How long each kind of personal data is kept (durées de conservation): dated values, of which the past is never changed. */
@Component
@Transactional(readOnly = true)
public class Retention {

    /** Thirty years: longer than any delay that we know of. */
    public static final int LONGEST = 360;

    private final JdbcClient jdbc;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    Retention(JdbcClient jdbc, CurrentStaff currentStaff, Clock clock) {
        this.jdbc = jdbc;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    /** Every value there was, is or will be, kind by kind, oldest first. */
    public List<RetentionValue> values() {
        return jdbc
                .sql(
                        "select kind, valid_from, months, source, to_confirm, entered_by from retention_setting order by kind, valid_from")
                .query(RetentionValue.class)
                .list()
                .stream()
                .sorted(Comparator.comparing(RetentionValue::kind))
                .toList();
    }

    /** What counts on this day, by kind; a kind without a value is kept. */
    public Map<DataKind, RetentionValue> on(LocalDate day) {
        var counts = new EnumMap<DataKind, RetentionValue>(DataKind.class);
        values().stream()
                .filter(value -> !value.validFrom().isAfter(day))
                .forEach(value -> counts.put(value.kind(), value));
        return counts;
    }

    /**
     * Adds a value that counts from a day to come; administrators only.
     *
     * @param months 1 to {@link #LONGEST}
     * @param source where it is written, at most 300 characters
     * @throws UserError when the day is not to come or has a value already, or the value cannot be
     */
    @Transactional
    public void add(DataKind kind, LocalDate validFrom, int months, String source, boolean toConfirm) {
        var by = currentStaff.require();
        if (!by.is(Role.ADMINISTRATOR)) {
            throw new AccessDeniedException("Administrators change settings");
        }
        if (!validFrom.isAfter(LocalDate.now(clock))) {
            throw new UserError("privacy.error.day");
        }
        if (!kind.hasDelay() || months < 1 || months > LONGEST) {
            throw new UserError("privacy.error.months", LONGEST);
        }
        if (source.isBlank() || source.length() > 300) {
            throw new UserError("privacy.error.source");
        }
        try {
            jdbc.sql(
                            "insert into retention_setting (kind, valid_from, months, source, to_confirm, entered_by, entered_at) values (?, ?, ?, ?, ?, ?, ?)")
                    .params(kind.name(), validFrom, months, source.strip(), toConfirm, by.username(), clock.instant())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new UserError(HttpStatus.CONFLICT, "privacy.error.twice");
        }
    }
}
