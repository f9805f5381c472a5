package fr.allervers.kpi.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The figures of each agency, for work that the application does by itself: nobody looks at them here. */
@Component
@Transactional(readOnly = true)
public class AgencyFigures {

    private static final Scope EVERYBODY = new Scope(true, Set.of(-1L), null);

    private final Readings readings;

    AgencyFigures(Readings readings) {
        this.readings = readings;
    }

    /**
     * A figure of an agency.
     *
     * @param value in its unit
     * @param cases of how many
     */
    public record Value(Figure figure, long agencyId, double value, long cases) {}

    /** This month until today, where there is something to tell of. Times are not known by agency: their figures are left out. */
    public List<Value> ofMonth(LocalDate today) {
        var figures = Arrays.stream(Figure.values())
                .filter(figure -> figure.kind() != Figure.Kind.MEDIAN)
                .toList();
        var read = readings.read(figures, Period.of(Period.Unit.MONTH, today), EVERYBODY);
        var values = new ArrayList<Value>();
        read.agencies()
                .forEach((figure, agencies) -> agencies.forEach((agency, reading) -> {
                    var value = reading.value(figure.kind());
                    if (agency > 0 && value.isPresent()) {
                        values.add(new Value(figure, agency, value.getAsDouble(), reading.whole()));
                    }
                }));
        return values;
    }
}
