package fr.allervers.kpi.web;

import fr.allervers.kpi.figure.Dashboards;
import fr.allervers.kpi.figure.FigureWords;
import fr.allervers.kpi.figure.ProcessMaps;
import fr.allervers.kpi.figure.Tile;
import fr.allervers.kpi.figure.WorkPages;
import fr.allervers.shared.CsvExport;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What pages show, as CSV for a spreadsheet. */
@Component
class FigureCsv {

    private static final String[] FIGURES = {"figure", "agency", "value", "unit", "part", "whole", "target", "before"};

    private final FigureWords words;

    FigureCsv(FigureWords words) {
        this.words = words;
    }

    String figures(List<Tile> tiles) {
        return write(FIGURES, tiles.stream().map(this::row).toList());
    }

    /** The figures of the scope, then those of each agency; what is too small to be shown stays empty. */
    String area(Dashboards.AreaPage area) {
        var rows = new ArrayList<@Nullable Object[]>();
        area.tiles().forEach(tile -> rows.add(row(tile)));
        for (var agency : area.agencies()) {
            for (var column = 0; column < area.columns().size(); column++) {
                var figure = area.columns().get(column);
                var reading = agency.readings().get(column);
                rows.add(new @Nullable Object[] {
                    words.words("kpi.figure." + figure.key()),
                    agency.name(),
                    reading == null ? null : number(reading.value(figure.kind())),
                    words.unit(figure),
                    reading == null ? null : reading.part(),
                    reading == null ? null : reading.whole(),
                    null,
                    null
                });
            }
        }
        return write(FIGURES, rows);
    }

    String work(WorkPages.Work work) {
        return write(
                new String[] {"group", "agency", "open", "late", "done", "in-time"},
                work.groups().stream()
                        .map(row -> new @Nullable Object[] {
                            words.words("inbox.group." + row.group()),
                            row.agency(),
                            row.open(),
                            row.late(),
                            row.done(),
                            row.inTime()
                        })
                        .toList());
    }

    String map(ProcessMaps.ProcessMap map) {
        return write(
                new String[] {"step", "open", "late", "done", "median", "ninetieth"},
                map.steps().stream()
                        .map(row -> new @Nullable Object[] {
                            row.act(),
                            row.open(),
                            row.late(),
                            row.done(),
                            hours(row.times().median()),
                            hours(row.times().ninetieth())
                        })
                        .toList());
    }

    private @Nullable Object[] row(Tile tile) {
        var figure = tile.figure();
        return new @Nullable Object[] {
            words.words("kpi.figure." + figure.key()),
            null,
            number(tile.value()),
            words.unit(figure),
            tile.now().part(),
            tile.now().whole(),
            tile.target() == null ? null : number(OptionalDouble.of(tile.target())),
            number(tile.before().value(figure.kind()))
        };
    }

    private static @Nullable String hours(Optional<Duration> time) {
        return time.map(found -> number(OptionalDouble.of(found.toMinutes() / 60.0)))
                .orElse(null);
    }

    /** With a comma, as the spreadsheets here expect. */
    private static @Nullable String number(OptionalDouble value) {
        return value.isEmpty()
                ? null
                : (Math.round(value.getAsDouble() * 10) / 10.0 + "")
                        .replace('.', ',')
                        .replaceAll(",0$", "");
    }

    private String write(String[] columns, List<@Nullable Object[]> rows) {
        var text = new StringWriter();
        var head = Arrays.stream(columns)
                .map(column -> words.words("kpi.csv." + column))
                .toArray(String[]::new);
        try (var csv = new CsvExport(text, head)) {
            for (var row : rows) {
                csv.row(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("No CSV", e);
        }
        return text.toString();
    }
}
