package fr.allervers.allocation.count;

/**
 * A deliberative member entitled to vote on an item, as frozen when the vote opened.
 *
 * @param recused withdrawn from this item, whenever that happened
 * @param present took part in the debate or the vote in person; of no account in a written vote, where ballots say it
 */
public record Elector(long voterId, boolean recused, boolean present) {}
