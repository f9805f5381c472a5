package fr.allervers.allocation.candidacy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The ceilings of resources, each counting from a day on until a later one. */
@Component
@Transactional(readOnly = true)
public class Ceilings {

    private final JdbcClient jdbc;

    Ceilings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A ceiling as kept; {@code cents} a year. Category 7 is the sum for each person beyond the sixth category. */
    public record Row(
            String financing,
            Zone zone,
            int category,
            LocalDate validFrom,
            long cents,
            String source,
            boolean toConfirm) {}

    /** What a household may have a year, in cents. */
    public record Ceiling(long cents, String source, boolean toConfirm) {}

    /** The ceiling on this day; none when nobody entered one for this financing: it is then said to be unknown, not passed over. */
    public Optional<Ceiling> on(LocalDate day, String financing, Zone zone, int category) {
        var rows = jdbc
                .sql("""
                    select financing, zone, category, valid_from, cents, source, to_confirm from resource_ceiling
                     where financing = ? and zone = ? and category in (?, ?) and valid_from <= ? order by valid_from
                    """)
                .params(financing, zone.name(), Math.min(category, CeilingPolicy.LAST), CeilingPolicy.FURTHER, day)
                .query(Row.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Row::category, Function.identity(), (older, newer) -> newer));
        var base = rows.get(Math.min(category, CeilingPolicy.LAST));
        if (base == null || category <= CeilingPolicy.LAST) {
            return Optional.ofNullable(base).map(row -> new Ceiling(row.cents(), row.source(), row.toConfirm()));
        }
        var further = rows.get(CeilingPolicy.FURTHER);
        return Optional.ofNullable(further)
                .map(row -> new Ceiling(
                        base.cents() + row.cents() * (category - CeilingPolicy.LAST),
                        base.source(),
                        base.toConfirm() || row.toConfirm()));
    }

    /** All there were, are and will be. */
    public List<Row> all() {
        return jdbc.sql("select financing, zone, category, valid_from, cents, source, to_confirm from resource_ceiling"
                        + " order by financing, zone, valid_from, category")
                .query(Row.class)
                .list();
    }
}
