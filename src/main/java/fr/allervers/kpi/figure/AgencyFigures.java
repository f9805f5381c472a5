package fr.allervers.kpi.figure;

import fr.allervers.kpi.fact.Durations;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The figures of each agency, for work that the application does by itself: nobody looks at them here. */
@Component
@Transactional(readOnly = true)
public class AgencyFigures {

    private static final Scope EVERYBODY = new Scope(true, Set.of(-1L), null);

    private final Readings readings;
    private final DayQueries days;

    AgencyFigures(Readings readings, DayQueries days) {
        this.readings = readings;
        this.days = days;
    }

    /**
     * A figure of an agency.
     *
     * @param value in its unit
     * @param cases of how many
     */
    public record Value(Figure figure, long agencyId, double value, long cases) {}

    /** This month until today, where there is something to tell of. */
    public List<Value> ofMonth(LocalDate today) {
        var month = Period.of(Period.Unit.MONTH, today);
        var values = new ArrayList<Value>();
        readings.read(figures(false), month, EVERYBODY)
                .agencies()
                .forEach((figure, agencies) -> agencies.forEach((agency, reading) -> {
                    var value = reading.value(figure.kind());
                    if (agency > 0 && value.isPresent()) {
                        values.add(new Value(figure, agency, value.getAsDouble(), reading.whole()));
                    }
                }));
        times(month)
                .forEach((figure, agencies) -> agencies.forEach((agency, times) -> {
                    var value = new Reading(0, 0, 0, times).value(figure.kind());
                    if (agency > 0 && value.isPresent()) {
                        values.add(new Value(figure, agency, value.getAsDouble(), times.count()));
                    }
                }));
        return values;
    }

    private Map<Figure, Map<Long, Durations>> times(Period month) {
        var medians = figures(true);
        var took = days.timesByAgency(
                month, "FACT", medians.stream().map(Figure::fact).toList(), EVERYBODY);
        var times = new EnumMap<Figure, Map<Long, Durations>>(Figure.class);
        for (var figure : medians) {
            took.stream()
                    .filter(one -> one.step().equals(figure.fact()) && figure.counts(one.outcome()))
                    .forEach(one -> times.computeIfAbsent(figure, key -> new TreeMap<>())
                            .merge(one.agencyId(), one.times(), Durations::plus));
        }
        return times;
    }

    private static List<Figure> figures(boolean medians) {
        return Arrays.stream(Figure.values())
                .filter(figure -> (figure.kind() == Figure.Kind.MEDIAN) == medians)
                .toList();
    }
}
