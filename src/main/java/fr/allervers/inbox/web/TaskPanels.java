package fr.allervers.inbox.web;

import fr.allervers.inbox.CaseKinds;
import fr.allervers.inbox.Inbox;
import fr.allervers.inbox.InboxItem;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffDirectory;
import fr.allervers.staff.StaffMember;
import fr.allervers.workflow.Diagrams;
import fr.allervers.workflow.FormSchemas;
import fr.allervers.workflow.Submission;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Gathers what is shown beside the list. */
@Component
class TaskPanels {

    private static final int RECENT = 5;

    private final Inbox inbox;
    private final CaseKinds kinds;
    private final FormSchemas forms;
    private final Timeline timeline;
    private final Diagrams diagrams;
    private final StaffDirectory staff;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    TaskPanels(
            Inbox inbox,
            CaseKinds kinds,
            FormSchemas forms,
            Timeline timeline,
            Diagrams diagrams,
            StaffDirectory staff,
            CurrentStaff currentStaff,
            Clock clock) {
        this.inbox = inbox;
        this.kinds = kinds;
        this.forms = forms;
        this.timeline = timeline;
        this.diagrams = diagrams;
        this.staff = staff;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    TaskPanel of(InboxItem item) {
        var schema = item.formId() == null ? null : forms.find(item.formId()).orElse(null);
        var prefill = kinds.find(item.caseKind())
                .map(kind -> kind.prefill(item.caseId(), item.step()))
                .orElse(Map.of());
        return panel(item, schema == null ? Map.of() : forms.opening(schema, prefill), Map.of());
    }

    /** The panel again, with what was typed and what is wrong with it. */
    TaskPanel refused(InboxItem item, Map<String, List<String>> raw, Submission sent) {
        return panel(item, raw, sent.errors());
    }

    private TaskPanel panel(InboxItem item, Map<String, ?> values, Map<String, Submission.Fault> errors) {
        var reader = currentStaff.require();
        var kind = kinds.find(item.caseKind());
        var mine = reader.username().equals(item.assignee());
        var mayManage = inbox.mayManage(item);
        return new TaskPanel(
                item,
                ListedTask.of(item, clock),
                mine,
                item.assignee() == null || mine ? null : nameOf(item.assignee()),
                inbox.mayDo(item),
                mayManage,
                kind.map(of -> of.facts(item.caseId(), reader)).orElse(List.of()),
                timeline.ofCase(item.ofCase(), readsSocial(reader)).stream()
                        .limit(RECENT)
                        .toList(),
                diagrams.activeSteps(item.ofCase()),
                kind.map(of -> of.pageOf(item.caseId(), item.step())).orElse(null),
                item.formId() == null ? null : forms.find(item.formId()).orElse(null),
                values,
                errors,
                mayManage ? colleagues(item) : List.of());
    }

    static boolean readsSocial(StaffMember reader) {
        return reader.isAny(Role.SOCIAL_ADVISOR, Role.SUPERVISOR, Role.DIRECTOR);
    }

    String nameOf(String username) {
        return staff.byUsername(username).map(StaffMember::displayName).orElse(username);
    }

    List<StaffMember> colleagues(InboxItem item) {
        return Arrays.stream(Role.values())
                .filter(role -> role.group().equals(item.group()))
                .flatMap(role -> staff.withRole(role, item.agencyId()).stream())
                .toList();
    }
}
