package fr.allervers.tenancy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the file has said so far of each building, dwelling, household, lease and occupant, so that a line that contradicts an
 * earlier one rejects itself instead of changing the register back and forth at each import. It remembers fingerprints, not
 * values: some 20 bytes for each thing.
 */
final class SeenInFile {

    private static final List<RegisterColumn> BUILDING = List.of(
            RegisterColumn.AGENCY_CODE,
            RegisterColumn.BUILDING_NAME,
            RegisterColumn.ADDRESS,
            RegisterColumn.POSTCODE,
            RegisterColumn.COMMUNE,
            RegisterColumn.INSEE);
    private static final List<RegisterColumn> DWELLING = List.of(
            RegisterColumn.BUILDING_CODE,
            RegisterColumn.STAIRWELL,
            RegisterColumn.TYPOLOGY,
            RegisterColumn.FLOOR_NUMBER,
            RegisterColumn.DOOR,
            RegisterColumn.RENT,
            RegisterColumn.CHARGES,
            RegisterColumn.FINANCING);
    private static final List<RegisterColumn> LEASE = List.of(
            RegisterColumn.DWELLING_CODE,
            RegisterColumn.HOUSEHOLD_CODE,
            RegisterColumn.LEASE_START,
            RegisterColumn.LEASE_END);
    private static final List<RegisterColumn> HOUSEHOLD = List.of(
            RegisterColumn.LEASE_CODE,
            RegisterColumn.HOUSEHOLD_NAME,
            RegisterColumn.LANGUAGE_CODE,
            RegisterColumn.ARREARS,
            RegisterColumn.ARREARS_DATE);

    private final Fingerprints fingerprints = new Fingerprints();

    /** Takes the line in; what it contradicts, in French, when it does: then nothing of it is remembered. */
    Optional<String> contradiction(RegisterLine line) {
        var facts = facts(line);
        var known = new ArrayList<Integer>();
        for (var fact : facts) {
            var at = fingerprints.find(fact.key());
            if (at >= 0 && !fact.agrees(fingerprints.value(at))) {
                return Optional.of(fact.column().header() + " : " + fact.problem() + " la ligne "
                        + Fingerprints.line(fingerprints.value(at)));
            }
            known.add(at);
        }
        for (var number = 0; number < facts.size(); number++) {
            if (known.get(number) < 0) {
                fingerprints.put(facts.get(number).key(), facts.get(number).value(line.number()));
            }
        }
        return Optional.empty();
    }

    private static List<Fact> facts(RegisterLine line) {
        var facts = new ArrayList<Fact>();
        if (line.get(RegisterColumn.AGENCY_NAME) != null) {
            add(facts, line, RegisterColumn.AGENCY_CODE, List.of(RegisterColumn.AGENCY_NAME), "autre nom que");
        }
        add(facts, line, RegisterColumn.BUILDING_CODE, BUILDING, "autres données que");
        add(facts, line, RegisterColumn.DWELLING_CODE, DWELLING, "autres données que");
        if (!line.isVacant()) {
            add(facts, line, RegisterColumn.LEASE_CODE, LEASE, "autres données que");
            add(facts, line, RegisterColumn.HOUSEHOLD_CODE, HOUSEHOLD, "autres données que");
            facts.add(new Fact(
                    RegisterColumn.OCCUPANT_CODE,
                    key(RegisterColumn.OCCUPANT_CODE, line.code(RegisterColumn.OCCUPANT_CODE)),
                    null,
                    "déjà donné par"));
        }
        return facts;
    }

    private static void add(
            List<Fact> facts, RegisterLine line, RegisterColumn column, List<RegisterColumn> values, String problem) {
        var hash = Arrays.hashCode(values.stream().map(line::get).toArray());
        facts.add(new Fact(column, key(column, line.code(column)), hash, problem));
    }

    private static long key(RegisterColumn column, String code) {
        var key = 0xcbf29ce484222325L + column.ordinal();
        for (var at = 0; at < code.length(); at++) {
            key = (key ^ code.charAt(at)) * 0x100000001b3L;
        }
        key ^= key >>> 32;
        return key == 0 ? 1 : key;
    }

    /**
     * What a line says of one thing.
     *
     * @param hash of the values; none where a second line is a contradiction in itself
     */
    private record Fact(
            RegisterColumn column, long key, @Nullable Integer hash, String problem) {

        boolean agrees(long value) {
            return hash != null && (int) value == hash;
        }

        long value(int line) {
            return (long) line << 32 | (Objects.requireNonNullElse(hash, 0) & 0xFFFF_FFFFL);
        }
    }

    /** A map from long to long without objects; 0 is no key. */
    private static final class Fingerprints {

        private long[] keys = new long[1 << 12];
        private long[] values = new long[1 << 12];
        private int size;

        static int line(long value) {
            return (int) (value >>> 32);
        }

        long value(int at) {
            return values[at];
        }

        int find(long key) {
            var at = place(key);
            return keys[at] == key ? at : -1;
        }

        void put(long key, long value) {
            if (size * 3 > keys.length * 2) {
                grow();
            }
            var at = place(key);
            size += keys[at] == 0 ? 1 : 0;
            keys[at] = key;
            values[at] = value;
        }

        private int place(long key) {
            var at = (int) (key ^ key >>> 20) & (keys.length - 1);
            while (keys[at] != 0 && keys[at] != key) {
                at = (at + 1) & (keys.length - 1);
            }
            return at;
        }

        private void grow() {
            var oldKeys = keys;
            var oldValues = values;
            keys = new long[oldKeys.length * 2];
            values = new long[oldKeys.length * 2];
            size = 0;
            for (var at = 0; at < oldKeys.length; at++) {
                if (oldKeys[at] != 0) {
                    put(oldKeys[at], oldValues[at]);
                }
            }
        }
    }
}
