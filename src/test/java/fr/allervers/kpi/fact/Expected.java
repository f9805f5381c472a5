package fr.allervers.kpi.fact;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.kpi.figure.Figure;
import fr.allervers.kpi.figure.Reading;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a test itself noted when it made its cases, counted by hand: apart from the application's queries. */
final class Expected {

    /** As far as a histogram's median may be from the exact one, see {@link Durations}. */
    private static final double NEAR = 1.23;

    private final List<One> all = new ArrayList<>();

    /**
     * Something that a figure is about.
     *
     * @param counted whether it is part of what the figure counts
     * @param took how long it took; none where it is not about a time
     */
    private record One(
            Figure figure,
            long agency,
            LocalDate day,
            boolean counted,
            long amount,
            @Nullable Duration took) {}

    void add(Figure figure, long agency, LocalDate day, boolean counted) {
        add(figure, agency, day, counted, 0, null);
    }

    void add(Figure figure, long agency, LocalDate day, boolean counted, long amount, @Nullable Duration took) {
        all.add(new One(figure, agency, day, counted, amount, took));
    }

    /** Compares it with what is shown of an agency from one day to another, both included. */
    void compare(Figure figure, long agency, LocalDate from, LocalDate to, Reading shown) {
        var what = figure + " of " + agency + " from " + from + " to " + to;
        var mine = all.stream()
                .filter(one -> one.figure() == figure && one.agency() == agency)
                .filter(one -> !one.day().isBefore(from) && !one.day().isAfter(to))
                .toList();
        var counted = mine.stream().filter(One::counted).toList();
        assertThat(shown.whole()).as(what).isEqualTo(mine.size());
        assertThat(shown.part()).as(what).isEqualTo(counted.size());
        if (figure.kind() == Figure.Kind.EUROS) {
            assertThat(shown.amount())
                    .as(what)
                    .isEqualTo(counted.stream().mapToLong(One::amount).sum());
        }
        if (figure.kind() == Figure.Kind.MEDIAN) {
            compareTimes(what, counted, shown);
        }
    }

    private static void compareTimes(String what, List<One> counted, Reading shown) {
        var times = counted.stream().map(One::took).sorted().toList();
        assertThat(shown.times().count()).as(what).isEqualTo(times.size());
        if (!times.isEmpty()) {
            var exact = times.get((times.size() + 1) / 2 - 1);
            assertThat((double) shown.times().median().orElseThrow().toSeconds() / exact.toSeconds())
                    .as(what)
                    .isBetween(1 / NEAR, NEAR);
        }
    }

    /** Of a figure at all, so that no comparison is one of nothing with nothing. */
    long countOf(Figure figure, boolean counted) {
        return all.stream()
                .filter(one -> one.figure() == figure && one.counted() == counted)
                .count();
    }
}
