package fr.allervers.kpi.fact;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code kpi_fact}: what each case counts for now. */
@Component
class FactStore {

    private static final String INSERT =
            "insert into kpi_fact (case_kind, case_id, figure, part, agency_id, campaign_id, day, outcome, amount, seconds) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    FactStore(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** A fact's place: there is one of each. */
    private record Place(long caseId, String figure, long part) {

        static Place of(Fact fact) {
            return new Place(fact.caseId(), fact.figure(), fact.part());
        }
    }

    /** Reads the cases again and notes what has changed. */
    void refresh(CaseSource source, Collection<Long> ids, DayDeltas deltas) {
        var before = places(stored(source.kind(), ids));
        var after = places(source.facts(ids));
        var gone = before.values().stream()
                .filter(fact -> !fact.equals(after.get(Place.of(fact))))
                .toList();
        var fresh = after.values().stream()
                .filter(fact -> !fact.equals(before.get(Place.of(fact))))
                .toList();
        batches.batchUpdate(
                "delete from kpi_fact where case_kind = ? and case_id = ? and figure = ? and part = ?",
                gone.stream()
                        .map(fact -> new Object[] {source.kind(), fact.caseId(), fact.figure(), fact.part()})
                        .toList());
        insert(source.kind(), fresh);
        gone.forEach(fact -> deltas.add(fact.cell(), -1, fact.amount(), fact.seconds()));
        fresh.forEach(fact -> deltas.add(fact.cell(), 1, fact.amount(), fact.seconds()));
    }

    private static Map<Place, Fact> places(List<Fact> facts) {
        var places = new HashMap<Place, Fact>();
        facts.forEach(fact -> places.put(Place.of(fact), fact));
        return places;
    }

    private List<Fact> stored(String kind, Collection<Long> ids) {
        return jdbc.sql(
                        "select case_id, figure, part, agency_id, campaign_id, day, outcome, amount, seconds from kpi_fact where case_kind = :kind and case_id in (:ids)")
                .param("kind", kind)
                .param("ids", ids)
                .query(Fact.class)
                .list();
    }

    private void insert(String kind, List<Fact> facts) {
        if (!facts.isEmpty()) {
            batches.batchUpdate(
                    INSERT, facts.stream().map(fact -> row(kind, fact)).toList());
        }
    }

    private static @Nullable Object[] row(String kind, Fact fact) {
        return Arrays.asList(
                        kind,
                        fact.caseId(),
                        fact.figure(),
                        fact.part(),
                        fact.agencyId(),
                        fact.campaignId(),
                        fact.day(),
                        fact.outcome(),
                        fact.amount(),
                        fact.seconds())
                .toArray();
    }
}
