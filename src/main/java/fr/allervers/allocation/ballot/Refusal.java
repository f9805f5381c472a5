package fr.allervers.allocation.ballot;

/** Why a ballot is not taken. */
public enum Refusal {
    /** Not a member convened to this session. */
    NOT_CONVENED,
    /** Convened, but the seat does not count for this dwelling, or somebody else takes it. */
    NOT_ENTITLED,
    /** A consultative member speaks and does not vote. */
    CONSULTATIVE,
    /** Withdrawn from this item. */
    RECUSED,
    NOT_OPEN,
    CLOSED,
    SUSPENDED,
    /** A live session counts only who takes part. */
    NOT_PRESENT,
    /** Gave a mandate to somebody else, or holds none of this voter. */
    MANDATE,
    /** A candidate of another dwelling. */
    FOREIGN_CANDIDATE,
    /** A rank given twice, a condition that is not a missing document, a refusal without a reason. */
    MALFORMED
}
