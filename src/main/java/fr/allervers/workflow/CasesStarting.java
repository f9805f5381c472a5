package fr.allervers.workflow;

import java.util.List;

/**
 * Many cases are about to start in this transaction. Who answers the engine's questions about them may load them now, all
 * at once.
 */
public record CasesStarting(String kind, List<Long> ids) {}
