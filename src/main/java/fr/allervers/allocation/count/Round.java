package fr.allervers.allocation.count;

import java.util.Map;

/**
 * One place given among the eligible candidates.
 *
 * @param votes per candidate still to place
 * @param tied whether several had as many: the casting ballot, else the older application, gave the place
 */
public record Round(int place, Map<Long, Integer> votes, long winner, boolean tied) {}
