package fr.allervers.allocation.candidacy;

/** A document came, by the candidate's link or at the desk; published in the transaction that keeps it. */
public record PaperReceived(long applicationId, PaperKind kind) {}
