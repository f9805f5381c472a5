package fr.allervers.outreach.calling;

/** How serious a situation is, in rising order. */
public enum Grade {
    GREEN,
    YELLOW,
    ORANGE,
    RED;

    /** An advisor has to take charge of it. */
    public boolean needsCare() {
        return this == ORANGE || this == RED;
    }

    public boolean isBelow(Grade other) {
        return compareTo(other) < 0;
    }
}
