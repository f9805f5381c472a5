package fr.allervers.inventory.settlement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Wear grids and repair rates: versions that count from a day on. A lease keeps the grid it began with. */
@Component
@Transactional(readOnly = true)
public class WearGrids {

    private final JdbcClient jdbc;

    WearGrids(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A version of the grid.
     *
     * @param toConfirm not yet read in an agreement that binds
     */
    public record Grid(
            long id,
            String versionTag,
            String name,
            LocalDate validFrom,
            WearPolicy.Rounding rounding,
            String source,
            boolean toConfirm) {}

    /** All versions, the latest first. */
    public List<Grid> all() {
        return jdbc.sql(
                        "select id, version_tag, name, valid_from, rounding, source, to_confirm from wear_grid order by valid_from desc")
                .query(Grid.class)
                .list();
    }

    Grid require(long id) {
        return all().stream().filter(grid -> grid.id() == id).findFirst().orElseThrow();
    }

    /** The lines of a version. */
    public List<WearLine> lines(long gridId) {
        return jdbc.sql(
                        "select material, life_years, franchise_years, yearly_percent, residual_percent from wear_grid_line where grid_id = ? order by material")
                .param(gridId)
                .query(WearLine.class)
                .list();
    }

    Optional<WearLine> line(long gridId, String material) {
        return lines(gridId).stream()
                .filter(line -> line.material().equals(material))
                .findFirst();
    }

    /** The rates that count on this day. */
    public List<RepairRate> rates(LocalDate on) {
        return jdbc.sql("""
                        select r.id, r.code, r.material, r.label, r.unit, r.unit_cents, r.valid_from from repair_rate r
                         where r.valid_from = (select max(o.valid_from) from repair_rate o where o.code = r.code and o.valid_from <= ?)
                           and not r.withdrawn
                         order by r.label
                        """).param(on).query(RepairRate.class).list();
    }
}
