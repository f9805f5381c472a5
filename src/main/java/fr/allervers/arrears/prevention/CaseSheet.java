package fr.allervers.arrears.prevention;

import fr.allervers.inbox.CaseFact;
import fr.allervers.inbox.InboxItem;
import fr.allervers.ledger.Hold;
import fr.allervers.ledger.Standing;
import fr.allervers.tenancy.Household;
import fr.allervers.workflow.Timeline;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as its page shows it, with the account as it stands now.
 *
 * @param asOf when the account was read
 * @param act key of the recommended act's name, {@code arrears.act.<act>}
 * @param followed what other parts of arrears keep for the case, with the pages on which they do
 * @param earlier other cases of the same lease, latest first
 * @param mayAct whether the reader may pause, resume, note a promise or a dispute, hand over to litigation
 * @param mayClose whether the reader may end the case though something is owed
 */
public record CaseSheet(
        ArrearsCase of,
        Household household,
        String title,
        Standing standing,
        List<Hold> holds,
        Instant asOf,
        String act,
        LocalDate actOn,
        String actReason,
        Urgency urgency,
        @Nullable Instant appointmentAt,
        List<InboxItem> tasks,
        List<CaseFact> followed,
        List<Timeline.Entry> entries,
        List<ArrearsCase> earlier,
        boolean mayAct,
        boolean mayClose) {}
