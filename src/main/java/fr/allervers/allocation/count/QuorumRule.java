package fr.allervers.allocation.count;

/**
 * The quorum of a règlement intérieur (article R441-9 leaves it to the board).
 *
 * @param members how many electors must take part
 * @param written in a written vote never less than half of the electorate must have cast a ballot (ordonnance 2014-1329, decree 2014-1627)
 */
public record QuorumRule(int members, boolean written) {

    /** How many must take part, in an electorate of this size. */
    public int required(int electorate) {
        return written ? Math.max(members, (electorate + 1) / 2) : members;
    }
}
