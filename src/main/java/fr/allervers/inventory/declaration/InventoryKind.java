package fr.allervers.inventory.declaration;

/** Which of the two inventories of a lease. */
public enum InventoryKind {
    /** At the handing over of the keys (état des lieux d'entrée). */
    ENTRY,
    /** At their return (état des lieux de sortie). */
    EXIT
}
