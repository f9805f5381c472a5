package fr.allervers.allocation.ballot;

import fr.allervers.allocation.OfferedDwelling;
import fr.allervers.allocation.session.Convened;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who takes which seat for a dwelling: one elector per seat that counts for it. */
final class Seats {

    private Seats() {}

    /**
     * The electors, and the consultative who may speak.
     *
     * @param here who takes part in a live session now
     * @param declared recusals; a recused member keeps the seat, so that no substitute takes it over
     */
    static List<ElectorRow> electors(
            List<Convened> convened,
            OfferedDwelling dwelling,
            boolean live,
            Set<Long> here,
            List<ElectorRows.Declared> declared) {
        var seats = convened.stream()
                .filter(member -> member.substituteOf() == null && member.countsFor(dwelling))
                .toList();
        var sitting = new ArrayList<Convened>();
        var staff = new java.util.HashSet<Long>();
        for (var seat : seats) {
            var taker = taker(seat, convened, live, here);
            // Nobody has two voices, whatever seats they have been given.
            if (staff.add(taker.staffId())) {
                sitting.add(taker);
            }
        }
        var voters = sitting.stream()
                .filter(member -> member.capacity().deliberative())
                .map(Convened::memberId)
                .collect(Collectors.toSet());
        return sitting.stream()
                .map(member -> row(member, mandate(member, voters, live, here), declared))
                .toList();
    }

    /** The substitute appointed for the session; in a live one also a substitute who is here while the member is not. */
    private static Convened taker(Convened seat, List<Convened> convened, boolean live, Set<Long> here) {
        var substitutes = convened.stream()
                .filter(member -> Long.valueOf(seat.memberId()).equals(member.substituteOf()))
                .toList();
        return substitutes.stream()
                .filter(member -> Objects.equals(seat.replacedBy(), member.memberId()))
                .findFirst()
                .or(() -> live && !here.contains(seat.memberId())
                        ? substitutes.stream()
                                .filter(member -> here.contains(member.memberId()))
                                .findFirst()
                        : java.util.Optional.empty())
                .orElse(seat);
    }

    /** A mandate is used by an elector of the same item only; in a live session only while its giver is away. */
    private static @Nullable Long mandate(Convened member, Set<Long> voters, boolean live, Set<Long> here) {
        var to = member.mandateTo();
        return to == null
                        || !member.capacity().deliberative()
                        || !voters.contains(to)
                        || (live && here.contains(member.memberId()))
                ? null
                : to;
    }

    private static ElectorRow row(Convened member, @Nullable Long mandateTo, List<ElectorRows.Declared> declared) {
        var recusal = declared.stream()
                .filter(one -> one.memberId() == member.memberId())
                .findFirst();
        return new ElectorRow(
                member.memberId(),
                member.staffId(),
                member.name(),
                member.capacity(),
                member.capacity().deliberative(),
                mandateTo,
                false,
                recusal.map(ElectorRows.Declared::at).orElse(null),
                recusal.map(ElectorRows.Declared::reason).orElse(null));
    }
}
