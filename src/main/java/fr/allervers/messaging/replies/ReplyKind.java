package fr.allervers.messaging.replies;

import fr.allervers.inbox.CaseCard;
import fr.allervers.inbox.CaseFact;
import fr.allervers.inbox.CaseKind;
import fr.allervers.messaging.Channel;
import fr.allervers.messaging.Outbox;
import fr.allervers.messaging.Outgoing;
import fr.allervers.staff.StaffMember;
import fr.allervers.tenancy.Household;
import fr.allervers.tenancy.Households;
import fr.allervers.tenancy.Occupant;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Timeline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Replies in the inbox. */
@Component
@Transactional
class ReplyKind implements CaseKind {

    private static final int SHORT = 80;

    private final Replies replies;
    private final Households households;
    private final Outbox outbox;
    private final Timeline timeline;
    private final MessageSource messages;

    ReplyKind(Replies replies, Households households, Outbox outbox, Timeline timeline, MessageSource messages) {
        this.replies = replies;
        this.households = households;
        this.outbox = outbox;
        this.timeline = timeline;
        this.messages = messages;
    }

    @Override
    public String key() {
        return Replies.KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, CaseCard> cards(Collection<Long> ids) {
        var rows = replies.byIds(ids);
        var homes = households.byIds(rows.values().stream()
                .map(Reply::householdId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        var cards = new HashMap<Long, CaseCard>();
        rows.forEach((id, reply) -> cards.put(id, card(reply, home(reply, homes))));
        return cards;
    }

    private static @Nullable Household home(Reply reply, Map<Long, Household> homes) {
        return reply.householdId() == null ? null : homes.get(reply.householdId());
    }

    private static CaseCard card(Reply reply, @Nullable Household home) {
        var words = reply.body().length() <= SHORT ? reply.body() : reply.body().substring(0, SHORT) + "…";
        return new CaseCard(
                home == null ? reply.fromNumber() : title(home),
                "« " + words + " »",
                reply.householdId(),
                reply.agencyId(),
                null,
                null);
    }

    private static String title(Household home) {
        return home.occupants().stream().map(Occupant::fullName).findFirst().orElse(home.name());
    }

    @Override
    @Transactional(readOnly = true)
    public List<CaseFact> facts(long id, StaffMember reader) {
        var reply = replies.require(id);
        var facts = new ArrayList<CaseFact>();
        facts.add(new CaseFact(words("reply.fact.text"), reply.body(), null));
        facts.add(new CaseFact(words("reply.fact.from"), reply.fromNumber(), "tel:" + reply.fromNumber()));
        replies.question(reply).ifPresent(text -> facts.add(new CaseFact(words("reply.fact.question"), text, null)));
        if (reply.stop()) {
            facts.add(new CaseFact(words("reply.fact.stop"), words("reply.fact.stop.what"), null));
        }
        return facts;
    }

    @Override
    public Map<String, Object> complete(long id, String step, Map<String, Object> answers, StaffMember by) {
        var reply = replies.require(id);
        var outcome = String.valueOf(answers.get("outcome"));
        var note = answers.get("note") == null ? null : answers.get("note").toString();
        if (outcome.equals("WRITE")) {
            write(reply, String.valueOf(answers.get("answer")));
        }
        replies.decide(id, outcome);
        timeline.record(
                new CaseRef(Replies.KIND, id),
                reply.householdId(),
                Timeline.Kind.MESSAGE,
                messages.getMessage("reply.log." + outcome, null, java.util.Locale.FRENCH),
                note,
                note != null);
        return Map.of();
    }

    /** An answer is needed: it leaves though the person refuses news. */
    private void write(Reply reply, String text) {
        outbox.put(new Outgoing(
                "reply " + reply.id(),
                new CaseRef(Replies.KIND, reply.id()),
                reply.householdId(),
                reply.agencyId(),
                Channel.SMS,
                reply.fromNumber(),
                null,
                text,
                null,
                false,
                null));
    }

    private String words(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
