package fr.allervers.arrears.prevention;

import fr.allervers.ledger.RentAccounts;
import fr.allervers.ledger.Standing;
import fr.allervers.shared.Retry;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.tenancy.Households;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reminders to many cases at once, chosen in the worktray and looked at before they are written. They have the keys of the ladder's own
 * steps: whoever presses twice, and whatever the ladder does besides, a case gets one message and one letter a month.
 */
@Component
public class BulkReminders {

    /** Written to at once. */
    public static final int MOST = 100;

    private final Worktray tray;
    private final UnpaidRents rents;
    private final CaseAccount account;
    private final RentAccounts accounts;
    private final LadderMessages messages;
    private final Households households;
    private final NextActs nextActs;
    private final LadderDays days;
    private final CurrentStaff currentStaff;
    private final TransactionTemplate transaction;

    BulkReminders(
            Worktray tray,
            UnpaidRents rents,
            CaseAccount account,
            RentAccounts accounts,
            LadderMessages messages,
            Households households,
            NextActs nextActs,
            LadderDays days,
            CurrentStaff currentStaff,
            TransactionTemplate transaction) {
        this.tray = tray;
        this.rents = rents;
        this.account = account;
        this.accounts = accounts;
        this.messages = messages;
        this.households = households;
        this.nextActs = nextActs;
        this.days = days;
        this.currentStaff = currentStaff;
        this.transaction = transaction;
    }

    /** How it is written. */
    public enum Kind {
        /** An SMS; an e-mail or a letter to who has no mobile. */
        MESSAGE(LadderStep.SMS),
        LETTER(LadderStep.LETTER);

        private final LadderStep step;

        Kind(LadderStep step) {
            this.step = step;
        }

        LadderStep step() {
            return step;
        }
    }

    /** Why a case is left aside. */
    public enum Obstacle {
        CLOSED,
        PAUSED,
        PLAN,
        LITIGATION,
        ANSWERED,
        /** The debt is cleared. */
        PAID,
        /** Nothing of it may be asked for. */
        HELD,
        /** The same was written this month. */
        WRITTEN
    }

    /**
     * A case of the choice.
     *
     * @param cents what would be asked for
     * @param obstacle why it would be left aside; none when it would be written to
     */
    public record Line(
            long caseId,
            String title,
            String place,
            long cents,
            @Nullable Obstacle obstacle) {}

    /**
     * What would be written to whom.
     *
     * @param sample the text as the first one would get it; none when nobody would
     * @param more whether the choice has more cases than {@link #MOST}
     */
    public record Preview(
            Kind kind, List<Line> lines, @Nullable String sample, boolean more) {

        public long writable() {
            return lines.stream().filter(line -> line.obstacle() == null).count();
        }
    }

    /** What came of it. */
    public record Sent(int written, int leftAside) {}

    /** The first cases of the worktray under this filter, in a fixed number of queries; nothing is written. */
    @Transactional(readOnly = true)
    public Preview preview(TrayFilter filter, Kind kind) {
        requireRight();
        var chosen = tray.first(filter, MOST);
        var found = rents.findAllById(chosen.items().stream().map(TrayLine::id).toList()).stream()
                .collect(Collectors.toMap(UnpaidRent::id, Function.identity()));
        var standings = accounts.standings(
                found.values().stream().map(UnpaidRent::leaseId).collect(Collectors.toSet()), days.today());
        var written = messages.written(found.keySet(), kind.step());
        var lines = chosen.items().stream()
                .filter(line -> found.containsKey(line.id()))
                .map(line -> line(line, found.get(line.id()), standings, written))
                .toList();
        return new Preview(kind, lines, sample(lines, found, kind), chosen.next() != null);
    }

    private Line line(TrayLine line, @Nullable UnpaidRent rent, Map<Long, Standing> standings, Set<Long> written) {
        var standing = rent == null ? null : standings.get(rent.leaseId());
        return new Line(
                line.id(),
                line.title(),
                line.place(),
                standing == null ? 0 : standing.collectableCents(),
                rent == null || standing == null ? Obstacle.PAID : obstacle(rent, standing, written));
    }

    private @Nullable String sample(List<Line> lines, Map<Long, UnpaidRent> found, Kind kind) {
        return lines.stream()
                .filter(line -> line.obstacle() == null)
                .findFirst()
                .map(line -> found.get(line.caseId()))
                .map(rent -> messages.sample(rent, households.require(rent.householdId()), kind.step()))
                .orElse(null);
    }

    private @Nullable Obstacle obstacle(UnpaidRent rent, Standing standing, Set<Long> written) {
        return switch (rent.phase(days.today())) {
            case CLOSED -> Obstacle.CLOSED;
            case PAUSED -> Obstacle.PAUSED;
            case PLAN -> Obstacle.PLAN;
            case LITIGATION -> Obstacle.LITIGATION;
            case ANSWERED -> Obstacle.ANSWERED;
            case LADDER -> {
                if (account.isCleared(standing)) {
                    yield Obstacle.PAID;
                }
                yield account.isHeld(standing) ? Obstacle.HELD : written.contains(rent.id()) ? Obstacle.WRITTEN : null;
            }
        };
    }

    /** Writes to these cases, each in a transaction that reads its account again: who has paid meanwhile gets nothing. */
    public Sent send(Collection<Long> ids, Kind kind) {
        requireRight();
        var written = 0;
        var chosen = ids.stream().distinct().sorted().limit(MOST).toList();
        for (var id : chosen) {
            if (Boolean.TRUE.equals(Retry.onConflict(() -> transaction.execute(status -> write(id, kind))))) {
                written++;
            }
        }
        return new Sent(written, chosen.size() - written);
    }

    private boolean write(long id, Kind kind) {
        var rent = rents.lockById(id).orElse(null);
        if (rent == null) {
            return false;
        }
        currentStaff.requireAgency(rent.agencyId());
        if (obstacle(rent, account.read(rent), messages.written(Set.of(id), kind.step())) != null) {
            return false;
        }
        if (kind == Kind.LETTER) {
            messages.letter(rent);
        } else {
            messages.remind(rent);
        }
        nextActs.refresh(rent);
        return true;
    }

    private StaffMember requireRight() {
        var person = currentStaff.require();
        if (!person.isAny(Role.RENT_OFFICER, Role.SOCIAL_ADVISOR, Role.SUPERVISOR)) {
            throw new AccessDeniedException("Not for the roles of " + person.username());
        }
        return person;
    }
}
