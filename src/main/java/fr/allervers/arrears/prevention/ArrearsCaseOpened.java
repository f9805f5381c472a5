package fr.allervers.arrears.prevention;

/** A case was opened; published within that transaction. */
public record ArrearsCaseOpened(long id, long leaseId) {}
