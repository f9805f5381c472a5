package fr.allervers.messaging.mailing;

import fr.allervers.inbox.CaseCard;
import fr.allervers.inbox.CaseFact;
import fr.allervers.inbox.CaseKind;
import fr.allervers.shared.Dates;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.StaffMember;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Mailings as cases of the inbox: a second person looks at what goes to many. */
@Component
@Transactional
class MassMessageCases implements CaseKind {

    private final MailingStore store;
    private final MailingDiary diary;
    private final MessageSource messages;
    private final Dates dates;
    private final Clock clock;

    MassMessageCases(MailingStore store, MailingDiary diary, MessageSource messages, Dates dates, Clock clock) {
        this.store = store;
        this.diary = diary;
        this.messages = messages;
        this.dates = dates;
        this.clock = clock;
    }

    @Override
    public String key() {
        return MailingDiary.KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, CaseCard> cards(Collection<Long> ids) {
        var cards = new HashMap<Long, CaseCard>();
        store.all(ids)
                .forEach(mailing -> cards.put(
                        mailing.id(),
                        new CaseCard(
                                mailing.name(),
                                text("mailing.card", mailing.audience().name(), mailing.expected()),
                                null,
                                mailing.agencyId(),
                                null,
                                null)));
        return cards;
    }

    @Override
    @Transactional(readOnly = true)
    public List<CaseFact> facts(long id, StaffMember reader) {
        var mailing = store.find(id).orElseThrow();
        var facts = new ArrayList<CaseFact>();
        facts.add(new CaseFact(text("mailing.fact.page"), mailing.name(), "/messages/" + id));
        facts.add(new CaseFact(text("mailing.fact.state"), text("mailing.state." + mailing.state()), null));
        if (mailing.sendAt() != null) {
            facts.add(new CaseFact(text("mailing.fact.send-at"), dates.moment(mailing.sendAt()), null));
        }
        return facts;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayRead(long id, StaffMember reader) {
        return store.find(id).map(mailing -> Mailings.mayRead(mailing, reader)).orElse(false);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Object> prefill(long id, String step) {
        var mailing = store.find(id).orElseThrow();
        return Map.of(
                "audience",
                mailing.audience().name(),
                "messages",
                mailing.expected(),
                "text",
                Objects.requireNonNull(store.texts(id).get("fr")).sms());
    }

    /** Never the author, whatever their roles. */
    @Override
    public Map<String, Object> complete(long id, String step, Map<String, Object> answers, StaffMember by) {
        var mailing = store.lock(id);
        if (by.username().equals(mailing.createdBy())) {
            throw new UserError(HttpStatus.FORBIDDEN, "mailing.error.second-person");
        }
        if (mailing.state() != MailingState.PROPOSED) {
            throw new UserError(HttpStatus.CONFLICT, "mailing.error.no-draft");
        }
        var approved = "APPROVE".equals(answers.get("approval"));
        var reason = answers.get("reason") instanceof String words && !words.isBlank() ? words.strip() : null;
        if (approved) {
            store.set(id, "approved_by = ?, approved_at = ?", by.username(), clock.instant());
            store.move(id, MailingState.PROPOSED, MailingState.SCHEDULED);
        } else {
            returned(id, reason);
        }
        diary.note(id, Timeline.Kind.DECISION, approved ? "approved" : "returned", reason);
        return Map.of("approved", approved);
    }

    private void returned(long id, @Nullable String reason) {
        if (reason == null) {
            throw new UserError("mailing.error.reason");
        }
        store.set(id, "returned_because = ?", reason);
    }

    private String text(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
