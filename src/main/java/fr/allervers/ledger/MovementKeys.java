package fr.allervers.ledger;

import fr.allervers.ledger.files.Movement;
import fr.allervers.ledger.files.Movement.Origin;
import fr.allervers.ledger.files.Movement.Statement;
import fr.allervers.shared.Texts;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says which movement is which, in the order of one file. What has a number is known by account and number; what has none by all
 * that is told of it. Genuine payments may be identical: the first, second, third of a statement (of a file, for a CSV) are told
 * apart by their count, which is the same in every file that tells all of that day.
 */
final class MovementKeys {

    private final Map<Long, Integer> counts = new HashMap<>();
    private @Nullable Statement statement;

    Keyed of(Movement movement) {
        var origin = movement.origin();
        startOver(origin.statement());
        var base = base(movement, origin);
        var text = EntryKey.text(base);
        var counted = origin.part() == null ? base : EntryKey.of(text, origin.part());
        var count = counts.merge(ByteBuffer.wrap(counted).getLong(), 1, Integer::sum);
        var entry = EntryKey.of(text, count);
        var lookalike = origin.account() == null
                ? null
                : EntryKey.of("look", origin.account(), origin.bookedOn(), origin.entryCents());
        return origin.part() == null
                ? new Keyed(movement, entry, null, lookalike)
                : new Keyed(
                        movement,
                        EntryKey.of(EntryKey.text(entry), origin.part(), movement.amountCents()),
                        entry,
                        lookalike);
    }

    /** A statement that stands twice in a file, or overlaps another, is counted anew: its entries are the same ones. */
    private void startOver(@Nullable Statement now) {
        // The same object, not an equal one: two elements of a file may say the same of themselves.
        if (now != statement) {
            counts.clear();
            statement = now;
        }
    }

    private static byte[] base(Movement movement, Origin origin) {
        var house = origin.account() == null ? "csv" : "bank";
        if (origin.number() != null) {
            // Banks begin their numbers again; nobody says when, so the year belongs to them.
            return EntryKey.of(
                    "number",
                    house,
                    origin.account(),
                    origin.number(),
                    origin.entryCents(),
                    origin.bookedOn().getYear(),
                    house.equals("csv") ? movement.leaseCode() : null,
                    house.equals("csv") ? movement.kind() : null);
        }
        if (origin.part() != null || origin.batchOnly()) {
            return EntryKey.of("batch", origin.account(), origin.bookedOn(), origin.entryCents());
        }
        return EntryKey.of(
                "print",
                house,
                origin.account(),
                movement.kind(),
                movement.means(),
                origin.bookedOn(),
                movement.valueOn(),
                movement.period(),
                movement.amountCents(),
                movement.leaseCode(),
                movement.reference(),
                Texts.fold(movement.remittance()),
                movement.payerIban(),
                movement.payerName());
    }
}
