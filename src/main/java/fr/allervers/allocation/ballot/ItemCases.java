package fr.allervers.allocation.ballot;

import fr.allervers.allocation.session.ItemRows;
import fr.allervers.allocation.session.SessionCourse;
import fr.allervers.allocation.session.SessionItem;
import fr.allervers.allocation.session.SessionRights;
import fr.allervers.allocation.session.SessionRows;
import fr.allervers.allocation.session.SessionState;
import fr.allervers.inbox.CaseCard;
import fr.allervers.inbox.CaseFact;
import fr.allervers.inbox.CaseKind;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Items as cases of the inbox: the president signs, or decides what becomes of a vote without quorum. */
@Component
@Transactional
class ItemCases implements CaseKind {

    private final ItemRows items;
    private final SessionRows sessions;
    private final SessionRights rights;
    private final Signing signing;
    private final VoteClosing closing;
    private final MessageSource messages;
    private final Clock clock;

    ItemCases(
            ItemRows items,
            SessionRows sessions,
            SessionRights rights,
            Signing signing,
            VoteClosing closing,
            MessageSource messages,
            Clock clock) {
        this.items = items;
        this.sessions = sessions;
        this.rights = rights;
        this.signing = signing;
        this.closing = closing;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String key() {
        return SessionCourse.ITEM;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, CaseCard> cards(Collection<Long> ids) {
        var found = items.byIds(ids);
        var names = sessions.byIds(found.stream().map(SessionItem::sessionId).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(session -> session.id(), session -> session.name()));
        var cards = new HashMap<Long, CaseCard>();
        found.forEach(item -> cards.put(
                item.id(),
                new CaseCard(
                        item.title().length() > 200 ? item.title().substring(0, 200) : item.title(),
                        messages.getMessage(
                                "allocation.session.card",
                                new Object[] {names.getOrDefault(item.sessionId(), ""), item.position()},
                                Locale.FRENCH),
                        null,
                        item.agencyId(),
                        null,
                        null)));
        return cards;
    }

    @Override
    @Transactional(readOnly = true)
    public List<CaseFact> facts(long id, StaffMember reader) {
        var item = items.require(id);
        return List.of(
                new CaseFact(text("allocation.session.fact.item"), item.title(), "/commissions/points/" + id),
                new CaseFact(
                        text("allocation.session.fact.state"),
                        text("allocation.session.item-state." + item.state()),
                        null));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayRead(long id, StaffMember reader) {
        return rights.mayRead(sessions.require(items.require(id).sessionId()), reader);
    }

    @Override
    public Map<String, Object> complete(long id, String step, Map<String, Object> answers, StaffMember by) {
        return switch (step) {
            case "sign-decision" -> {
                signing.sign(id);
                yield Map.of();
            }
            case "decide-without-quorum" -> withoutQuorum(id, answers);
            // The supervisor's look at what is late.
            default -> Map.of();
        };
    }

    private Map<String, Object> withoutQuorum(long id, Map<String, Object> answers) {
        var item = items.require(id);
        var session = sessions.require(item.sessionId());
        rights.requirePresident(session);
        var why = Objects.toString(answers.get("reason"), "").strip();
        if ("EXTEND".equals(answers.get("choice"))) {
            if (session.state() != SessionState.OPEN) {
                throw new UserError("allocation.session.error.not-so");
            }
            closing.extend(id, until(answers), why);
            return Map.of("choice", "EXTEND");
        }
        closing.postpone(id, why);
        return Map.of("choice", "POSTPONE");
    }

    private Instant until(Map<String, Object> answers) {
        try {
            var day = LocalDate.parse(Objects.toString(answers.get("untilDay"), ""));
            var time = LocalTime.parse(Objects.toString(answers.get("untilTime"), "18:00"));
            return day.atTime(time).atZone(clock.getZone()).toInstant();
        } catch (java.time.format.DateTimeParseException e) {
            throw new UserError("allocation.session.error.past");
        }
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
