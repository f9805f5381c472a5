package fr.allervers.kpi.figure;

import fr.allervers.kpi.fact.Durations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Figures of a period, for a scope and for each agency: three queries, however many figures. */
@Component
class Readings {

    private static final String FACTS = "FACT";

    private final DayQueries days;
    private final StockQueries stock;

    Readings(DayQueries days, StockQueries stock) {
        this.days = days;
        this.stock = stock;
    }

    /**
     * What was read.
     *
     * @param totals of the scope
     * @param agencies of every agency of the landlord, without times; what is small there is not for everybody's eyes
     * @param outcomes by fact and outcome, of the scope
     */
    record All(
            Map<Figure, Reading> totals,
            Map<Figure, Map<Long, Reading>> agencies,
            Map<String, Map<String, Reading>> outcomes) {

        Reading of(Figure figure) {
            return totals.getOrDefault(figure, Reading.NOTHING);
        }
    }

    All read(Collection<Figure> figures, Period period, Scope scope) {
        var facts = new ArrayList<String>();
        var stocks = new ArrayList<String>();
        figures.forEach(figure -> (figure.kind().isStock() ? stocks : facts).add(figure.fact()));
        var timed = figures.stream()
                .filter(figure -> figure.kind() == Figure.Kind.MEDIAN)
                .map(Figure::fact)
                .toList();
        var counts = new ArrayList<DayQueries.Count>();
        Map<String, Map<String, Durations>> times = Map.of();
        if (!facts.isEmpty()) {
            counts.addAll(days.counts(period, FACTS, facts, scope));
        }
        // Adding up histograms is most of what a page costs, and few figures are times.
        if (!timed.isEmpty()) {
            times = days.times(period, FACTS, timed, scope);
        }
        if (!stocks.isEmpty()) {
            counts.addAll(stock.at(period.to(), stocks));
        }
        return sorted(figures, counts, times, scope);
    }

    private static All sorted(
            Collection<Figure> figures,
            List<DayQueries.Count> counts,
            Map<String, Map<String, Durations>> times,
            Scope scope) {
        var all = new All(new EnumMap<>(Figure.class), new EnumMap<>(Figure.class), new HashMap<>());
        for (var figure : figures) {
            for (var count : counts) {
                if (count.step().equals(figure.fact()) && figure.includes(count.outcome())) {
                    var reading = reading(figure, count);
                    all.agencies()
                            .computeIfAbsent(figure, key -> new TreeMap<>())
                            .merge(count.agencyId(), reading, Reading::plus);
                    if (scope.has(count.agencyId())) {
                        all.totals().merge(figure, reading, Reading::plus);
                    }
                }
            }
            var took = times.getOrDefault(figure.fact(), Map.of()).entrySet().stream()
                    .filter(entry -> figure.includes(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .reduce(Durations.none(), Durations::plus);
            all.totals().merge(figure, new Reading(0, 0, 0, took), Reading::plus);
        }
        counts.stream().filter(count -> scope.has(count.agencyId())).forEach(count -> all.outcomes()
                .computeIfAbsent(count.step(), step -> new LinkedHashMap<>())
                .merge(
                        count.outcome(),
                        new Reading(count.n(), count.n(), count.amount(), Durations.none()),
                        Reading::plus));
        return all;
    }

    private static Reading reading(Figure figure, DayQueries.Count count) {
        var counted = figure.counts(count.outcome());
        return new Reading(counted ? count.n() : 0, count.n(), counted ? count.amount() : 0, Durations.none());
    }
}
