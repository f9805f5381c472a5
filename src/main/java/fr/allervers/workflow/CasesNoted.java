package fr.allervers.workflow;

import java.util.List;

/** Something was written on these cases' timelines; told inside the transaction that wrote it. */
public record CasesNoted(List<CaseRef> cases) {}
