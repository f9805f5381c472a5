package fr.allervers.allocation.count;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rule of docs/allocation-count.md written a second time, over tables of numbers: row = ballot, column = candidate by
 * age; 0 nothing, -1 non-allocation, -2 inadmissible, else the rank. Gives words to compare.
 */
final class SecondCount {

    private final List<Contender> who = new ArrayList<>();
    private final List<int[]> table = new ArrayList<>();
    private final List<boolean[]> conditions = new ArrayList<>();
    private int casting = -1;

    private SecondCount() {}

    static String words(Outcome outcome) {
        var words = new StringBuilder(outcome.quorum().electorate() + " electors, "
                + outcome.quorum().participants() + " of " + outcome.quorum().required());
        outcome.verdicts().forEach(verdict -> words.append("; ")
                .append(verdict.candidateId())
                .append(' ')
                .append(verdict.kind())
                .append(verdict.rank() == null ? "" : " " + verdict.rank()));
        return words.toString();
    }

    static String of(Vote vote, List<Ballot> cast) {
        return new SecondCount().count(vote, cast);
    }

    private String count(Vote vote, List<Ballot> cast) {
        Set<Long> may = new HashSet<>();
        Set<Long> out = new HashSet<>();
        Set<Long> here = new HashSet<>();
        for (var elector : vote.electors()) {
            (elector.recused() ? out : may).add(elector.voterId());
            if (!vote.quorum().written() && elector.present() && !elector.recused()) {
                here.add(elector.voterId());
            }
        }
        who.addAll(vote.contenders());
        who.sort((one, other) -> one.appliedOn().equals(other.appliedOn())
                ? one.uniqueNumber().compareTo(other.uniqueNumber())
                : one.appliedOn().compareTo(other.appliedOn()));
        var mayorsRow = -1;
        var insteadRow = -1;
        for (var ballot : cast) {
            if (!may.contains(ballot.voterId()) || out.contains(ballot.castBy())) {
                continue;
            }
            if (ballot.castBy() == ballot.voterId()) {
                here.add(ballot.voterId());
            }
            if (vote.mayor() != null && vote.mayor() == ballot.voterId()) {
                mayorsRow = table.size();
            }
            if (vote.instead() != null && vote.instead() == ballot.voterId()) {
                insteadRow = table.size();
            }
            read(ballot);
        }
        casting = mayorsRow >= 0 ? mayorsRow : insteadRow;
        var needed = vote.quorum().members();
        if (vote.quorum().written() && needed * 2 < may.size()) {
            needed = may.size() / 2 + may.size() % 2;
        }
        var words = may.size() + " electors, " + here.size() + " of " + needed;
        return here.isEmpty() || here.size() < needed ? words : words + decisions();
    }

    private void read(Ballot ballot) {
        var row = new int[who.size()];
        var under = new boolean[who.size()];
        for (var mark : ballot.marks()) {
            for (var column = 0; column < row.length; column++) {
                if (who.get(column).id() == mark.candidateId()) {
                    row[column] = switch (mark.opinion()) {
                        case RANKED -> mark.rank() == null ? 0 : mark.rank();
                        case NON_ALLOCATION -> -1;
                        case INADMISSIBLE -> -2;
                    };
                    under[column] = mark.condition() != null;
                }
            }
        }
        table.add(row);
        conditions.add(under);
    }

    private String decisions() {
        var refused = new StringBuilder();
        var open = new ArrayList<Integer>();
        for (var column = 0; column < who.size(); column++) {
            var yes = 0;
            var no = 0;
            var never = 0;
            for (var row : table) {
                yes += row[column] > 0 ? 1 : 0;
                no += row[column] == -1 ? 1 : 0;
                never += row[column] == -2 ? 1 : 0;
            }
            var mayors = casting < 0 ? 0 : table.get(casting)[column];
            var balance = Integer.signum(yes - no - never);
            if (balance > 0 || (balance == 0 && mayors > 0)) {
                open.add(column);
                continue;
            }
            var inadmissible = balance == 0 ? mayors == -2 : never > no || (never == no && mayors == -2);
            refused.append("; ")
                    .append(who.get(column).id())
                    .append(inadmissible ? " INADMISSIBLE" : " NON_ALLOCATION");
        }
        return places(open) + refused;
    }

    private String places(List<Integer> open) {
        var words = new StringBuilder();
        var single = open.size() == 1;
        var left = new ArrayList<>(open);
        for (var place = 1; !left.isEmpty(); place++) {
            var best = left.get(0);
            for (var column : left) {
                if (beats(column, best, left)) {
                    best = column;
                }
            }
            words.append("; ")
                    .append(who.get(best).id())
                    .append(
                            conditional(best)
                                    ? " CONDITIONAL_ALLOCATION "
                                    : single ? " ALLOCATION " : " RANKED_ALLOCATION ")
                    .append(place);
            left.remove(best);
        }
        return words.toString();
    }

    /** Columns stand by age, so that a later one needs more than to be equal. */
    private boolean beats(int column, int best, List<Integer> left) {
        var more = first(column, left) - first(best, left);
        if (more != 0 || casting < 0) {
            return more > 0;
        }
        var mine = table.get(casting)[column];
        var other = table.get(casting)[best];
        return mine > 0 && (other <= 0 || mine < other);
    }

    private int first(int column, List<Integer> left) {
        var votes = 0;
        for (var row : table) {
            var top = row[column] > 0;
            for (var other : left) {
                top &= other == column || row[other] <= 0 || row[other] > row[column];
            }
            votes += top ? 1 : 0;
        }
        return votes;
    }

    private boolean conditional(int column) {
        var more = 0;
        for (var at = 0; at < table.size(); at++) {
            more += table.get(at)[column] <= 0 ? 0 : conditions.get(at)[column] ? 1 : -1;
        }
        return more > 0
                || (more == 0
                        && casting >= 0
                        && table.get(casting)[column] > 0
                        && conditions.get(casting)[column]);
    }
}
