package fr.allervers.inventory.settings;

import fr.allervers.shared.web.UserError;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The dated settings of inventories. A value counts from its day on until a later one; the past is never changed. */
@Component
@Transactional(readOnly = true)
public class InventorySettings {

    private final JdbcClient jdbc;
    private final DatedEntry entry;
    private final Clock clock;

    InventorySettings(JdbcClient jdbc, DatedEntry entry, Clock clock) {
        this.jdbc = jdbc;
        this.entry = entry;
        this.clock = clock;
    }

    /** What counts on this day. */
    public InventoryRules at(LocalDate day) {
        var counts = new EnumMap<InventorySetting, Long>(InventorySetting.class);
        values().stream()
                .filter(value -> !value.validFrom().isAfter(day))
                .forEach(value -> counts.put(value.setting(), value.value()));
        return new InventoryRules(counts);
    }

    /** What counts today. */
    public InventoryRules today() {
        return at(LocalDate.now(clock));
    }

    /** Every value there was, is or will be, setting by setting, oldest first. */
    public List<DatedSetting> values() {
        return jdbc.sql(
                        "select setting, valid_from, value, source, to_confirm, entered_by from inventory_setting order by setting, valid_from")
                .query(DatedSetting.class)
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
    public void add(InventorySetting setting, LocalDate validFrom, long value, String source, boolean toConfirm) {
        var by = entry.by(validFrom, source);
        if (!setting.unit().accepts(value)) {
            throw new UserError("inventory.error.setting-value");
        }
        try {
            jdbc.sql("insert into inventory_setting values (?, ?, ?, ?, ?, ?, ?)")
                    .params(setting.name(), validFrom, value, source.strip(), toConfirm, by, clock.instant())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new UserError(HttpStatus.CONFLICT, "inventory.error.setting-twice");
        }
    }
}
