package fr.allervers.tenancy;

import fr.allervers.tenancy.HouseholdLeft.Reason;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells of the households that nobody lives in any more. Only when all lines are read: the next line may bring somebody who
 * does.
 */
@Component
class Departures {

    private static final int SOME = 50;

    private final JdbcClient jdbc;
    private final ImportJournal journal;
    private final ApplicationEventPublisher events;

    Departures(JdbcClient jdbc, ImportJournal journal, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.events = events;
    }

    private record Departure(long householdId, boolean empty, boolean deceased) {}

    /** Looks at some households in one transaction, with what listens to the news; false when none was left. */
    @Transactional
    public boolean publishSome(ImportJournal.Turn turn) {
        journal.hold(turn);
        var some = jdbc.sql("""
                        select d.household_id,
                               not exists (select 1 from occupant o where o.household_id = d.household_id and o.deceased_on is null and o.left_on is null) as empty,
                               coalesce((select max(o.deceased_on) from occupant o where o.household_id = d.household_id), date '1000-01-01')
                                 > coalesce((select max(o.left_on) from occupant o where o.household_id = d.household_id), date '1000-01-01') as deceased
                          from register_departure d where d.import_id = ? order by d.household_id limit ?
                        """)
                .params(turn.importId(), SOME)
                .query(Departure.class)
                .list();
        some.stream()
                .filter(Departure::empty)
                .map(departure -> new HouseholdLeft(
                        departure.householdId(), departure.deceased() ? Reason.DECEASED : Reason.MOVED))
                .forEach(events::publishEvent);
        forget(turn, some);
        return !some.isEmpty();
    }

    private void forget(ImportJournal.Turn turn, List<Departure> told) {
        if (!told.isEmpty()) {
            jdbc.sql("delete from register_departure where import_id = :id and household_id in (:households)")
                    .param("id", turn.importId())
                    .param(
                            "households",
                            told.stream().map(Departure::householdId).toList())
                    .update();
        }
    }
}
