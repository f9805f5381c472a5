package fr.allervers.inventory.declaration;

/** What is asked of an item. */
public enum ItemKind {
    /** A floor, a wall, a piece of equipment: its state. */
    ELEMENT,
    /** A meter: its number and what it shows. */
    METER,
    /** Keys: how many. */
    KEYS
}
