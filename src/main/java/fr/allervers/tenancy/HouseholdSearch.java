package fr.allervers.tenancy;

import fr.allervers.shared.Slice;
import fr.allervers.shared.Texts;
import fr.allervers.staff.StaffMember;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds households by the words that begin what is known of them; keeps those words in household_word. */
@Component
class HouseholdSearch {

    private static final int PAGE = 20;
    private static final int WORDS = 6;
    private static final int WORD_LENGTH = 40;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    HouseholdSearch(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    Slice<HouseholdHit> find(String text, StaffMember reader, @Nullable String after) {
        var words = asked(text);
        if (words.isEmpty() || (!reader.allAgencies() && reader.agencies().isEmpty())) {
            return new Slice<>(List.of(), null);
        }
        var parameters = new LinkedHashMap<String, Object>();
        var hits = jdbc.sql(query(words, reader, Key.read(after), parameters))
                .params(parameters)
                .query(HouseholdHit.class)
                .list();
        var page = Slice.of(hits, PAGE, Key::of);
        return page.with(page.items().stream().map(HouseholdSearch::readable).toList());
    }

    /** Writes the words of these households anew, from what the register holds of them now. */
    void index(Collection<Long> households) {
        if (households.isEmpty()) {
            return;
        }
        var words = new LinkedHashMap<Long, Set<String>>();
        jdbc.sql("""
                        select h.id, concat_ws(' ', h.name, b.name, b.address, b.commune) as text, h.code, d.code as dwelling
                          from household h left join dwelling d on d.id = h.dwelling_id left join building b on b.id = d.building_id
                         where h.id in (:ids)
                        """).param("ids", households).query(row -> {
            add(words, row.getLong("id"), row.getString("text"));
            addCode(words, row.getLong("id"), row.getString("code"));
            addCode(words, row.getLong("id"), row.getString("dwelling"));
        });
        jdbc.sql(
                        "select household_id, concat_ws(' ', last_name, first_name) as name from occupant where household_id in (:ids)")
                .param("ids", households)
                .query(row -> {
                    add(words, row.getLong("household_id"), row.getString("name"));
                });
        jdbc.sql(
                        "select o.household_id, p.e164 from phone p join occupant o on o.id = p.occupant_id where o.household_id in (:ids)")
                .param("ids", households)
                .query(row -> {
                    addCode(
                            words,
                            row.getLong("household_id"),
                            row.getString("e164").replaceFirst("^\\+33", "0"));
                });
        write(households, words);
    }

    private void write(Collection<Long> households, Map<Long, Set<String>> words) {
        jdbc.sql("delete from household_word where household_id in (:ids)")
                .param("ids", households)
                .update();
        var rows = words.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(word -> new Object[] {entry.getKey(), word}))
                .toList();
        batches.batchUpdate("insert into household_word (household_id, word) values (?, ?)", rows);
    }

    private static String query(
            List<String> words, StaffMember reader, @Nullable Key after, Map<String, Object> parameters) {
        var sql = new StringBuilder("""
                select h.id, h.code, h.name, coalesce(b.address, '') as address, coalesce(b.commune, '') as commune, a.name as agency_name,
                       (select group_concat(concat(o.first_name, ' ', o.last_name) order by o.lease_holder desc, o.birth_date, o.id separator ', ')
                          from occupant o where o.household_id = h.id and o.deceased_on is null and o.left_on is null) as occupants,
                       (select p.e164 from phone p join occupant o on o.id = p.occupant_id
                         where o.household_id = h.id and not p.dead and o.deceased_on is null and o.left_on is null
                         order by o.lease_holder desc, o.id, p.rank_no, p.id limit 1) as phone
                  from (select h.id from household h where true""");
        if (!reader.allAgencies()) {
            sql.append(" and h.agency_id in (:agencies)");
            parameters.put("agencies", reader.agencies());
        }
        for (var number = 0; number < words.size(); number++) {
            sql.append(" and h.id in (select household_id from household_word where word like :word")
                    .append(number)
                    .append(')');
            parameters.put("word" + number, words.get(number) + "%");
        }
        if (after != null) {
            sql.append(" and (h.name > :name or (h.name = :name and h.id > :id))");
            parameters.put("name", after.name());
            parameters.put("id", after.id());
        }
        // Who lives there is read of the page's households only, not of all that match.
        return sql.append(" order by h.name, h.id limit ")
                .append(PAGE + 1)
                .append("""
            ) found join household h on h.id = found.id join agency a on a.id = h.agency_id
              left join dwelling d on d.id = h.dwelling_id left join building b on b.id = d.building_id
             order by h.name, h.id
            """)
                .toString();
    }

    /** Digits that belong together, « 01 99 00 12 34 », are one number; everything else is words. */
    private static List<String> asked(String text) {
        var digits = text.replaceAll("[\\s.\\-/()]", "").replaceFirst("^(\\+|00)33", "0");
        if (digits.matches("\\+?\\d{4,15}")) {
            return List.of(digits.replace("+", ""));
        }
        return Arrays.stream(Texts.fold(text).split(" "))
                .filter(word -> !word.isEmpty())
                .map(HouseholdSearch::cut)
                .distinct()
                .limit(WORDS)
                .toList();
    }

    private static HouseholdHit readable(HouseholdHit hit) {
        return hit.phone() == null
                ? hit
                : new HouseholdHit(
                        hit.id(),
                        hit.code(),
                        hit.name(),
                        hit.occupants(),
                        hit.address(),
                        hit.commune(),
                        hit.agencyName(),
                        PhoneNumbers.display(hit.phone()));
    }

    private static void add(Map<Long, Set<String>> words, long household, @Nullable String text) {
        if (text != null) {
            var known = words.computeIfAbsent(household, id -> new LinkedHashSet<>());
            Stream.of(Texts.fold(text).split(" "))
                    .filter(word -> !word.isEmpty())
                    .map(HouseholdSearch::cut)
                    .forEach(known::add);
        }
    }

    /** A code is found by its parts, « L 0042 », and written together, « L0042 ». */
    private static void addCode(Map<Long, Set<String>> words, long household, @Nullable String code) {
        if (code != null) {
            add(words, household, code);
            add(words, household, Texts.fold(code).replace(" ", ""));
        }
    }

    private static String cut(String word) {
        return word.length() > WORD_LENGTH ? word.substring(0, WORD_LENGTH) : word;
    }

    /** Where a slice ends: name and id of its last household. */
    private record Key(String name, long id) {

        static String of(HouseholdHit last) {
            return last.id() + "~" + last.name();
        }

        static @Nullable Key read(@Nullable String key) {
            if (key == null || !key.matches("\\d{1,18}~.*")) {
                return null;
            }
            var at = key.indexOf('~');
            return new Key(key.substring(at + 1), Long.parseLong(key.substring(0, at)));
        }
    }
}
