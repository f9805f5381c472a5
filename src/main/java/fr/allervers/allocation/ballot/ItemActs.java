package fr.allervers.allocation.ballot;

import fr.allervers.allocation.session.Convened;
import fr.allervers.allocation.session.ItemRows;
import fr.allervers.allocation.session.ItemState;
import fr.allervers.allocation.session.SessionCourse;
import fr.allervers.allocation.session.SessionDiary;
import fr.allervers.allocation.session.SessionRights;
import fr.allervers.allocation.session.SessionRows;
import fr.allervers.shared.web.UserError;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Cases;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a member does on an item besides voting: withdraw for a conflict of interest, ask for a physical session. */
@Component
@Transactional
public class ItemActs {

    private final ItemRows items;
    private final SessionRows sessions;
    private final ElectorRows electors;
    private final ChainRows chain;
    private final SessionRights rights;
    private final SessionDiary diary;
    private final ItemSettlement settlement;
    private final Cases cases;
    private final Clock clock;

    ItemActs(
            ItemRows items,
            SessionRows sessions,
            ElectorRows electors,
            ChainRows chain,
            SessionRights rights,
            SessionDiary diary,
            ItemSettlement settlement,
            Cases cases,
            Clock clock) {
        this.items = items;
        this.sessions = sessions;
        this.electors = electors;
        this.chain = chain;
        this.rights = rights;
        this.diary = diary;
        this.settlement = settlement;
        this.cases = cases;
        this.clock = clock;
    }

    /** The signed-in member withdraws; a ballot cast already, also by mandate, no longer counts. Until the vote closes. */
    public void recuse(long itemId, String reason) {
        var item = items.lock(itemId);
        var me = rights.requireConvened(sessions.require(item.sessionId()));
        requireWords(reason);
        if (item.state().isClosed()) {
            throw notSo();
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        electors.declare(itemId, me.memberId(), now, reason.strip());
        if (item.state() == ItemState.VOTING && electors.recuse(itemId, voter(itemId, me), now, reason.strip())) {
            chain.add(itemId, VoteChain.Kind.RECUSED, now, Map.of("voter", voter(itemId, me)), null);
        }
        diary.note(item.sessionId(), itemId, SessionDiary.Kind.RECUSED, me.name() + " : " + reason.strip());
    }

    private long voter(long itemId, Convened me) {
        return electors.of(itemId).stream()
                .filter(elector -> elector.staffId() == me.staffId())
                .map(ElectorRow::voterId)
                .findFirst()
                .orElse(me.memberId());
    }

    /** Any member may send an item to a physical session, until it is counted; ballots cast give no decision then. */
    public void refer(long itemId, String reason) {
        var item = items.lock(itemId);
        var session = sessions.require(item.sessionId());
        var me = rights.requireConvened(session);
        requireWords(reason);
        if (!session.state().isUnderWay()
                || !items.update(
                        itemId,
                        Set.of(ItemState.PLANNED, ItemState.DEBATE, ItemState.VOTING, ItemState.NO_QUORUM),
                        "state = 'REFERRED'")) {
            throw notSo();
        }
        if (item.dossier() != null) {
            chain.add(
                    itemId,
                    VoteChain.Kind.REFERRED,
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    Map.of("member", me.memberId()),
                    null);
        }
        diary.note(item.sessionId(), itemId, SessionDiary.Kind.REFERRED, me.name() + " : " + reason.strip());
        cases.correlate("item-withdrawn", new CaseRef(SessionCourse.ITEM, itemId));
        settlement.settled(item.sessionId());
    }

    private static void requireWords(String reason) {
        if (reason.isBlank() || reason.length() > 300) {
            throw new UserError("allocation.session.error.why");
        }
    }

    private static UserError notSo() {
        return new UserError(HttpStatus.CONFLICT, "allocation.session.error.not-so");
    }
}
