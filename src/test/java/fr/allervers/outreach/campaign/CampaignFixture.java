package fr.allervers.outreach.campaign;

import fr.allervers.partners.Service;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A small register of a test's own: agencies, buildings, households, people. */
final class CampaignFixture {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final JdbcClient jdbc;

    CampaignFixture(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static String code(String prefix) {
        return prefix + ProcessHandle.current().pid() % 10_000 + "-" + NUMBER.incrementAndGet();
    }

    long agency() {
        var code = code("A");
        return insert("insert into agency (code, name) values (?, ?)", code, "Agence " + code);
    }

    long building(long agency) {
        var code = code("B");
        return building(agency, code.substring(Math.max(0, code.length() - 5)));
    }

    long building(long agency, String insee) {
        var code = code("B");
        return insert(
                "insert into building (code, agency_id, name, address, postcode, commune, insee) values (?, ?, ?, '1 rue des Lilas', '26000', ?, ?)",
                code,
                agency,
                "Les Lilas " + code,
                "Commune " + insee,
                insee);
    }

    long household(long agency, long building) {
        var dwelling =
                insert("insert into dwelling (code, building_id, typology) values (?, ?, 'T3')", code("D"), building);
        return insert(
                "insert into household (code, name, agency_id, dwelling_id) values (?, 'Garnier', ?, ?)",
                code("F"),
                agency,
                dwelling);
    }

    String codeOf(long household) {
        return jdbc.sql("select code from household where id = ?")
                .param(household)
                .query(String.class)
                .single();
    }

    long person(long household, @Nullable LocalDate birth, String... flags) {
        var id = jdbc.sql(
                        "insert into occupant (code, household_id, last_name, first_name, birth_date) values (?, ?, 'Garnier', 'Lucette', ?)")
                .params(java.util.Arrays.asList(code("O"), household, birth))
                .update();
        var person = jdbc.sql("select max(id) from occupant where household_id = ?")
                .param(household)
                .query(Long.class)
                .single();
        for (var flag : flags) {
            jdbc.sql("update occupant set " + flag + " where id = ?")
                    .param(person)
                    .update();
        }
        return id == 1 ? person : 0;
    }

    /** A partner that gives every service in the commune. */
    void partnerFor(String insee) {
        var id = insert("insert into partner (name, kind) values (?, 'CCAS')", code("CCAS"));
        for (var service : Service.values()) {
            jdbc.sql("insert into partner_coverage (partner_id, insee, service) values (?, ?, ?)")
                    .params(id, insee, service.name())
                    .update();
        }
    }

    CampaignSettings settings(Set<Service> services) {
        return new CampaignSettings(
                code("Campagne "),
                Purpose.WELL_BEING,
                LocalDate.of(2026, 11, 24),
                LocalDate.of(2027, 1, 8),
                4,
                10,
                72,
                services);
    }

    WavePlan wave(String name, Audience audience, long agency, @Nullable LocalDate opensOn) {
        return new WavePlan(name, audience.in(Set.of(agency)), opensOn, LocalDate.of(2026, 12, 8));
    }

    List<Long> listed(long campaign) {
        return jdbc.sql("select household_id from household_call where campaign_id = ? order by priority desc, id")
                .param(campaign)
                .query(Long.class)
                .list();
    }

    long engineCases(long campaign) {
        return jdbc.sql("""
                        select count(*) from ACT_RU_EXECUTION e join household_call h on e.BUSINESS_KEY_ = cast(h.id as char)
                         where h.campaign_id = ? and e.PARENT_ID_ is null and e.PROC_DEF_ID_ like 'household-call:%'
                        """).param(campaign).query(Long.class).single();
    }

    private long insert(String sql, Object... values) {
        var keys = new org.springframework.jdbc.support.GeneratedKeyHolder();
        jdbc.sql(sql).params(values).update(keys);
        return java.util.Objects.requireNonNull(keys.getKey()).longValue();
    }
}
