package fr.allervers.privacy;

import fr.allervers.shared.Texts;
import fr.allervers.shared.personal.PersonKeys;
import fr.allervers.shared.web.UserError;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds people in the register and among applicants, and by what their data is found. */
@Component
@Transactional(readOnly = true)
class DataSubjects {

    private static final int FOUND = 40;

    private static final String TENANTS = """
            select 'TENANT' as kind, o.id, trim(concat_ws(' ', o.civility, o.first_name, o.last_name)) as name, o.birth_date, o.code as reference,
                   coalesce(concat_ws(', ', b.address, b.commune), '') as place, h.agency_id,
                   (select count(*) from occupant p where p.household_id = o.household_id and p.id <> o.id and p.code <> concat('~', p.id)) as others,
                   o.code = concat('~', o.id) as erased
              from occupant o join household h on h.id = o.household_id
              left join dwelling d on d.id = h.dwelling_id left join building b on b.id = d.building_id
            """;
    private static final String APPLICANTS = """
            select 'APPLICANT' as kind, a.id, trim(concat_ws(' ', a.civility, a.first_name, a.last_name)) as name, a.birth_date, a.unique_number as reference,
                   concat_ws(', ', nullif(a.address, ''), a.commune) as place, a.agency_id, 0 as others, a.unique_number = concat('~', a.id) as erased
              from housing_application a
            """;

    private final JdbcClient jdbc;

    DataSubjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** People whose names or reference begin with these words, 40 at most of each kind. */
    List<DataSubject> search(String text) {
        var words = Arrays.stream(Texts.fold(text).split(" "))
                .filter(word -> word.length() > 1)
                .limit(6)
                .toList();
        return words.isEmpty()
                ? List.of()
                : Stream.concat(tenants(words), applicants(words)).toList();
    }

    private Stream<DataSubject> tenants(List<String> words) {
        var parameters = new LinkedHashMap<String, Object>();
        var sql = new StringBuilder(TENANTS).append(" where o.code <> concat('~', o.id)");
        for (var word : words) {
            var name = "word" + parameters.size();
            sql.append(
                    " and o.household_id in (select household_id from household_word where word like :" + name + ")");
            parameters.put(name, word + "%");
        }
        return list(sql + " order by o.last_name, o.id limit " + FOUND, parameters);
    }

    private Stream<DataSubject> applicants(List<String> words) {
        return list(
                APPLICANTS
                        + " where a.search_name like :name and a.unique_number <> concat('~', a.id) order by a.search_name, a.id limit "
                        + FOUND,
                Map.of("name", String.join(" ", words) + "%"));
    }

    private Stream<DataSubject> list(String sql, Map<String, ?> parameters) {
        return jdbc.sql(sql).params(parameters).query(DataSubject.class).list().stream();
    }

    /**
     * The person.
     *
     * @throws UserError when there is none
     */
    DataSubject require(DataSubject.Kind kind, long id) {
        var sql = kind == DataSubject.Kind.TENANT ? TENANTS + " where o.id = :id" : APPLICANTS + " where a.id = :id";
        return list(sql, Map.of("id", id))
                .findFirst()
                .orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "error.404.what"));
    }

    /** By what the person's rows are found; the household's only when nobody else in it is named. */
    PersonKeys keys(DataSubject subject) {
        return subject.kind() == DataSubject.Kind.TENANT ? ofTenant(subject) : ofApplicant(subject.id());
    }

    private PersonKeys ofTenant(DataSubject subject) {
        var households = subject.others() > 0
                ? Set.<Long>of()
                : ids("select household_id from occupant where id = :id", subject.id());
        var leases = ids(
                "select l.id from lease l join occupant o on o.household_id = l.household_id where o.id = :id and :alone",
                subject);
        var applications = ids(
                "select a.id from housing_application a join occupant o on o.household_id = a.household_id where o.id = :id and (:alone or (a.first_name = o.first_name and a.last_name = o.last_name))",
                subject);
        var addresses =
                jdbc.sql("""
                        select p.e164 from phone p where p.occupant_id = :id
                           and not exists (select 1 from phone q where q.e164 = p.e164 and q.occupant_id <> p.occupant_id)
                        union select o.email from occupant o where o.id = :id and o.email is not null
                           and not exists (select 1 from occupant q where q.email = o.email and q.id <> o.id and q.household_id = o.household_id)
                        """).param("id", subject.id()).query(String.class).list();
        return new PersonKeys(
                Set.of(subject.id()),
                households,
                leases,
                applications,
                written(addresses),
                names("select first_name, last_name from occupant where id = :id", subject.id()));
    }

    private PersonKeys ofApplicant(long id) {
        var addresses = jdbc.sql(
                        "select email from housing_application where id = :id union select mobile from housing_application where id = :id")
                .param("id", id)
                .query((row, number) -> row.getString(1))
                .list();
        return new PersonKeys(
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(id),
                written(addresses),
                names("select first_name, last_name from housing_application where id = :id", id));
    }

    /** Numbers as they stand in our tables and as centres write them. */
    private static Set<String> written(List<@Nullable String> addresses) {
        var written = new HashSet<String>();
        for (var address : addresses) {
            if (address != null) {
                written.add(address);
                written.add(address.replaceFirst("^\\+", ""));
            }
        }
        return written;
    }

    private Set<String> names(String sql, long id) {
        var names = new HashSet<String>();
        jdbc.sql(sql).param("id", id).query(row -> {
            if (!row.getString("first_name").isEmpty()) {
                names.add(row.getString("first_name") + " " + row.getString("last_name"));
                names.add(row.getString("last_name") + " " + row.getString("first_name"));
            }
        });
        return names;
    }

    private Set<Long> ids(String sql, DataSubject subject) {
        return new HashSet<>(jdbc.sql(sql)
                .param("id", subject.id())
                .param("alone", subject.others() == 0)
                .query(Long.class)
                .list());
    }

    private Set<Long> ids(String sql, long id) {
        return new HashSet<>(jdbc.sql(sql).param("id", id).query(Long.class).list());
    }
}
