package fr.allervers.kpi.fact;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.testing.Fixture;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whether what a test did through the application reached the figures by its events alone: every case made since the mark counts for what a
 * recount would find in its module's tables.
 */
@Fixture
public class LiveFigures {

    private static final int MANY = 1_000;

    private final CaseSources sources;
    private final FigureTurns turns;
    private final JdbcClient jdbc;
    private final Map<String, Long> mark = new HashMap<>();

    LiveFigures(CaseSources sources, FigureTurns turns, JdbcClient jdbc) {
        this.sources = sources;
        this.turns = turns;
        this.jdbc = jdbc;
    }

    /** Cases that are there already are not looked at. */
    public void mark() {
        sources.all().forEach(source -> {
            var last = 0L;
            for (var ids = source.after(last, MANY); !ids.isEmpty(); ids = source.after(last, MANY)) {
                last = ids.get(ids.size() - 1);
            }
            mark.put(source.kind(), last);
        });
    }

    /** Fails with the facts that differ; gives how many there are. */
    public int assertAsCountedAgain() {
        turns.fold();
        var count = 0;
        for (var source : sources.all()) {
            var ids = source.after(mark.getOrDefault(source.kind(), 0L), MANY);
            if (!ids.isEmpty()) {
                var again = new HashSet<>(source.facts(ids));
                assertThat(kept(source.kind(), ids)).as(source.kind()).isEqualTo(again);
                count += again.size();
            }
        }
        return count;
    }

    private Set<Fact> kept(String kind, List<Long> ids) {
        return new HashSet<>(jdbc.sql(
                        "select case_id, figure, part, agency_id, campaign_id, day, outcome, amount, seconds from kpi_fact where case_kind = :kind and case_id in (:ids)")
                .param("kind", kind)
                .param("ids", ids)
                .query(Fact.class)
                .list());
    }
}
