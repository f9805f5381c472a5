package fr.allervers.inventory.board;

import fr.allervers.inbox.HouseholdSection;
import fr.allervers.inventory.declaration.Inventories;
import fr.allervers.inventory.declaration.Inventory;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.tenancy.Household;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The inventories of a household on its page, and where one is opened by hand. */
@Component
class InventoryHouseholdSection implements HouseholdSection {

    private final Inventories inventories;
    private final Clock clock;

    InventoryHouseholdSection(Inventories inventories, Clock clock) {
        this.inventories = inventories;
        this.clock = clock;
    }

    /** What the section shows. */
    public record Content(long householdId, List<Inventory> inventories, boolean mayOpen, LocalDate today) {}

    @Override
    public int order() {
        return 60;
    }

    @Override
    public Optional<Shown> of(Household household, StaffMember reader) {
        if (!reader.isAny(Role.FIELD_MANAGER, Role.RENT_OFFICER, Role.SUPERVISOR, Role.DIRECTOR, Role.SOCIAL_ADVISOR)) {
            return Optional.empty();
        }
        var mayOpen = reader.isAny(Role.FIELD_MANAGER, Role.RENT_OFFICER, Role.SUPERVISOR);
        return Optional.of(new Shown(
                "inventory/section",
                new Content(household.id(), inventories.ofHousehold(household.id()), mayOpen, LocalDate.now(clock))));
    }
}
