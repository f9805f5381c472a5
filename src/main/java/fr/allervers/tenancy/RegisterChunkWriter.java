package fr.allervers.tenancy;

import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes a chunk of lines and how far the import is, in one transaction and a fixed number of queries and batches. */
@Component
class RegisterChunkWriter {

    private final JdbcTemplate jdbc;
    private final ImportJournal journal;
    private final OccupantPhones phones;
    private final HouseholdSearch search;
    private final Disabilities disabilities;

    RegisterChunkWriter(
            JdbcTemplate jdbc,
            ImportJournal journal,
            OccupantPhones phones,
            HouseholdSearch search,
            Disabilities disabilities) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.phones = phones;
        this.search = search;
        this.disabilities = disabilities;
    }

    /** How many lines of a chunk brought something new, changed something, changed nothing. */
    record Tally(int created, int updated, int unchanged) {}

    /**
     * Writes the chunk.
     *
     * @throws fr.allervers.shared.imports.ImportQueue.TurnLost when another node runs this import by now: nothing is written
     */
    @Transactional
    public void write(ImportJournal.Turn turn, RegisterChunk chunk) {
        journal.hold(turn);
        var tally = chunk.lines().isEmpty() ? new Tally(0, 0, 0) : writeLines(turn, chunk);
        journal.advance(turn, chunk, tally);
    }

    private Tally writeLines(ImportJournal.Turn turn, RegisterChunk chunk) {
        var tables = new RegisterTables(chunk.header(), chunk.lines(), jdbc, disabilities);
        tables.write();
        var renumbered = phones.write(chunk, tables);
        journal.noteDepartures(turn, tables.departures());
        var toIndex = new LinkedHashSet<>(tables.touchedHouseholds());
        toIndex.addAll(phones.households(renumbered));
        toIndex.addAll(households("d.building_id", tables.updatedBuildings()));
        toIndex.addAll(households("d.id", tables.updatedDwellings()));
        search.index(toIndex);
        return tally(chunk, tables, renumbered);
    }

    private Set<Long> households(String column, Set<Long> ids) {
        return ids.isEmpty()
                ? Set.of()
                : new LinkedHashSet<>(jdbc.queryForList(
                        "select h.id from household h join dwelling d on d.id = h.dwelling_id where " + column
                                + " in (?" + ", ?".repeat(ids.size() - 1) + ")",
                        Long.class,
                        ids.toArray()));
    }

    private static Tally tally(RegisterChunk chunk, RegisterTables tables, Set<Long> renumbered) {
        var created = 0;
        var updated = 0;
        for (var line : chunk.lines()) {
            var change = tables.tellsChange(line);
            if (tables.brings(line)) {
                created++;
            } else if (change || (!line.isVacant() && renumbered.contains(tables.occupantId(line)))) {
                updated++;
            }
        }
        return new Tally(created, updated, chunk.lines().size() - created - updated);
    }
}
