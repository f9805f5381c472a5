package fr.allervers.inbox.web;

import fr.allervers.inbox.CaseFact;
import fr.allervers.inbox.InboxItem;
import fr.allervers.staff.StaffMember;
import fr.allervers.workflow.Diagrams.Step;
import fr.allervers.workflow.FormSchema;
import fr.allervers.workflow.Submission.Fault;
import fr.allervers.workflow.Timeline;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A task beside the list.
 *
 * @param holder name of the colleague who holds it
 * @param page where it is done when not here
 * @param values what the form holds: typed, or as sent
 * @param colleagues to whom it can be given, when the reader leads
 */
record TaskPanel(
        InboxItem item,
        ListedTask listed,
        boolean mine,
        @Nullable String holder,
        boolean mayDo,
        boolean mayManage,
        List<CaseFact> facts,
        List<Timeline.Entry> recent,
        List<Step> steps,
        @Nullable String page,
        @Nullable FormSchema schema,
        Map<String, ?> values,
        Map<String, Fault> errors,
        List<StaffMember> colleagues) {}
