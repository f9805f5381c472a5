package fr.allervers.audit;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Walks along a chain, entry by entry, until something is wrong. Knows neither Spring nor the database. */
final class ChainCheck {

    private final long from;
    private long place;
    private byte[] hash;
    private @Nullable String fault;

    /**
     * @param from place of the entry before the first one walked; 0 at the beginning
     * @param hash of that entry
     */
    ChainCheck(long from, byte[] hash) {
        this.from = from;
        this.place = from;
        this.hash = hash.clone();
    }

    /** Looks at the next entry; nothing more is looked at after a fault. */
    void next(Entry entry) {
        if (fault != null) {
            return;
        }
        var expected = place + 1;
        if (entry.seq() == null || entry.seq() != expected) {
            fault = "place " + expected + " : l’écriture manque";
        } else if (entry.hash() == null || !Chain.same(entry.hash(), entry.hash(hash, expected))) {
            fault = "place " + expected + " : l’écriture a été changée";
        } else {
            place = expected;
            hash = entry.hash();
        }
    }

    /** Says that the chain has to end here, as noted elsewhere: "seq:hash". */
    void mustEnd(String noted) {
        if (fault == null && !end().equalsIgnoreCase(noted.strip())) {
            fault = "la fin n’est pas celle qui a été notée : " + noted.strip();
        }
    }

    boolean isBroken() {
        return fault != null;
    }

    ChainReport report() {
        return new ChainReport(place - from, from, end(), fault);
    }

    private String end() {
        return place + ":" + HexFormat.of().formatHex(hash);
    }
}
