package fr.allervers.privacy;

import fr.allervers.shared.personal.DataKind;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The nights and their lines. A chunk locks its line, purges, and writes what it did in one transaction: any node may do the next one,
 * two nodes never the same, and a crash leaves the rest to whoever comes next.
 */
@Component
@Transactional
class PurgeJournal {

    private static final int NIGHTS = 60;

    private final JdbcClient jdbc;
    private final PersonalUnits units;
    private final Retention retention;
    private final Clock clock;
    private final int chunk;

    PurgeJournal(
            JdbcClient jdbc,
            PersonalUnits units,
            Retention retention,
            Clock clock,
            @Value("${allervers.privacy.chunk:500}") int chunk) {
        this.jdbc = jdbc;
        this.units = units;
        this.retention = retention;
        this.clock = clock;
        this.chunk = chunk;
    }

    private record Night(
            LocalDate night, Instant beganAt, @Nullable Instant endedAt) {}

    private record NextLine(int position, String unit, LocalDate beforeOn) {}

    private record OfNight(
            LocalDate night, String unit, DataKind kind, LocalDate beforeOn, int changed, boolean done) {}

    /** Begins the night when nobody has: its lines are written once, with the days that count tonight. */
    void begin(LocalDate night) {
        try {
            jdbc.sql("insert into purge_night (night, began_at) values (?, ?)")
                    .params(night, clock.instant())
                    .update();
        } catch (DuplicateKeyException e) {
            return;
        }
        var counts = retention.on(night);
        var position = 0;
        for (var unit : units.all()) {
            var value = counts.get(unit.kind());
            if (value != null) {
                jdbc.sql("insert into purge_line (night, position, unit, kind, before_on) values (?, ?, ?, ?, ?)")
                        .params(night, position, unit.name(), unit.kind().name(), night.minusMonths(value.months()))
                        .update();
            }
            position++;
        }
    }

    /** Does the next chunk of the night; false when nothing is left for us. */
    boolean next(LocalDate night) {
        var line = jdbc.sql(
                        "select position, unit, before_on from purge_line where night = ? and not done order by position limit 1 for update skip locked")
                .param(night)
                .query(NextLine.class)
                .optional();
        line.ifPresent(next -> purge(night, next));
        return line.isPresent();
    }

    private void purge(LocalDate night, NextLine line) {
        // A unit that an update took away meanwhile has nothing left to purge.
        var changed = units.find(line.unit())
                .map(unit -> unit.purge(line.beforeOn(), chunk))
                .orElse(0);
        jdbc.sql("update purge_line set changed = changed + ?, done = ? where night = ? and position = ?")
                .params(changed, changed == 0, night, line.position())
                .update();
    }

    /** Ends the night when every line is done. */
    void end(LocalDate night) {
        jdbc.sql("""
                        update purge_night set ended_at = ? where night = ? and ended_at is null
                           and not exists (select 1 from purge_line l where l.night = ? and not l.done)
                        """).params(clock.instant(), night, night).update();
    }

    @Transactional(readOnly = true)
    boolean isOver(LocalDate night) {
        return jdbc.sql("select count(*) from purge_night where night = ? and ended_at is not null")
                        .param(night)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The latest nights, newest first, with their lines: two queries. */
    @Transactional(readOnly = true)
    List<PurgeReport> latest() {
        var nights = jdbc.sql("select night, began_at, ended_at from purge_night order by night desc limit ?")
                .param(NIGHTS)
                .query(Night.class)
                .list();
        if (nights.isEmpty()) {
            return List.of();
        }
        var lines = jdbc
                .sql(
                        "select night, unit, kind, before_on, changed, done from purge_line where night >= ? order by night, position")
                .param(nights.get(nights.size() - 1).night())
                .query(OfNight.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(OfNight::night));
        var reports = new ArrayList<PurgeReport>();
        for (var night : nights) {
            reports.add(new PurgeReport(
                    night.night(),
                    night.beganAt(),
                    night.endedAt(),
                    lines.getOrDefault(night.night(), List.of()).stream()
                            .map(of ->
                                    new PurgeReport.Line(of.unit(), of.kind(), of.beforeOn(), of.changed(), of.done()))
                            .toList()));
        }
        return reports;
    }
}
