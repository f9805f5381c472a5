package fr.allervers.outreach.campaign;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An audience as SQL over households {@code h}, their buildings {@code b} and their concerned occupants {@code o}, so
 * that counting and listing follow the same rules.
 */
final class AudienceSql {

    private static final String FROM = """
             from household h join dwelling d on d.id = h.dwelling_id join building b on b.id = d.building_id
             join occupant o on o.household_id = h.id
            """;

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private final String suffix;

    /**
     * @param day the day on which ages are reckoned
     * @param agencies the agencies that may be listed, besides those that the audience names; none: all
     * @param disabledPeople ids of occupants; asked for only when the audience is about them
     */
    AudienceSql(Audience audience, LocalDate day, @Nullable Set<Long> agencies, Supplier<Set<Long>> disabledPeople) {
        this(audience, day, agencies, disabledPeople, "");
    }

    /**
     * @param suffix of the parameters' names, so that two audiences fit into one statement
     */
    AudienceSql(
            Audience audience,
            LocalDate day,
            @Nullable Set<Long> agencies,
            Supplier<Set<Long>> disabledPeople,
            String suffix) {
        this.suffix = suffix;
        conditions.add("not o.do_not_call and o.deceased_on is null and (o.left_on is null or o.left_on > :day" + suffix
                + ")");
        parameters.put("day" + suffix, day);
        if (audience.traits().contains(Trait.DISABLED)) {
            var people = disabledPeople.get();
            parameters.put("disabledPeople", people.isEmpty() ? Set.of(-1L) : people);
        }
        people(audience, day);
        oneOf("h.agency_id", "allowed", agencies);
        oneOf("h.agency_id", "agencies", emptyIsAll(audience.agencies()));
        oneOf("b.insee", "communes", emptyIsAll(audience.communes()));
        oneOf("b.id", "buildings", emptyIsAll(audience.buildings()));
        if (audience.minimumArrearsCents() != null) {
            conditions.add("h.arrears_cents >= :arrears" + suffix);
            parameters.put("arrears" + suffix, audience.minimumArrearsCents());
        }
        if (!audience.excludedHouseholds().isEmpty()) {
            conditions.add("h.code not in (:excluded" + suffix + ")");
            parameters.put("excluded" + suffix, audience.excludedHouseholds());
        }
    }

    /** Leaves out households of another running campaign for the purpose. */
    AudienceSql notInAnother(Purpose purpose, long campaignId) {
        conditions.add("""
                not exists (select 1 from household_call other join campaign c on c.id = other.campaign_id
                             where other.household_id = h.id and c.state = 'RUNNING' and c.purpose = :purpose and c.id <> :self)
                """);
        parameters.put("purpose", purpose.name());
        parameters.put("self", campaignId);
        return this;
    }

    /** Leaves out households that the campaign has listed already. */
    AudienceSql notYetListedBy(long campaignId) {
        conditions.add("not exists (select 1 from household_call mine"
                + " where mine.household_id = h.id and mine.campaign_id = :listedBy)");
        parameters.put("listedBy", campaignId);
        return this;
    }

    /** Leaves out the households of an earlier wave, made with another suffix. */
    AudienceSql without(AudienceSql earlier) {
        conditions.add("h.id not in (select h.id" + earlier.fromWhere() + ")");
        parameters.putAll(earlier.parameters());
        return this;
    }

    /** The tables and conditions, from "from" on. */
    String fromWhere() {
        return fromWhere("");
    }

    /** The same with more tables joined. */
    String fromWhere(String joins) {
        return FROM + joins + " where " + String.join(" and ", conditions);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private void people(Audience audience, LocalDate day) {
        var age = age(audience, day);
        var traits = audience.traits().stream().sorted().map(Trait::condition).collect(Collectors.joining(" or "));
        if (age.isEmpty() && traits.isEmpty()) {
            conditions.add("(o.birth_date is null or o.birth_date <= :adult" + suffix + ")");
            parameters.put("adult" + suffix, day.minusYears(18));
        } else if (age.isEmpty() || traits.isEmpty()) {
            conditions.add("(" + age + traits + ")");
        } else {
            conditions.add("((" + age + ") " + audience.joined() + " (" + traits + "))");
        }
    }

    /** Whoever has a birthday today is a year older today. */
    private String age(Audience audience, LocalDate day) {
        var bounds = new ArrayList<String>();
        if (audience.ageFrom() != null) {
            bounds.add("o.birth_date <= :bornUntil" + suffix);
            parameters.put("bornUntil" + suffix, day.minusYears(audience.ageFrom()));
        }
        if (audience.ageTo() != null) {
            bounds.add("o.birth_date > :bornAfter" + suffix);
            parameters.put("bornAfter" + suffix, day.minusYears(audience.ageTo() + 1L));
        }
        return String.join(" and ", bounds);
    }

    private void oneOf(String column, String name, @Nullable Set<?> values) {
        if (values == null) {
            return;
        }
        if (values.isEmpty()) {
            conditions.add("1 = 0");
        } else {
            conditions.add(column + " in (:" + name + suffix + ")");
            parameters.put(name + suffix, values);
        }
    }

    private static <T> @Nullable Set<T> emptyIsAll(Set<T> values) {
        return values.isEmpty() ? null : values;
    }
}
