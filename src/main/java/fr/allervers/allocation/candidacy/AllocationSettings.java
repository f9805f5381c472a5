package fr.allervers.allocation.candidacy;

import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The dated settings of allocation: a value counts from its day on until a later one; the past is never changed. */
@Component
@Transactional(readOnly = true)
public class AllocationSettings {

    private static final String SELECT =
            "select setting, valid_from, value, source, to_confirm, entered_by from allocation_setting";

    private final JdbcClient jdbc;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    AllocationSettings(JdbcClient jdbc, CurrentStaff currentStaff, Clock clock) {
        this.jdbc = jdbc;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    /**
     * A value and from when it counts.
     *
     * @param value in the setting's unit
     * @param toConfirm not yet read in a text that binds
     */
    public record Dated(
            AllocationSetting setting,
            LocalDate validFrom,
            long value,
            String source,
            boolean toConfirm,
            String enteredBy) {}

    /** The number that counts on this day, in the setting's unit. */
    public int on(LocalDate day, AllocationSetting setting) {
        return jdbc.sql("select value from allocation_setting where setting = ? and valid_from <= ? order by"
                        + " valid_from desc limit 1")
                .params(setting.name(), day)
                .query(Integer.class)
                .single();
    }

    /** The number that counts today. */
    public int now(AllocationSetting setting) {
        return on(LocalDate.now(clock), setting);
    }

    /** Every value there was, is or will be, setting by setting, oldest first. */
    public List<Dated> values() {
        return jdbc.sql(SELECT + " order by setting, valid_from")
                .query(Dated.class)
                .list();
    }

    /**
     * Adds a value that counts from a day to come; administrators only.
     *
     * @param value in the setting's unit
     * @param source where it is written, at most 300 characters
     * @throws UserError when the day is not to come, has a value already, or the value cannot be
     */
    @Transactional
    public void add(AllocationSetting setting, LocalDate validFrom, long value, String source, boolean toConfirm) {
        var by = currentStaff.require();
        if (!by.is(Role.ADMINISTRATOR)) {
            throw new AccessDeniedException("Administrators change settings");
        }
        if (!validFrom.isAfter(LocalDate.now(clock))) {
            throw new UserError("candidacy.error.setting-day");
        }
        if (!setting.unit().accepts(value) || value < setting.least()) {
            throw new UserError("candidacy.error.setting-value");
        }
        if (source.isBlank() || source.length() > 300) {
            throw new UserError("candidacy.error.setting-source");
        }
        try {
            jdbc.sql("insert into allocation_setting (setting, valid_from, value, source, to_confirm,"
                            + " entered_by, entered_at) values (?, ?, ?, ?, ?, ?, ?)")
                    .params(setting.name(), validFrom, value, source.strip(), toConfirm, by.username(), clock.instant())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new UserError(HttpStatus.CONFLICT, "candidacy.error.setting-twice");
        }
    }
}
