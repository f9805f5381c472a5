package fr.allervers.inbox;

import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.workflow.CaseRef;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may read a case, and what the inbox knows of it. */
@Component
@Transactional(readOnly = true)
public class CasePages {

    private final CaseKinds kinds;
    private final InboxRows rows;
    private final CurrentStaff currentStaff;

    CasePages(CaseKinds kinds, InboxRows rows, CurrentStaff currentStaff) {
        this.kinds = kinds;
        this.rows = rows;
        this.currentStaff = currentStaff;
    }

    /**
     * The case's card.
     *
     * @throws AccessDeniedException when the case is not for the signed-in person to read
     */
    public CaseCard require(CaseRef of) {
        var reader = currentStaff.require();
        var kind = kinds.find(of.kind()).orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "error.404.what"));
        var card = kind.cards(List.of(of.id())).get(of.id());
        if (card == null) {
            throw new UserError(HttpStatus.NOT_FOUND, "error.404.what");
        }
        var holds = rows.ofCase(of).stream().anyMatch(item -> reader.username().equals(item.assignee()));
        if (!holds && !kind.mayRead(of.id(), reader)) {
            throw new AccessDeniedException("Case " + of + " is not for " + reader.username());
        }
        return card;
    }

    /** Whether the signed-in person works on it: has one of its open tasks to do, or follows or leads such cases. */
    public boolean mayWork(CaseRef of) {
        var reader = currentStaff.require();
        var agencyId = require(of).agencyId();
        return (reader.isAny(Role.SOCIAL_ADVISOR, Role.SUPERVISOR, Role.DIRECTOR)
                        && InboxRights.worksFor(reader, agencyId))
                || rows.ofCase(of).stream().anyMatch(item -> InboxRights.mayDo(reader, item));
    }

    /** Its open tasks, soonest due first. */
    public List<InboxItem> openTasks(CaseRef of) {
        return rows.ofCase(of);
    }
}
