package fr.allervers.arrears.legal;

import fr.allervers.arrears.diary.ArrearsDiary;
import fr.allervers.arrears.prevention.ArrearsCaseClosed;
import fr.allervers.arrears.prevention.CaseFactSource;
import fr.allervers.arrears.prevention.DueAct;
import fr.allervers.arrears.prevention.DueActs;
import fr.allervers.inbox.CaseFact;
import fr.allervers.shared.Dates;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The legal deadlines on the case's page and in the worktray; they fall with the case. */
@Component
class DeadlinesOnCase implements CaseFactSource, DueActs {

    private final DeadlineRows rows;
    private final LegalClock clockwork;
    private final ArrearsDiary words;
    private final Dates dates;

    DeadlinesOnCase(DeadlineRows rows, LegalClock clockwork, ArrearsDiary words, Dates dates) {
        this.rows = rows;
        this.clockwork = clockwork;
        this.words = words;
        this.dates = dates;
    }

    @Override
    @Transactional(readOnly = true)
    public List<CaseFact> facts(long caseId, StaffMember reader) {
        if (!reader.isAny(Role.RENT_OFFICER, Role.SOCIAL_ADVISOR, Role.SUPERVISOR, Role.DIRECTOR)) {
            return List.of();
        }
        var next = rows.ofCase(caseId).stream()
                .filter(deadline -> deadline.state().isPending())
                .findFirst()
                .map(deadline -> words.words("legal.deadline." + deadline.kind()) + " · " + dates.day(deadline.dueOn()))
                .orElseGet(() -> words.words("legal.none"));
        return List.of(new CaseFact(words.words("legal.title"), next, "/impayes/" + caseId + "/echeances"));
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, DueAct> next(Collection<Long> caseIds) {
        var acts = new HashMap<Long, DueAct>();
        // The latest first, so that the soonest stays.
        for (var deadline : rows.next(caseIds)) {
            var what = words.french("legal.deadline." + deadline.kind());
            acts.put(
                    deadline.caseId(),
                    new DueAct(
                            "legal-"
                                    + deadline.kind()
                                            .name()
                                            .toLowerCase(java.util.Locale.ROOT)
                                            .replace('_', '-'),
                            deadline.dueOn(),
                            words.french("legal.act.reason", what, words.day(deadline.dueOn()))));
        }
        return acts;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ArrearsCaseClosed closed) {
        rows.pending(closed.id()).forEach(deadline -> clockwork.end(deadline, Deadline.State.VOID, null));
    }
}
