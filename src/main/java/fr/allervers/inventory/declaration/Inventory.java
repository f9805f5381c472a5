package fr.allervers.inventory.declaration;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An inventory (état des lieux) as kept.
 *
 * @param emergency a move-in that cannot wait (violence): no address leaves the house, nothing but what the law asks
 * @param language ISO 639-1 code in which the tenant is spoken to
 * @param keysOn the day on which the keys change hands
 * @param previousId the inventory its starting point is taken from; for an exit, the entry it is compared with
 * @param gridId the wear grid of the lease
 * @param revision how many times more was asked for
 * @param newAddress where the tenant goes, told at the exit
 */
public record Inventory(
        long id,
        InventoryKind kind,
        long leaseId,
        long dwellingId,
        long householdId,
        long agencyId,
        String typology,
        InventoryStatus status,
        MadeAs madeAs,
        boolean emergency,
        String language,
        LocalDate keysOn,
        LocalDate leaseStartsOn,
        @Nullable Long previousId,
        long gridId,
        Instant openedAt,
        int reminders,
        @Nullable Instant lastMessageAt,
        int revision,
        @Nullable Instant submittedAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant tenantSignedAt,
        @Nullable Instant sealedAt,
        @Nullable Instant closedAt,
        @Nullable LocalDate bailiffOn,
        @Nullable LocalDate bailiffNoticeOn,
        @Nullable String newAddress) {

    /** The process, and the kind of case in the inbox. */
    public static final String PROCESS = "declarative-inventory";
}
