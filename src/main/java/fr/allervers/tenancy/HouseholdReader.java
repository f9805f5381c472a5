package fr.allervers.tenancy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads households with their occupants and numbers: three queries whatever their number. */
@Component
class HouseholdReader {

    private final JdbcClient jdbc;
    private final Disabilities disabilities;
    private final Clock clock;

    HouseholdReader(JdbcClient jdbc, Disabilities disabilities, Clock clock) {
        this.jdbc = jdbc;
        this.disabilities = disabilities;
        this.clock = clock;
    }

    Map<Long, Household> read(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var occupants = occupants(ids);
        var households = new LinkedHashMap<Long, Household>();
        jdbc.sql("""
                        select h.id, h.code, h.name, h.agency_id, a.name as agency_name, h.dwelling_id, d.code as dwelling_code,
                               b.address, b.postcode, b.commune, b.insee, h.language, h.arrears_cents
                          from household h join agency a on a.id = h.agency_id
                          left join dwelling d on d.id = h.dwelling_id left join building b on b.id = d.building_id
                         where h.id in (:ids)
                        """)
                .param("ids", ids)
                .query((row, number) -> household(row, occupants))
                .list()
                .forEach(household -> households.put(household.id(), household));
        return households;
    }

    private Map<Long, List<Occupant>> occupants(Collection<Long> households) {
        var phones = phones(households);
        var today = LocalDate.now(clock);
        var occupants = new LinkedHashMap<Long, List<Occupant>>();
        jdbc.sql("""
                        select id, code, household_id, civility, first_name, last_name, birth_date, lives_alone, isolated, disability, fragile,
                               followed, priority_transfer, do_not_call, email
                          from occupant where household_id in (:ids) and deceased_on is null and left_on is null
                         order by household_id, lease_holder desc, birth_date, id
                        """)
                .param("ids", households)
                .query((row, number) -> occupants
                        .computeIfAbsent(row.getLong("household_id"), household -> new ArrayList<>())
                        .add(occupant(row, today, phones)))
                .list();
        return occupants;
    }

    private Map<Long, List<PhoneNumber>> phones(Collection<Long> households) {
        var phones = new LinkedHashMap<Long, List<PhoneNumber>>();
        jdbc.sql("""
                        select p.occupant_id, p.e164, p.mobile, p.dead
                          from phone p join occupant o on o.id = p.occupant_id
                         where o.household_id in (:ids) order by p.occupant_id, p.rank_no, p.id
                        """)
                .param("ids", households)
                .query((row, number) -> phones.computeIfAbsent(
                                row.getLong("occupant_id"), occupant -> new ArrayList<>())
                        .add(new PhoneNumber(
                                row.getString("e164"),
                                PhoneNumbers.display(row.getString("e164")),
                                row.getBoolean("mobile"),
                                row.getBoolean("dead"))))
                .list();
        return phones;
    }

    private static Household household(ResultSet row, Map<Long, List<Occupant>> occupants) throws SQLException {
        var id = row.getLong("id");
        return new Household(
                id,
                row.getString("code"),
                row.getString("name"),
                row.getLong("agency_id"),
                row.getString("agency_name"),
                row.getObject("dwelling_id", Long.class),
                orEmpty(row.getString("dwelling_code")),
                orEmpty(row.getString("address")),
                orEmpty(row.getString("postcode")),
                orEmpty(row.getString("commune")),
                orEmpty(row.getString("insee")),
                row.getString("language"),
                row.getLong("arrears_cents"),
                List.copyOf(occupants.getOrDefault(id, List.of())));
    }

    private Occupant occupant(ResultSet row, LocalDate today, Map<Long, List<PhoneNumber>> phones) throws SQLException {
        var birthDate = row.getObject("birth_date", LocalDate.class);
        return new Occupant(
                row.getLong("id"),
                Stream.of(row.getString("civility"), row.getString("first_name"), row.getString("last_name"))
                        .filter(Objects::nonNull)
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.joining(" ")),
                birthDate,
                age(birthDate, today),
                row.getBoolean("lives_alone"),
                row.getBoolean("isolated"),
                disabilities.isDisabled(row.getString("code"), row.getString("disability")),
                row.getBoolean("fragile"),
                row.getBoolean("followed"),
                row.getBoolean("priority_transfer"),
                row.getBoolean("do_not_call"),
                row.getString("email"),
                List.copyOf(phones.getOrDefault(row.getLong("id"), List.of())));
    }

    private static @Nullable Integer age(@Nullable LocalDate birthDate, LocalDate today) {
        return birthDate == null ? null : Period.between(birthDate, today).getYears();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
