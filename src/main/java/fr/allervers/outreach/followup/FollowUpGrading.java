package fr.allervers.outreach.followup;

import fr.allervers.outreach.calling.ThirdPartyAlerts.Alert;
import fr.allervers.staff.StaffMember;
import fr.allervers.workflow.Decisions;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Grades a situation by the table that grades the calls. */
@Component
class FollowUpGrading {

    private final Decisions decisions;

    FollowUpGrading(Decisions decisions) {
        this.decisions = decisions;
    }

    /** GREEN to RED, the rule that says so, and why. */
    record Grade(String grade, String rule, String reason) {

        boolean urgent() {
            return grade.equals("RED") || grade.equals("ORANGE");
        }

        /** Hands the situation over to those who take charge of what is urgent in calls: the same escalation. */
        Alert alert(long householdId, String source, StaffMember by) {
            return new Alert(
                    householdId,
                    source,
                    by.displayName(),
                    null,
                    reason,
                    fr.allervers.outreach.calling.Grade.valueOf(grade));
        }
    }

    /** The grade of a form's answers; what was not asked counts for nothing. */
    Grade grade(Map<String, Object> answers) {
        var inputs = new HashMap<String, @Nullable Object>();
        inputs.put("danger", list(answers.get("danger")));
        inputs.put("surrounded", answers.get("surrounded"));
        inputs.put("needs", list(answers.get("needs")));
        inputs.put("wantsRegularCalls", false);
        var decided = decisions.evaluate("call-grade", inputs);
        return new Grade(text(decided, "grade"), text(decided, "rule"), text(decided, "reason"));
    }

    private static List<?> list(@Nullable Object answer) {
        return answer instanceof Collection<?> values ? List.copyOf(values) : List.of();
    }

    private static String text(Map<String, Object> outputs, String name) {
        return String.valueOf(outputs.get(name));
    }
}
