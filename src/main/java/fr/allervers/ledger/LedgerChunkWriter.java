package fr.allervers.ledger;

import fr.allervers.ledger.ChunkSorter.Read;
import fr.allervers.ledger.SortedChunk.Booked;
import fr.allervers.ledger.SortedChunk.Waiting;
import fr.allervers.ledger.files.Movement;
import fr.allervers.shared.imports.ImportQueue.Turn;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes a chunk of lines and how far the import is, in one transaction and a fixed number of queries and batches. */
@Component
class LedgerChunkWriter {

    private static final String ENTRIES = """
        insert into rent_entry (lease_id, kind, side, means, amount_cents, value_on, due_on, period, label, reference, import_id, line_no, booked_at, booked_by, entry_key)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """;

    /** One statement for all accounts of a chunk: a third of the time of as many. */
    private static final String MOVE =
            " on duplicate key update balance_cents = balance_cents + values(balance_cents), entries = entries + values(entries)";

    private final JdbcTemplate jdbc;
    private final ChunkSorter sorter;
    private final LedgerJournal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LedgerChunkWriter(
            JdbcTemplate jdbc,
            ChunkSorter sorter,
            LedgerJournal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.sorter = sorter;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Writes the chunk.
     *
     * @throws fr.allervers.shared.imports.ImportQueue.TurnLost when another node runs this import by now: nothing is written
     */
    @Transactional
    public void write(Turn turn, Read read, String by) {
        journal.hold(turn);
        var chunk = sorter.sort(read, turn.importId());
        settleDetailed(chunk.detailed());
        move(chunk.booked());
        book(turn.importId(), chunk.booked(), by);
        suspend(turn.importId(), chunk.waiting());
        remember(turn.importId(), chunk);
        journal.advance(turn, chunk);
        if (!chunk.booked().isEmpty()) {
            events.publishEvent(new AccountsMoved(
                    chunk.booked().stream().map(Booked::leaseId).collect(Collectors.toSet())));
        }
    }

    private void settleDetailed(Set<String> keys) {
        jdbc.batchUpdate(
                "update suspense_item set state = 'DETAILED', settled_at = ?, settled_by = 'aller-vers' where entry_key = ? and state = 'OPEN'",
                keys.stream()
                        .map(key ->
                                new Object[] {clock.instant(), HexFormat.of().parseHex(key)})
                        .toList());
    }

    /** Opens what is not there and moves the balances, always in the order of the leases: two who write wait for each other. */
    private void move(List<Booked> booked) {
        if (booked.isEmpty()) {
            return;
        }
        var sums = new TreeMap<Long, long[]>();
        for (var one : booked) {
            var sum = sums.computeIfAbsent(one.leaseId(), lease -> new long[2]);
            sum[0] += one.keyed().movement().amountCents();
            sum[1]++;
        }
        var values = new StringJoiner(",", "insert into rent_account (lease_id, balance_cents, entries) values ", MOVE);
        sums.forEach((lease, sum) -> values.add("(" + lease + "," + sum[0] + "," + sum[1] + ")"));
        jdbc.update(values.toString());
    }

    private void book(long importId, List<Booked> booked, String by) {
        var now = clock.instant();
        if (!booked.isEmpty()) {
            jdbc.batchUpdate(ENTRIES, booked, booked.size(), (row, one) -> {
                var movement = one.keyed().movement();
                row.setLong(1, one.leaseId());
                row.setString(2, movement.kind().name());
                row.setString(3, movement.kind().side().code());
                row.setString(
                        4, movement.means() == null ? null : movement.means().name());
                row.setLong(5, movement.amountCents());
                row.setObject(6, movement.valueOn());
                row.setObject(7, movement.valueOn());
                row.setObject(8, movement.period());
                row.setString(9, EntryBook.cut(movement.label()));
                row.setString(10, movement.reference());
                row.setLong(11, importId);
                row.setInt(12, movement.line());
                row.setObject(13, now);
                row.setString(14, by);
                row.setBytes(15, one.keyed().key());
            });
        }
    }

    private void suspend(long importId, List<Waiting> waiting) {
        batch("""
                insert into suspense_item (state, doubt, kind, means, amount_cents, value_on, period, account, reference, remittance, payer_name, payer_iban, candidates, import_id, line_no, entry_key)
                values ('OPEN', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, waiting.stream().map(one -> row(one, importId)).toList());
    }

    private static Object[] row(Waiting one, long importId) {
        var movement = one.keyed().movement();
        return new Object[] {
            one.doubt().name(),
            movement.kind().name(),
            movement.means() == null ? null : movement.means().name(),
            movement.amountCents(),
            movement.valueOn(),
            movement.period(),
            movement.origin().account(),
            movement.reference() == null ? movement.leaseCode() : movement.reference(),
            movement.remittance().isEmpty() ? movement.label() : movement.remittance(),
            movement.payerName(),
            movement.payerIban(),
            one.candidates().stream().limit(10).map(String::valueOf).collect(Collectors.joining(",")),
            importId,
            movement.line(),
            one.keyed().key()
        };
    }

    /** Notes what later files are compared with. */
    private void remember(long importId, SortedChunk chunk) {
        var statements = new ArrayList<Object[]>();
        for (Movement.Statement one : chunk.statements()) {
            statements.add(new Object[] {one.account(), one.source(), one.number(), one.madeOn(), importId});
        }
        batch(
                "insert ignore into bank_statement (account, source, number, made_on, import_id) values (?, ?, ?, ?, ?)",
                statements);
        var fresh = Stream.concat(
                        chunk.booked().stream().map(Booked::keyed),
                        chunk.waiting().stream().map(Waiting::keyed))
                .filter(one -> one.lookalike() != null)
                .toList();
        batch(
                "insert ignore into bank_batch (batch_key, import_id) values (?, ?)",
                fresh.stream()
                        .filter(one -> one.batchKey() != null)
                        .map(Keyed::entryText)
                        .distinct()
                        .map(key -> new Object[] {HexFormat.of().parseHex(key), importId})
                        .toList());
        batch(
                "insert ignore into bank_lookalike (lookalike_key, source, entry_key, numbered) values (?, ?, ?, ?)",
                fresh.stream()
                        .map(one -> new Object[] {
                            one.lookalike(),
                            one.movement().origin().source(),
                            one.entryKey(),
                            one.movement().origin().number() != null
                                    && !one.movement().origin().source().equals("cfonb")
                        })
                        .toList());
    }

    private void batch(String sql, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows);
        }
    }
}
