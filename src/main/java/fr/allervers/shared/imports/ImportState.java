package fr.allervers.shared.imports;

/** Where the import of a file stands. */
public enum ImportState {
    /** Waits for somebody to say what its columns are; only for files without a layout of ours. */
    MAPPING,
    /** Looked through; waits for somebody to start it. */
    READY,
    /** Waits for its turn. */
    QUEUED,
    RUNNING,
    DONE,
    /** Stopped by a failure that repeats itself; what was written stays, and it can be started again. */
    FAILED,
    CANCELLED
}
