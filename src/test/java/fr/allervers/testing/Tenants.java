package fr.allervers.testing;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes agencies, buildings and households for a test. Every commune is new, every number is kept for fiction by ARCEP. */
public class Tenants {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final JdbcClient jdbc;

    Tenants(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A household of one person with a mobile, and where it lives. */
    public record Tenant(long householdId, long occupantId, long agencyId, String insee, String mobile) {}

    public long agency() {
        var number = NUMBER.incrementAndGet();
        return insert(
                "insert into agency (code, name, phone) values (?, ?, '01 99 00 10 10') returning id",
                "T" + number,
                "Agence " + number);
    }

    /** A household in a new agency. */
    public Tenant tenant() {
        return tenant(agency());
    }

    public Tenant tenant(long agencyId) {
        var number = NUMBER.incrementAndGet();
        var insee = "T" + String.format("%04d", number);
        var building = insert(
                "insert into building (code, agency_id, name, address, postcode, commune, insee) values (?, ?, 'Les Lilas', '12 rue des Lilas', '26000', ?, ?) returning id",
                "TB" + number,
                agencyId,
                "Commune " + number,
                insee);
        var dwelling = insert(
                "insert into dwelling (code, building_id, typology) values (?, ?, 'T2') returning id",
                "TD" + number,
                building);
        var household = insert(
                "insert into household (code, name, agency_id, dwelling_id) values (?, ?, ?, ?) returning id",
                "TH" + number,
                "Garnier " + number,
                agencyId,
                dwelling);
        var occupant = insert(
                "insert into occupant (code, household_id, civility, last_name, first_name, birth_date, lease_holder, lives_alone) values (?, ?, 'Mme', ?, 'Lucette', '1942-03-01', true, true) returning id",
                "TO" + number,
                household,
                "Garnier " + number);
        var mobile = "+3363998" + String.format("%04d", number);
        jdbc.sql("insert into phone (occupant_id, e164, mobile) values (?, ?, true)")
                .params(occupant, mobile)
                .update();
        return new Tenant(household, occupant, agencyId, insee, mobile);
    }

    private long insert(String sql, Object... values) {
        return jdbc.sql(sql).params(List.of(values)).query(Long.class).single();
    }
}
