package fr.allervers.inventory.settlement;

import fr.allervers.inventory.settings.DatedEntry;
import fr.allervers.inventory.template.InventoryTemplates;
import fr.allervers.shared.Texts;
import fr.allervers.shared.web.UserError;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The landlord's scale of repairs: each price counts from its day on until a later one; no price is ever changed. */
@Component
@Transactional
public class RepairRates {

    /** What a price is of. */
    public static final Set<String> UNITS = Set.of("M2", "PIECE", "FORFAIT", "HEURE");

    private static final long MOST_CENTS = 10_000_000;
    private static final int LABEL_LENGTH = 120;
    private static final int CODE_LENGTH = 30;

    private final DatedEntry entry;
    private final JdbcClient jdbc;
    private final Clock clock;

    RepairRates(DatedEntry entry, JdbcClient jdbc, Clock clock) {
        this.entry = entry;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A price there was, is or will be.
     *
     * @param withdrawn from its day on the repair is no longer in the scale
     */
    public record Version(
            String code,
            @Nullable String material,
            String label,
            String unit,
            long unitCents,
            LocalDate validFrom,
            boolean withdrawn,
            String source) {}

    /** Every version, repair by repair, the latest first. */
    @Transactional(readOnly = true)
    public List<Version> versions() {
        return jdbc.sql(
                        "select code, material, label, unit, unit_cents, valid_from, withdrawn, source from repair_rate order by label, code, valid_from desc")
                .query(Version.class)
                .list();
    }

    /**
     * Another price of a repair.
     *
     * @param cents of a unit; none takes the repair out of the scale
     * @throws UserError when there is no such repair, the price cannot be, or the day has one already
     */
    public void reprice(String code, @Nullable Long cents, LocalDate validFrom, String source) {
        var by = entry.by(validFrom, source);
        var last = versions().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new UserError("inventory.error.rate"));
        insert(
                new Version(
                        code,
                        last.material(),
                        last.label(),
                        last.unit(),
                        cents == null ? last.unitCents() : cents,
                        validFrom,
                        cents == null,
                        source),
                by);
    }

    /**
     * A repair that was not in the scale.
     *
     * @param material the line of the wear grid; none for what does not wear
     * @throws UserError when its words, unit, material or price cannot be, or a repair has its name already
     */
    public void add(
            String label, @Nullable String material, String unit, long cents, LocalDate validFrom, String source) {
        var by = entry.by(validFrom, source);
        var code = code(label);
        if (label.isBlank()
                || label.length() > LABEL_LENGTH
                || code.isEmpty()
                || !UNITS.contains(unit)
                || (material != null && !InventoryTemplates.MATERIALS.contains(material))) {
            throw new UserError("inventory.error.rate-words");
        }
        if (versions().stream().anyMatch(one -> one.code().equals(code))) {
            throw new UserError(HttpStatus.CONFLICT, "inventory.error.rate-twice");
        }
        insert(new Version(code, material, label.strip(), unit, cents, validFrom, false, source), by);
    }

    private static String code(String label) {
        var plain = Texts.fold(label).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return plain.substring(0, Math.min(CODE_LENGTH, plain.length()));
    }

    private void insert(Version rate, String by) {
        if (rate.unitCents() < 1 || rate.unitCents() > MOST_CENTS) {
            throw new UserError("inventory.error.rate-price");
        }
        try {
            jdbc.sql(
                            "insert into repair_rate (code, material, label, unit, unit_cents, valid_from, withdrawn, source, entered_by, entered_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(Arrays.asList(
                            rate.code(),
                            rate.material(),
                            rate.label(),
                            rate.unit(),
                            rate.unitCents(),
                            rate.validFrom(),
                            rate.withdrawn(),
                            rate.source().strip(),
                            by,
                            clock.instant()))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new UserError(HttpStatus.CONFLICT, "inventory.error.setting-twice");
        }
    }
}
