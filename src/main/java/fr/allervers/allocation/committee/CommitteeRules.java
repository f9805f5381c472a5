package fr.allervers.allocation.committee;

import fr.allervers.allocation.count.QuorumRule;
import java.time.LocalDate;

/**
 * A version of the règlement intérieur; it never changes.
 *
 * @param quorumMembers electors who must take part in an item
 * @param noticeDays working days between the notice and the session
 * @param debateHours the least that the debate of a written session lasts
 * @param voteHours the least that the vote of a written session lasts
 * @param liveVoteMinutes how long a vote in a live session stays open
 * @param mandates how many mandates one elector may hold; 0: there are none
 * @param mayorAbsent who decides ties when the mayor cast no ballot
 * @param conditionDays days that a missing document may take, from the day of the decision on
 * @param reminderHours how long before the end of a written vote those who did not vote are reminded
 */
public record CommitteeRules(
        long id,
        int versionNo,
        LocalDate validFrom,
        LocalDate adoptedOn,
        int quorumMembers,
        boolean visioAllowed,
        boolean writtenAllowed,
        int noticeDays,
        int debateHours,
        int voteHours,
        int liveVoteMinutes,
        int mandates,
        MayorAbsent mayorAbsent,
        int conditionDays,
        int reminderHours,
        String source,
        boolean toConfirm) {

    /** Who decides ties in the mayor's absence. */
    public enum MayorAbsent {
        PRESIDENT,
        NOBODY
    }

    public QuorumRule quorum(boolean written) {
        return new QuorumRule(quorumMembers, written);
    }
}
