package fr.allervers.arrears.prevention;

/** A case was handed to the legal team; published within that transaction. */
public record ArrearsCaseToLitigation(long id) {}
