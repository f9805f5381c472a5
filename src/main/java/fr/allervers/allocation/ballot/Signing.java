package fr.allervers.allocation.ballot;

import fr.allervers.allocation.CandidateDecision;
import fr.allervers.allocation.ItemDecided;
import fr.allervers.allocation.committee.RulesBook;
import fr.allervers.allocation.session.ItemRows;
import fr.allervers.allocation.session.ItemState;
import fr.allervers.allocation.session.SessionDiary;
import fr.allervers.allocation.session.SessionRights;
import fr.allervers.allocation.session.SessionRows;
import fr.allervers.shared.web.UserError;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The president signs what the ballots give, and cannot change it: nothing of the decision comes from the form. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Signing {

    private final ItemRows items;
    private final SessionRows sessions;
    private final SessionRights rights;
    private final VoteResults results;
    private final RulesBook rules;
    private final SessionDiary diary;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Signing(
            ItemRows items,
            SessionRows sessions,
            SessionRights rights,
            VoteResults results,
            RulesBook rules,
            SessionDiary diary,
            ApplicationEventPublisher events,
            Clock clock) {
        this.items = items;
        this.sessions = sessions;
        this.rights = rights;
        this.results = results;
        this.rules = rules;
        this.diary = diary;
        this.events = events;
        this.clock = clock;
    }

    void sign(long itemId) {
        var item = items.lock(itemId);
        var session = sessions.require(item.sessionId());
        var president = rights.requirePresident(session);
        var pinned = rules.require(session.rulesId());
        if (item.state() != ItemState.COUNTED) {
            throw new UserError(HttpStatus.CONFLICT, "allocation.session.error.not-so");
        }
        var now = clock.instant();
        List<CandidateDecision> decisions = Decisions.of(
                results.of(item, session, pinned), LocalDate.ofInstant(now, clock.getZone()), pinned.conditionDays());
        items.update(
                itemId,
                Set.of(ItemState.COUNTED),
                "state = 'DECIDED', signed_at = ?, signed_by = ?",
                now,
                president.displayName());
        diary.note(item.sessionId(), itemId, SessionDiary.Kind.SIGNED, "");
        events.publishEvent(new ItemDecided(itemId, item.offeredDwellingId(), decisions));
    }
}
