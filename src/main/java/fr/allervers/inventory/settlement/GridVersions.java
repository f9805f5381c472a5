package fr.allervers.inventory.settlement;

import fr.allervers.inventory.settings.DatedEntry;
import fr.allervers.inventory.template.InventoryTemplates;
import fr.allervers.shared.web.UserError;
import java.time.Clock;
import java.util.HashSet;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds versions of the wear grid; none is ever edited, and one that counts or is referred to is never taken back. */
@Component
@Transactional
public class GridVersions {

    private static final int NAME_LENGTH = 120;
    private static final int MOST_YEARS = 60;

    private final WearGrids grids;
    private final DatedEntry entry;
    private final JdbcClient jdbc;
    private final Clock clock;

    GridVersions(WearGrids grids, DatedEntry entry, JdbcClient jdbc, Clock clock) {
        this.grids = grids;
        this.entry = entry;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Adds a version; administrators only.
     *
     * @throws UserError when its day is not to come or has a version already, or a line is missing or cannot be
     */
    public void add(GridEntry grid) {
        var by = entry.by(grid.validFrom(), grid.source());
        requirePossible(grid);
        // The day is unique, so its name is.
        var tag = grid.validFrom().toString();
        try {
            jdbc.sql(
                            "insert into wear_grid (version_tag, name, valid_from, rounding, source, to_confirm, entered_by, entered_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            tag,
                            grid.name().strip(),
                            grid.validFrom(),
                            grid.rounding().name(),
                            grid.source().strip(),
                            grid.toConfirm(),
                            by,
                            clock.instant())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new UserError(HttpStatus.CONFLICT, "inventory.error.setting-twice");
        }
        for (var line : grid.lines()) {
            jdbc.sql(
                            "insert into wear_grid_line (grid_id, material, life_years, franchise_years, yearly_percent, residual_percent) select id, ?, ?, ?, ?, ? from wear_grid where version_tag = ?")
                    .params(
                            line.material(),
                            line.lifeYears(),
                            line.franchiseYears(),
                            line.yearlyPercent(),
                            line.residualPercent(),
                            tag)
                    .update();
        }
    }

    /** A material without a line would be the tenant's in full, whatever its age: every one has its line. */
    private static void requirePossible(GridEntry grid) {
        if (grid.name().isBlank() || grid.name().length() > NAME_LENGTH) {
            throw new UserError("inventory.error.grid-name");
        }
        var materials = grid.lines().stream().map(WearLine::material).collect(Collectors.toSet());
        if (grid.lines().size() != materials.size()
                || !materials.equals(new HashSet<>(InventoryTemplates.MATERIALS))
                || !grid.lines().stream().allMatch(GridVersions::possible)) {
            throw new UserError("inventory.error.grid-line");
        }
    }

    private static boolean possible(WearLine line) {
        return line.lifeYears() >= 1
                && line.lifeYears() <= MOST_YEARS
                && line.franchiseYears() >= 0
                && line.franchiseYears() <= line.lifeYears()
                && isPercent(line.yearlyPercent())
                && isPercent(line.residualPercent());
    }

    private static boolean isPercent(int number) {
        return number >= 0 && number <= 100;
    }

    /**
     * Takes back a version that does not count yet.
     *
     * @throws UserError when it counts, or an inventory refers to it
     */
    public void withdraw(long id) {
        entry.byAdministrator();
        var grid = grids.all().stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "inventory.error.grid-used"));
        entry.requireToCome(grid.validFrom());
        try {
            jdbc.sql("delete from wear_grid_line where grid_id = ?").param(id).update();
            jdbc.sql("delete from wear_grid where id = ?").param(id).update();
        } catch (DataIntegrityViolationException e) {
            throw new UserError(HttpStatus.CONFLICT, "inventory.error.grid-used");
        }
    }
}
