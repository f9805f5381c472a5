package fr.allervers.allocation.session;

import fr.allervers.allocation.committee.RulesBook;
import fr.allervers.shared.web.UserError;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Mandates (pouvoirs): off unless the règlement intérieur pinned to the session allows them. */
@Component
@Transactional
public class Mandates {

    private final SessionRows rows;
    private final ConvenedRows convened;
    private final SessionRights rights;
    private final SessionDiary diary;
    private final RulesBook rules;

    Mandates(SessionRows rows, ConvenedRows convened, SessionRights rights, SessionDiary diary, RulesBook rules) {
        this.rows = rows;
        this.convened = convened;
        this.rights = rights;
        this.diary = diary;
        this.rules = rules;
    }

    /** The signed-in member gives another deliberative member the mandate to vote, or takes it back: for votes that open later. */
    public void give(long sessionId, @Nullable Long toMemberId) {
        var session = rows.lock(sessionId);
        var me = rights.requireConvened(session);
        var most = rules.require(session.rulesId()).mandates();
        if (most == 0 || !me.capacity().deliberative()) {
            throw new UserError(HttpStatus.CONFLICT, "allocation.session.error.no-mandates");
        }
        if (toMemberId == null) {
            convened.mandate(sessionId, me.memberId(), null);
            diary.note(sessionId, null, SessionDiary.Kind.MANDATE, me.name() + " → –");
            return;
        }
        var all = convened.of(sessionId);
        var holder = all.stream()
                .filter(member -> member.memberId() == toMemberId && member.memberId() != me.memberId())
                .filter(member -> member.capacity().deliberative() && member.mandateTo() == null)
                .findFirst()
                .orElseThrow(() -> new UserError("allocation.session.error.mandate-holder"));
        var held = all.stream()
                .filter(member -> member.memberId() != me.memberId())
                .filter(member -> Long.valueOf(holder.memberId()).equals(member.mandateTo()))
                .count();
        if (held >= most
                || all.stream().anyMatch(member -> Long.valueOf(me.memberId()).equals(member.mandateTo()))) {
            throw new UserError("allocation.session.error.mandate-holder");
        }
        convened.mandate(sessionId, me.memberId(), holder.memberId());
        diary.note(sessionId, null, SessionDiary.Kind.MANDATE, me.name() + " → " + holder.name());
    }
}
