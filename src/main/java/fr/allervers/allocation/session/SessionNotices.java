package fr.allervers.allocation.session;

import fr.allervers.allocation.committee.Capacity;
import fr.allervers.messaging.Outbox;
import fr.allervers.messaging.StaffMessages;
import fr.allervers.shared.Dates;
import fr.allervers.workflow.CaseRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What members are written by e-mail, each with the link to the session; texts stand with all others that leave the house. */
@Component
public class SessionNotices {

    private final ConvenedRows convened;
    private final ItemRows items;
    private final AgendaPaper agenda;
    private final StaffMessages messages;
    private final Outbox outbox;
    private final Dates dates;
    private final String address;

    SessionNotices(
            ConvenedRows convened,
            ItemRows items,
            AgendaPaper agenda,
            StaffMessages messages,
            Outbox outbox,
            Dates dates,
            @Value("${allervers.public-address:http://localhost:8080}") String address) {
        this.convened = convened;
        this.items = items;
        this.agenda = agenda;
        this.messages = messages;
        this.outbox = outbox;
        this.dates = dates;
        this.address = address.replaceFirst("/+$", "");
    }

    /** The notice to all who are convened, the prefect too: it carries the agenda and says where the dossiers open. */
    void convene(AllocationSession session) {
        var file = agenda.store(session, page(session), this::page);
        write(session, "committee-notice", "notice", everybody())
                .forEach(recipient -> outbox.attach(recipient.dedupeKey(), file));
    }

    void remindOfSession(AllocationSession session) {
        write(session, "committee-reminder", "reminder", everybody());
    }

    void cancelled(AllocationSession session) {
        write(session, "committee-cancelled", "cancelled", everybody());
    }

    /** Asks for a ballot before the vote on an item ends. */
    public void remindOfVote(AllocationSession session, SessionItem item, Set<Long> memberIds) {
        var values = values(session);
        values.put("point", item.title());
        values.put("fin", dates.moment(item.voteUntil()));
        values.put("lien", page(item.id()));
        put(
                session,
                "committee-vote-reminder",
                "vote:" + item.id() + ":" + item.extended(),
                values,
                member -> memberIds.contains(member.memberId()));
    }

    /** The signed minutes: to the prefect, as the code asks, and to the members. */
    public void minutesSigned(AllocationSession session, int version) {
        var values = values(session);
        values.put("lien", address + "/commissions/" + session.id() + "/proces-verbal");
        put(
                session,
                "committee-minutes",
                "minutes:" + version,
                values,
                member -> member.capacity().deliberative() || member.capacity() == Capacity.PREFECT);
    }

    private static Predicate<Convened> everybody() {
        return member -> true;
    }

    private String page(AllocationSession session) {
        return address + "/commissions/" + session.id();
    }

    private String page(long itemId) {
        return address + "/commissions/points/" + itemId;
    }

    private List<StaffMessages.Recipient> write(
            AllocationSession session, String template, String what, Predicate<Convened> whom) {
        return put(session, template, what, values(session), whom);
    }

    private List<StaffMessages.Recipient> put(
            AllocationSession session,
            String template,
            String what,
            Map<String, String> values,
            Predicate<Convened> whom) {
        List<StaffMessages.Recipient> recipients = convened.of(session.id()).stream()
                .filter(whom)
                .filter(member -> member.email() != null && !member.email().isBlank())
                .map(member -> new StaffMessages.Recipient(
                        "committee:" + session.id() + ":" + what + ":" + member.memberId(),
                        member.name(),
                        Objects.requireNonNull(member.email())))
                .toList();
        messages.write(
                new CaseRef(AllocationSessions.KIND, session.id()), session.agencyId(), recipients, template, values);
        return recipients;
    }

    private HashMap<String, String> values(AllocationSession session) {
        var values = new HashMap<String, String>();
        values.put("seance", session.name());
        values.put("debut", dates.moment(session.startsAt()));
        values.put("fin", session.voteUntil() == null ? "" : dates.moment(session.voteUntil()));
        values.put("visio", session.videoUrl() == null ? "" : session.videoUrl());
        values.put("lien", page(session));
        var agenda = new StringBuilder();
        items.of(session.id()).stream().limit(60).forEach(item -> agenda.append(item.position())
                .append(". ")
                .append(item.title())
                .append('\n'));
        values.put("ordre", agenda.toString().strip());
        return values;
    }
}
