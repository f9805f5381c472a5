package fr.allervers.inventory.settings;

import fr.allervers.shared.Slice;
import fr.allervers.shared.web.UserError;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The day of every year on which a building's heating begins, where it is not the usual one: dated rows, never changed. */
@Component
@Transactional(readOnly = true)
public class HeatingStarts {

    private static final int PAGE = 50;
    private static final int WORDS_LENGTH = 60;
    private static final Pattern DAY_AND_MONTH = Pattern.compile("(\\d{1,2})/(\\d{1,2})");

    private final JdbcClient jdbc;
    private final DatedEntry entry;
    private final Clock clock;

    HeatingStarts(JdbcClient jdbc, DatedEntry entry, Clock clock) {
        this.jdbc = jdbc;
        this.entry = entry;
        this.clock = clock;
    }

    /**
     * A building and when it is heated.
     *
     * @param now month × 100 + day; none: as everywhere
     * @param next the one that comes after, from {@code nextFrom} on
     */
    public record Line(
            long buildingId,
            String code,
            String address,
            @Nullable Integer now,
            @Nullable String source,
            @Nullable Integer next,
            @Nullable LocalDate nextFrom) {}

    /** The building's own day as it counted on this one; none where it has no own. */
    public Optional<MonthDay> ofDwelling(long dwellingId, LocalDate on) {
        return jdbc.sql("""
                        select h.starts_month * 100 + h.starts_day from heating_start h join dwelling d on d.building_id = h.building_id
                         where d.id = ? and h.valid_from <= ? order by h.valid_from desc limit 1
                        """)
                .params(dwellingId, on)
                .query(Integer.class)
                .optional()
                .map(number -> MonthDay.of(number / 100, number % 100));
    }

    /**
     * Buildings by their code.
     *
     * @param words part of the code, the address or the commune
     * @param after the {@link Slice#next} of the page before
     */
    public Slice<Line> page(String words, @Nullable String after) {
        var like = "%" + words.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        var rows = jdbc.sql("""
                        select b.id as building_id, b.code, concat(b.address, ', ', b.commune) as address,
                               c.starts_month * 100 + c.starts_day as now, c.source, n.starts_month * 100 + n.starts_day as next, n.valid_from as next_from
                          from building b
                          left join heating_start c on c.building_id = b.id and c.valid_from = (select max(x.valid_from) from heating_start x where x.building_id = b.id and x.valid_from <= :today)
                          left join heating_start n on n.building_id = b.id and n.valid_from = (select min(x.valid_from) from heating_start x where x.building_id = b.id and x.valid_from > :today)
                         where b.code > :after and (b.code like :like escape '!' or b.address like :like escape '!' or b.commune like :like escape '!')
                         order by b.code limit :most
                        """)
                .param("today", LocalDate.now(clock))
                .param("after", after == null ? "" : after)
                .param("like", words.length() > WORDS_LENGTH ? "" : like)
                .param("most", PAGE + 1)
                .query(Line.class)
                .list();
        return Slice.of(rows, PAGE, Line::code);
    }

    /**
     * The buildings are heated from this day of the year on; administrators only.
     *
     * @param start "15/10": day and month
     * @throws UserError when a building has a date from that day on already, or the date cannot be; nothing is kept then
     */
    @Transactional
    public void add(Collection<Long> buildings, String start, LocalDate validFrom, String source) {
        var by = entry.by(validFrom, source);
        var day = read(start);
        if (buildings.isEmpty() || buildings.size() > PAGE) {
            throw new UserError("inventory.error.heating-buildings", PAGE);
        }
        try {
            for (var building : List.copyOf(buildings)) {
                jdbc.sql("insert into heating_start values (?, ?, ?, ?, ?, ?, ?)")
                        .params(
                                building,
                                validFrom,
                                day.getMonthValue(),
                                day.getDayOfMonth(),
                                source.strip(),
                                by,
                                clock.instant())
                        .update();
            }
        } catch (DuplicateKeyException e) {
            throw new UserError(HttpStatus.CONFLICT, "inventory.error.setting-twice");
        } catch (DataIntegrityViolationException e) {
            throw new UserError(HttpStatus.NOT_FOUND, "inventory.error.heating-buildings", PAGE);
        }
    }

    private static MonthDay read(String start) {
        var asked = DAY_AND_MONTH.matcher(start.strip());
        try {
            if (asked.matches()) {
                return MonthDay.of(Integer.parseInt(asked.group(2)), Integer.parseInt(asked.group(1)));
            }
        } catch (DateTimeException e) {
            // The 32nd or the 13th month: said below, as every other text.
        }
        throw new UserError("inventory.error.heating-day");
    }
}
