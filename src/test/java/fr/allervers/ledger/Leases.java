package fr.allervers.ledger;

import fr.allervers.testing.Tenants;
import fr.allervers.testing.Tenants.Tenant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes leases for the ledger's tests. */
class Leases {

    private final JdbcClient jdbc;
    private final Tenants tenants;

    Leases(JdbcClient jdbc, Tenants tenants) {
        this.jdbc = jdbc;
        this.tenants = tenants;
    }

    record Let(long id, String code, Tenant tenant, String householdCode, String lastName) {}

    Let lease() {
        return lease(tenants.agency());
    }

    /** A lease since 2020 of a new household, 500 euros a month. */
    Let lease(long agencyId) {
        var tenant = tenants.tenant(agencyId);
        var code = "BAIL" + tenant.householdId();
        var id = jdbc.sql(
                        "insert into lease (code, dwelling_id, household_id, starts_on) select ?, dwelling_id, id, '2020-01-01' from household where id = ? returning id")
                .params(List.of(code, tenant.householdId()))
                .query(Long.class)
                .single();
        jdbc.sql(
                        "update dwelling d join household h on h.dwelling_id = d.id set d.rent_cents = 42000, d.charges_cents = 8000 where h.id = ?")
                .param(tenant.householdId())
                .update();
        var household = jdbc.sql("select code from household where id = ?")
                .param(tenant.householdId())
                .query(String.class)
                .single();
        var name = jdbc.sql("select last_name from occupant where id = ?")
                .param(tenant.occupantId())
                .query(String.class)
                .single();
        return new Let(id, code, tenant, household, name);
    }

    long balance(long leaseId) {
        return jdbc.sql("select coalesce(sum(balance_cents), 0) from rent_account where lease_id = ?")
                .param(leaseId)
                .query(Long.class)
                .single();
    }

    int entries(long leaseId) {
        return jdbc.sql("select count(*) from rent_entry where lease_id = ?")
                .param(leaseId)
                .query(Integer.class)
                .single();
    }
}
