package fr.allervers.inventory.declaration;

import java.util.EnumSet;
import java.util.Set;

/** Where an inventory stands. Until it is sealed it is only the statement of one party. */
public enum InventoryStatus {
    /** The tenant has the link. */
    OPEN,
    /** More of some items was asked for. */
    ASKED,
    /** The landlord has to look at it. */
    SUBMITTED,
    /** To be made on the spot, by both or by a commissaire de justice. */
    ON_SITE,
    /** Waits for the tenant's confirmation of the document. */
    ACCEPTED,
    TENANT_SIGNED,
    /** Signed by both; what comes later is annexed. */
    SEALED,
    CLOSED,
    CANCELLED;

    private static final Set<InventoryStatus> DECLARED_IN = EnumSet.of(OPEN, ASKED);
    private static final Set<InventoryStatus> CHANGEABLE = EnumSet.of(OPEN, ASKED, SUBMITTED, ON_SITE);

    /** Whether the tenant may answer. */
    public boolean isWithTenant() {
        return DECLARED_IN.contains(this);
    }

    /** Whether what stands in it may still change. */
    public boolean isChangeable() {
        return CHANGEABLE.contains(this);
    }

    /** Whether it binds both. */
    public boolean isSealed() {
        return this == SEALED || this == CLOSED;
    }

    /** Whether it can still be given up or be made otherwise. */
    public boolean isStoppable() {
        return isChangeable() || this == ACCEPTED || this == TENANT_SIGNED;
    }
}
