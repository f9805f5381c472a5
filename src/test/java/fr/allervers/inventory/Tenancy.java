package fr.allervers.inventory;

import fr.allervers.inventory.declaration.Inventories;
import fr.allervers.inventory.declaration.InventoryKind;
import fr.allervers.inventory.declaration.InventoryLink;
import fr.allervers.inventory.declaration.InventoryRows;
import fr.allervers.inventory.declaration.Item;
import fr.allervers.links.PublicLinks;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.Fixture;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.testing.Tenants;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A tenant with a lease, and the inventories of it, for tests. */
public final class Tenancy {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    public final Tenants.Tenant tenant;
    public final long leaseId;
    public final StaffMember manager;
    private final Inventories inventories;
    private final InventoryRows rows;
    private final PublicLinks links;
    private final People people;
    private final MovableClock clock;

    private Tenancy(
            Tenants.Tenant tenant,
            long leaseId,
            StaffMember manager,
            Inventories inventories,
            InventoryRows rows,
            PublicLinks links,
            People people,
            MovableClock clock) {
        this.tenant = tenant;
        this.leaseId = leaseId;
        this.manager = manager;
        this.inventories = inventories;
        this.rows = rows;
        this.links = links;
        this.people = people;
        this.clock = clock;
    }

    /** What a test needs of the application to make one. */
    @Fixture
    public record House(
            Tenants tenants,
            JdbcClient jdbc,
            Inventories inventories,
            InventoryRows rows,
            PublicLinks links,
            People people,
            MovableClock clock) {

        /** A tenant of a new agency, in a T2 of 412.35 € a month, since this day. */
        public Tenancy since(LocalDate start) {
            var tenant = tenants.tenant();
            jdbc.sql(
                            "update dwelling set rent_cents = 41235, charges_cents = 9000 where id = (select dwelling_id from household where id = ?)")
                    .param(tenant.householdId())
                    .update();
            var lease = jdbc.sql(
                            "insert into lease (code, dwelling_id, household_id, starts_on) select ?, dwelling_id, id, ? from household where id = ? returning id")
                    .params("EDL" + NUMBER.incrementAndGet() + "-" + tenant.householdId(), start, tenant.householdId())
                    .query(Long.class)
                    .single();
            var manager = people.somebodyOf(tenant.agencyId(), Role.FIELD_MANAGER, Role.RENT_OFFICER, Role.SUPERVISOR);
            people.signIn(manager);
            return new Tenancy(tenant, lease, manager, inventories, rows, links, people, clock);
        }
    }

    /** Opens an inventory whose keys change hands in some days. */
    public long open(InventoryKind kind, int keysInDays) {
        people.signIn(manager);
        return inventories.open(kind, tenant.householdId(), LocalDate.now(clock).plusDays(keysInDays), false);
    }

    /** A link of this inventory, good for a month. */
    public String link(long inventoryId) {
        return links.issue(InventoryLink.PURPOSE, inventoryId, clock.instant().plus(Duration.ofDays(30)));
    }

    public List<Item> items(long inventoryId) {
        return rows.items(inventoryId);
    }
}
