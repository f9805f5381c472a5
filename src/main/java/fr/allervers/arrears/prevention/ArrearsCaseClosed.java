package fr.allervers.arrears.prevention;

/** A case ended; published within that transaction, so that what waits for the case is withdrawn with it. */
public record ArrearsCaseClosed(long id, CloseReason reason) {}
