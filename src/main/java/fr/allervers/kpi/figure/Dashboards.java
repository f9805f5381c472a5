package fr.allervers.kpi.figure;

import fr.allervers.kpi.fact.FigureState;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.tenancy.Agencies;
import fr.allervers.tenancy.Agency;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The dashboard for supervisors and directors, each for their own agencies. A page costs a fixed number of queries over small tables. Other
 * agencies are shown beside one's own only where no group is smaller than five.
 */
@Component
@Transactional(readOnly = true)
public class Dashboards {

    /** What is drawn of each area besides its figures. */
    private static final Map<Area, List<Figure>> DRAWN = Map.of(
            Area.OUTREACH, List.of(Figure.RED, Figure.REFERRALS),
            Area.ARREARS, List.of(Figure.DEBT, Figure.CLEARED_EARLY, Figure.AID, Figure.APPOINTMENTS),
            Area.ALLOCATION, List.of(Figure.DOSSIERS, Figure.REFUSALS),
            Area.INVENTORY, List.of(Figure.ALONE, Figure.CONTESTED));

    private static final int HEADLINES = 3;

    private final Readings readings;
    private final DayQueries days;
    private final QueueQueries queue;
    private final FigureSettings settings;
    private final FigureState state;
    private final Agencies agencies;
    private final CurrentStaff currentStaff;

    Dashboards(
            Readings readings,
            DayQueries days,
            QueueQueries queue,
            FigureSettings settings,
            FigureState state,
            Agencies agencies,
            CurrentStaff currentStaff) {
        this.readings = readings;
        this.days = days;
        this.queue = queue;
        this.settings = settings;
        this.state = state;
        this.agencies = agencies;
        this.currentStaff = currentStaff;
    }

    /** An area on the overview. */
    public record AreaCard(Area area, long open, long late, List<Tile> tiles) {}

    /** The first page. */
    public record Overview(long open, long late, List<AreaCard> areas, FigureState.Now state) {}

    /**
     * An area's page.
     *
     * @param steps those where something waits, the latest first
     * @param weeks of the area's first share, by week
     */
    public record AreaPage(
            long open,
            long late,
            List<Tile> tiles,
            List<Figure> columns,
            List<AgencyRow> agencies,
            List<Outcomes> outcomes,
            List<Week> weeks,
            Figure trend,
            List<KindCount> kinds,
            FigureState.Now state) {}

    /** How much waits in one process of an area. */
    public record KindCount(String kind, long open, long late) {}

    /** A week of a share, from a Monday. */
    public record Week(LocalDate from, long part, long whole) {}

    /** Who may look: those who lead. */
    public StaffMember reader() {
        var reader = currentStaff.require();
        if (!reader.isAny(Role.SUPERVISOR, Role.DIRECTOR)) {
            throw new AccessDeniedException("The dashboard is for those who lead");
        }
        return reader;
    }

    /** Everything at a glance. */
    public Overview overview(Period period, Scope scope) {
        reader();
        var figures = Arrays.stream(Area.values())
                .flatMap(area -> Figure.of(area).stream().limit(HEADLINES))
                .toList();
        var tiles =
                tiles(figures, readings.read(figures, period, scope), readings.read(figures, period.before(), scope));
        var open = queue.byKind(scope);
        var waiting = kinds(open);
        var cards = new ArrayList<AreaCard>();
        for (var area : Area.values()) {
            var counts = waiting.getOrDefault(area, List.of());
            cards.add(new AreaCard(
                    area,
                    counts.stream().mapToLong(KindCount::open).sum(),
                    counts.stream().mapToLong(KindCount::late).sum(),
                    tiles.stream().filter(tile -> tile.figure().area() == area).toList()));
        }
        return new Overview(
                open.stream().mapToLong(QueueQueries.Open::open).sum(),
                open.stream().mapToLong(QueueQueries.Open::late).sum(),
                cards,
                state.now());
    }

    /** All figures; who may see the scope's is the caller's matter: the application itself asks too. */
    public List<Tile> everything(Period period, Scope scope) {
        var figures = List.of(Figure.values());
        return tiles(figures, readings.read(figures, period, scope), readings.read(figures, period.before(), scope));
    }

