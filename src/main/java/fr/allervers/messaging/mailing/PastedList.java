package fr.allervers.messaging.mailing;

import fr.allervers.messaging.mailing.PastedList.BadLine.Fault;
import fr.allervers.tenancy.Households;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads a pasted list: one number or one code of a household, an occupant or a lease on each line. */
@Component
@Transactional(readOnly = true)
class PastedList {

    private static final Pattern NUMBER = Pattern.compile("[+(]?[0-9][0-9 .()/+-]{0,24}");
    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final MailingSettings settings;

    PastedList(JdbcClient jdbc, MailingSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /**
     * A line that is left out.
     *
     * @param number of the line, from 1
     */
    public record BadLine(int number, String text, Fault fault) {
        /** What is wrong with it. */
        public enum Fault {
            NOT_READ,
            UNKNOWN_CODE,
            LANDLINE,
            FOREIGN_NUMBER,
            DEAD_NUMBER,
            TOO_MANY
        }
    }

    /**
     * What the list names.
     *
     * @param households of codes; the ladder reaches them
     * @param numbers written to as they stand, with the household that the register knows them by
     */
    public record Read(Set<Long> households, Map<String, Optional<Long>> numbers, List<BadLine> bad) {}

    private record Line(int number, String text) {}

    private record Known(String e164, long householdId, boolean dead) {}

    Read read(String pasted, Set<Long> scope) {
        var bad = new ArrayList<BadLine>();
        var codes = new LinkedHashMap<String, Line>();
        var numbers = new LinkedHashMap<String, Line>();
        var at = 0;
        for (var raw : pasted.split("\\R")) {
            at++;
            var line = new Line(at, raw.strip().replaceAll("[;,]+$", ""));
            if (line.text().isEmpty()) {
                continue;
            }
            if (at > settings.listLines()) {
                bad.add(bad(line, Fault.TOO_MANY));
                break;
            }
            var mobile = number(line);
            if (mobile.isPresent()) {
                numbers.putIfAbsent(mobile.get(), line);
            } else if (isForeign(line.text())) {
                bad.add(bad(line, Fault.FOREIGN_NUMBER));
            } else if (looksLikeNumber(line) && Households.isPhoneNumber(line.text())) {
                bad.add(bad(line, Fault.LANDLINE));
            } else {
                // A code may be made of digits too.
                codes.putIfAbsent(line.text().toUpperCase(Locale.ROOT), line);
            }
        }
        var households = households(codes, scope, bad);
        return new Read(households, known(numbers, scope, bad), List.copyOf(bad));
    }

    private Optional<String> number(Line line) {
        return looksLikeNumber(line)
                ? Households.mobile(line.text()).filter(e164 -> e164.matches(settings.numbersWrittenTo() + ".*"))
                : Optional.empty();
    }

    private static boolean looksLikeNumber(Line line) {
        return NUMBER.matcher(line.text()).matches();
    }

    private boolean isForeign(String text) {
        var dialled = text.replaceAll("[ .()/-]", "").replaceFirst("^00", "+");
        return dialled.matches("[+][0-9]{6,15}") && !dialled.matches(settings.numbersWrittenTo() + ".*");
    }

    private Set<Long> households(Map<String, Line> codes, Set<Long> scope, List<BadLine> bad) {
        var found = new HashMap<String, Long>();
        chunks(codes.keySet()).forEach(chunk -> jdbc.sql("""
                        select code, id from (
                          select h.code, h.id, h.agency_id from household h where h.code in (:codes)
                          union all select o.code, h.id, h.agency_id from occupant o join household h on h.id = o.household_id where o.code in (:codes)
                          union all select l.code, h.id, h.agency_id from lease l join household h on h.id = l.household_id where l.code in (:codes)
                        ) t where :everywhere or agency_id in (:scope)
                        """)
                .param("codes", chunk)
                .param("everywhere", scope.isEmpty())
                .param("scope", scope.isEmpty() ? Set.of(0L) : scope)
                .query(row -> {
                    found.putIfAbsent(row.getString("code").toUpperCase(Locale.ROOT), row.getLong("id"));
                }));
        codes.forEach((code, line) -> {
            if (!found.containsKey(code)) {
                bad.add(bad(line, looksLikeNumber(line) ? Fault.NOT_READ : Fault.UNKNOWN_CODE));
            }
        });
        return new LinkedHashSet<>(found.values());
    }

    /** A number of another agency's household is written to, without saying whose it is. */
    private Map<String, Optional<Long>> known(Map<String, Line> numbers, Set<Long> scope, List<BadLine> bad) {
        var known = new HashMap<String, Known>();
        chunks(numbers.keySet()).forEach(chunk -> jdbc.sql("""
                        select p.e164, h.id as household_id, p.dead from phone p join occupant o on o.id = p.occupant_id
                          join household h on h.id = o.household_id
                         where p.e164 in (:numbers) and o.deceased_on is null and o.left_on is null and (:everywhere or h.agency_id in (:scope))
                         order by p.dead, o.lease_holder desc, o.id
                        """)
                .param("numbers", chunk)
                .param("everywhere", scope.isEmpty())
                .param("scope", scope.isEmpty() ? Set.of(0L) : scope)
                .query(Known.class)
                .list()
                .forEach(one -> known.putIfAbsent(one.e164(), one)));
        var usable = new LinkedHashMap<String, Optional<Long>>();
        numbers.forEach((e164, line) -> {
            @Nullable Known one = known.get(e164);
            if (one != null && one.dead()) {
                bad.add(bad(line, Fault.DEAD_NUMBER));
            } else {
                usable.put(e164, Optional.ofNullable(one).map(Known::householdId));
            }
        });
        return usable;
    }

    private static BadLine bad(Line line, Fault fault) {
        var text = line.text();
        return new BadLine(line.number(), text.length() <= 60 ? text : text.substring(0, 60) + "…", fault);
    }

    private static List<List<String>> chunks(Set<String> all) {
        var list = List.copyOf(all);
        var chunks = new ArrayList<List<String>>();
        for (var start = 0; start < list.size(); start += AT_ONCE) {
            chunks.add(list.subList(start, Math.min(list.size(), start + AT_ONCE)));
        }
        return chunks;
    }
}
