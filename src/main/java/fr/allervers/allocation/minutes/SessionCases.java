package fr.allervers.allocation.minutes;

import fr.allervers.allocation.session.AllocationSessions;
import fr.allervers.allocation.session.SessionRights;
import fr.allervers.allocation.session.SessionRows;
import fr.allervers.inbox.CaseCard;
import fr.allervers.inbox.CaseFact;
import fr.allervers.inbox.CaseKind;
import fr.allervers.shared.Dates;
import fr.allervers.staff.StaffMember;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sessions as cases of the inbox: the president signs the minutes. */
@Component
@Transactional
class SessionCases implements CaseKind {

    private final SessionRows sessions;
    private final SessionRights rights;
    private final SessionMinutes minutes;
    private final MessageSource messages;
    private final Dates dates;

    SessionCases(
            SessionRows sessions, SessionRights rights, SessionMinutes minutes, MessageSource messages, Dates dates) {
        this.sessions = sessions;
        this.rights = rights;
        this.minutes = minutes;
        this.messages = messages;
        this.dates = dates;
    }

    @Override
    public String key() {
        return AllocationSessions.KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, CaseCard> cards(Collection<Long> ids) {
        var cards = new HashMap<Long, CaseCard>();
        sessions.byIds(ids)
                .forEach(session -> cards.put(
                        session.id(),
                        new CaseCard(
                                session.name(),
                                messages.getMessage("allocation.session.mode." + session.mode(), null, Locale.FRENCH)
                                        + ", " + dates.moment(session.startsAt()),
                                null,
                                session.agencyId(),
                                null,
                                null)));
        return cards;
    }

    @Override
    @Transactional(readOnly = true)
    public List<CaseFact> facts(long id, StaffMember reader) {
        var session = sessions.require(id);
        return List.of(
                new CaseFact(text("allocation.session.fact.session"), session.name(), "/commissions/" + id),
                new CaseFact(
                        text("allocation.session.fact.state"),
                        text("allocation.session.state." + session.state()),
                        null));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayRead(long id, StaffMember reader) {
        return rights.mayRead(sessions.require(id), reader);
    }

    @Override
    public Map<String, Object> complete(long id, String step, Map<String, Object> answers, StaffMember by) {
        if ("sign-minutes".equals(step)) {
            minutes.sign(id);
        }
        return Map.of();
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
