package fr.allervers.shared.imports;

/** How far the import of a file is. */
public interface ImportProgress {

    ImportState state();

    /** Lines of the file, without its header. */
    int linesTotal();

    /** How many are read, taken or rejected. */
    int linesDone();

    default boolean isUnderWay() {
        return state() == ImportState.QUEUED || state() == ImportState.RUNNING;
    }

    /** From 0 to 100. */
    default int percent() {
        return linesTotal() == 0 ? 0 : (int) (100L * linesDone() / linesTotal());
    }
}
