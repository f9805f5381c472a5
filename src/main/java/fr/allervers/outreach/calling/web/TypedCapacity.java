package fr.allervers.outreach.calling.web;

import java.util.List;

/**
 * A caller's capacity as typed on the callers' page, to be shown again when it does not do.
 *
 * @param files files a week
 * @param size households in a file
 */
record TypedCapacity(long staffId, String files, String size, List<String> languages) {

    static final int MOST_FILES = 10;
    static final int MOST_HOUSEHOLDS = 100;

    public boolean filesFit() {
        return isBetween(files, 0, MOST_FILES);
    }

    public boolean sizeFits() {
        return isBetween(size, 1, MOST_HOUSEHOLDS);
    }

    boolean fits() {
        return filesFit() && sizeFits();
    }

    int filesPerWeek() {
        return Integer.parseInt(files.strip());
    }

    int fileSize() {
        return Integer.parseInt(size.strip());
    }

    /** Short enough for a number, so that no number is too large to be read. */
    private static boolean isBetween(String typed, int least, int most) {
        var text = typed.strip();
        return text.matches("[0-9]{1,4}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most;
    }
}