    /** One process. */
    public AreaPage area(Area area, Period period, Scope scope) {
        var reader = reader();
        var figures = Figure.of(area);
        var now = readings.read(figures, period, scope);
        var counts = kinds(queue.byKind(scope)).getOrDefault(area, List.of());
        var columns = figures.stream()
                .filter(figure -> figure.kind() != Figure.Kind.MEDIAN)
                .toList();
        var trend = figures.stream()
                .filter(figure -> figure.kind() == Figure.Kind.SHARE)
                .findFirst()
                .orElseThrow();
        return new AreaPage(
                counts.stream().mapToLong(KindCount::open).sum(),
                counts.stream().mapToLong(KindCount::late).sum(),
                tiles(figures, now, readings.read(figures, period.before(), scope)),
                columns,
                agencies(columns, now, reader),
                outcomes(area, now),
                weeks(trend, period, scope),
                trend,
                counts,
                state.now());
    }

    private List<Tile> tiles(List<Figure> figures, Readings.All now, Readings.All before) {
        var aims = settings.all();
        return figures.stream()
                .map(figure -> {
                    var aim = aims.getOrDefault(figure, FigureSettings.Setting.NONE);
                    return new Tile(figure, now.of(figure), before.of(figure), aim.target(), aim.toConfirm());
                })
                .toList();
    }

    private static Map<Area, List<KindCount>> kinds(List<QueueQueries.Open> open) {
        var found = new EnumMap<Area, List<KindCount>>(Area.class);
        open.forEach(
                count -> Area.of(count.label()).ifPresent(area -> found.computeIfAbsent(area, key -> new ArrayList<>())
                        .add(new KindCount(count.label(), count.open(), count.late()))));
        return found;
    }

    private List<AgencyRow> agencies(List<Figure> columns, Readings.All now, StaffMember reader) {
        return agencies.all().stream()
                .map(agency -> row(agency, columns, now, reader.worksFor(agency.id())))
                .filter(row -> row.own() || row.readings().stream().anyMatch(one -> one == null || one.whole() > 0))
                .sorted(Comparator.comparing(row -> !row.own()))
                .toList();
    }

    private static AgencyRow row(Agency agency, List<Figure> columns, Readings.All now, boolean own) {
        var shown = new ArrayList<@Nullable Reading>();
        for (var figure : columns) {
            var reading = now.agencies().getOrDefault(figure, Map.of()).getOrDefault(agency.id(), Reading.NOTHING);
            shown.add(AgencyRow.shown(reading, own));
        }
        return new AgencyRow(agency.id(), agency.name(), own, shown);
    }

    private static List<Outcomes> outcomes(Area area, Readings.All now) {
        return DRAWN.getOrDefault(area, List.of()).stream()
                .map(figure -> new Outcomes(
                        figure.fact(),
                        figure,
                        figure.kind() == Figure.Kind.STOCK_EUROS || figure.kind() == Figure.Kind.EUROS,
                        now.outcomes().getOrDefault(figure.fact(), Map.of()).entrySet().stream()
                                .filter(entry -> entry.getValue().part() > 0)
                                .sorted(Map.Entry.comparingByKey())
                                .map(entry -> new Outcomes.Row(
                                        entry.getKey(),
                                        entry.getValue().part(),
                                        entry.getValue().amount()))
                                .toList()))
                .filter(one -> !one.rows().isEmpty())
                .toList();
    }

    private List<Week> weeks(Figure figure, Period period, Scope scope) {
        var weeks = new TreeMap<LocalDate, Week>();
        for (var one : days.weeks(period, "FACT", figure.fact(), scope)) {
            if (figure.includes(one.outcome())) {
                weeks.merge(
                        one.week(),
                        new Week(one.week(), figure.counts(one.outcome()) ? one.n() : 0, one.n()),
                        (first, second) ->
                                new Week(first.from(), first.part() + second.part(), first.whole() + second.whole()));
            }
        }
        return List.copyOf(weeks.values());
    }
}
