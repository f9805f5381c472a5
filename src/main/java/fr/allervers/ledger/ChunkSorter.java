package fr.allervers.ledger;

import fr.allervers.ledger.KnownMovements.Known;
import fr.allervers.ledger.SortedChunk.Booked;
import fr.allervers.ledger.SortedChunk.Waiting;
import fr.allervers.ledger.files.LedgerFile.BadLine;
import fr.allervers.ledger.files.LedgerFile.Item;
import fr.allervers.ledger.files.Movement;
import fr.allervers.shared.imports.ImportQueue.Reject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sorts a chunk's lines by what the database knows; writes nothing, so that a preview says what an import will do. */
@Component
class ChunkSorter {

    private static final String KNOWN = "déjà enregistré : la même opération est au compte ou à identifier";

    private final KnownMovements known;
    private final MatchTables matches;

    ChunkSorter(KnownMovements known, MatchTables matches) {
        this.known = known;
        this.matches = matches;
    }

    /**
     * A chunk as read: keys are given in the file's order.
     *
     * @param isNew whether nothing of it was known when it was read, so that it need not be asked again. Only an import makes known
     *     what nobody knew, and one runs at a time; should it be otherwise, the keys of what is booked refuse the chunk
     */
    record Read(List<Keyed> movements, List<BadLine> bad, LeaseCodes codes, boolean isNew) {

        static Read of(List<Item> items, MovementKeys keys, LeaseCodes codes) {
            var movements = new ArrayList<Keyed>();
            var bad = new ArrayList<BadLine>();
            for (var item : items) {
                if (item instanceof Movement movement) {
                    movements.add(keys.of(movement));
                } else if (item instanceof BadLine line) {
                    bad.add(line);
                }
            }
            return new Read(movements, bad, codes, false);
        }

        Read nothingKnown() {
            return new Read(movements, bad, codes, true);
        }

        /** The same, to be looked up again. */
        Read doubted() {
            return new Read(movements, bad, codes, false);
        }

        /** How many items of the file it accounts for. */
        int size() {
            return movements.size() + bad.size();
        }
    }

    SortedChunk sort(Read chunk, long importId) {
        var sorting = new Sorting(chunk.isNew() ? Known.NOTHING : known.of(chunk.movements()), importId);
        var fresh = chunk.movements().stream().filter(sorting::isNew).toList();
        var policy = matches.of(fresh.stream().map(Keyed::movement).toList(), chunk.codes());
        fresh.forEach(one -> sorting.place(one, policy.match(one.movement())));
        chunk.bad().forEach(line -> sorting.rejects.add(new Reject(line.line(), line.reason(), line.content())));
        return new SortedChunk(
                chunk.size(),
                sorting.booked,
                sorting.waiting,
                sorting.rejects,
                sorting.knownCount,
                sorting.detailed,
                sorting.statements);
    }

    private static final class Sorting {

        private final Known known;
        private final long importId;
        private final Set<String> seen = new HashSet<>();
        private final List<Booked> booked = new ArrayList<>();
        private final List<Waiting> waiting = new ArrayList<>();
        private final List<Reject> rejects = new ArrayList<>();
        private final Set<String> detailed = new LinkedHashSet<>();
        private final Set<Movement.Statement> statements = new LinkedHashSet<>();
        private int knownCount;

        Sorting(Known known, long importId) {
            this.known = known;
            this.importId = importId;
        }

        boolean isNew(Keyed one) {
            var why = whyKnown(one);
            if (why == null) {
                return true;
            }
            know(one, why);
            return false;
        }

        private void know(Keyed one, String why) {
            knownCount++;
            reject(one.movement(), why);
        }

        private void reject(Movement movement, String why) {
            rejects.add(new Reject(
                    movement.line(),
                    why,
                    movement.valueOn() + ";" + movement.amountCents() / 100.0 + ";" + movement.label()));
        }

        private @Nullable String whyKnown(Keyed one) {
            var statement = one.movement().origin().statement();
            if (statement != null) {
                var by = known.statements().get(statement);
                if (by != null && by != importId) {
                    return "déjà enregistré : relevé " + statement.number() + " du " + statement.madeOn()
                            + ", import no " + by;
                }
                statements.add(statement);
            }
            if (known.booked().contains(one.text())
                    || !seen.add(one.text())
                    || (known.suspended().containsKey(one.text()) && !mayBeTold(one))) {
                return KNOWN;
            }
            if (one.batchKey() == null) {
                return known.batches().contains(one.text())
                        ? "déjà enregistré : les paiements de cette remise sont connus un par un"
                        : null;
            }
            var state = known.suspended().get(one.entryText());
            if (known.booked().contains(one.entryText())
                    || (state != null && !state.equals("OPEN") && !state.equals("DETAILED"))) {
                return "déjà enregistré : cette remise a été attribuée en entier";
            }
            if (state != null) {
                detailed.add(one.entryText());
            }
            return null;
        }

        /** What waits and is told again, now perhaps with what leads to its lease. */
        private boolean mayBeTold(Keyed one) {
            return "OPEN".equals(known.suspended().get(one.text()))
                    && !one.movement().origin().batchOnly();
        }

        void place(Keyed one, Match match) {
            var doubtful = looksLikeAnother(one);
            if (known.suspended().containsKey(one.text())) {
                if (doubtful || match.leaseId() == null) {
                    know(one, KNOWN);
                    return;
                }
                detailed.add(one.text());
            }
            if (doubtful) {
                waiting.add(new Waiting(
                        one, Doubt.LOOKALIKE, match.leaseId() == null ? match.candidates() : List.of(match.leaseId())));
            } else if (match.leaseId() != null) {
                booked.add(new Booked(one, match.leaseId()));
            } else if (one.movement().kind().side() == EntryKind.Side.DUE) {
                var code = one.movement().leaseCode();
                reject(one.movement(), code == null ? "bail manquant" : "bail inconnu : " + code);
            } else {
                waiting.add(
                        new Waiting(one, match.doubt() == null ? Doubt.UNKNOWN : match.doubt(), match.candidates()));
            }
        }

        private boolean looksLikeAnother(Keyed one) {
            if (one.lookalike() == null) {
                return false;
            }
            var origin = one.movement().origin();
            return known.lookalikes().getOrDefault(EntryKey.text(one.lookalike()), List.of()).stream()
                    .anyMatch(other -> !other.source().equals(origin.source())
                            && !other.entryKey().equals(one.entryText())
                            && (!other.numbered()
                                    || origin.number() == null
                                    || origin.source().equals("cfonb")));
        }
    }
}
