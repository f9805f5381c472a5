package fr.allervers.messaging.mailing;

import fr.allervers.testing.Tenants;
import fr.allervers.testing.Tenants.Tenant;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A new building in a new agency, into which a test moves households. */
final class Residence {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final JdbcClient jdbc;
    private final Tenant first;
    final long buildingId;

    Residence(JdbcClient jdbc, Tenants tenants) {
        this.jdbc = jdbc;
        this.first = tenants.tenant();
        this.buildingId = jdbc.sql(
                        "select d.building_id from household h join dwelling d on d.id = h.dwelling_id where h.id = ?")
                .param(first.householdId())
                .query(Long.class)
                .single();
    }

    long agencyId() {
        return first.agencyId();
    }

    Tenant first() {
        return first;
    }

    /** A mobile nobody else has. */
    static String mobile() {
        return "+3363998" + String.format("%04d", 5_000 + NUMBER.incrementAndGet());
    }

    /** Moves a household of one person in, on this floor; its id. */
    long household(@Nullable String mobile, @Nullable String email, String language, int floor) {
        var number = NUMBER.incrementAndGet();
        var dwelling = insert(
                "insert into dwelling (code, building_id, typology, floor, door) values (?, ?, 'T3', ?, '1') returning id",
                "RD" + number,
                buildingId,
                floor);
        var household = insert(
                "insert into household (code, name, agency_id, dwelling_id, language) values (?, ?, ?, ?, ?) returning id",
                "RH" + number,
                "Morand " + number,
                agencyId(),
                dwelling,
                language);
        var occupant = insert(
                "insert into occupant (code, household_id, civility, last_name, first_name, birth_date, lease_holder) values (?, ?, 'M.', ?, 'Ali', '1970-01-01', true) returning id",
                "RO" + number,
                household,
                "Morand " + number);
        if (email != null) {
            jdbc.sql("update occupant set email = ? where id = ?")
                    .params(email, occupant)
                    .update();
        }
        if (mobile != null) {
            phone(occupant, mobile, true);
        }
        return household;
    }

    long occupantOf(long household) {
        return jdbc.sql("select min(id) from occupant where household_id = ?")
                .param(household)
                .query(Long.class)
                .single();
    }

    void phone(long occupant, String e164, boolean mobile) {
        jdbc.sql("insert into phone (occupant_id, e164, mobile) values (?, ?, ?)")
                .params(occupant, e164, mobile)
                .update();
    }

    private long insert(String sql, Object... values) {
        return jdbc.sql(sql).params(values).query(Long.class).single();
    }
}
