package fr.allervers.outreach.calling;

import fr.allervers.workflow.Decisions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Grades a situation by the landlord's table {@code call-grade}. */
@Component
class Grading {

    private final Decisions decisions;

    Grading(Decisions decisions) {
        this.decisions = decisions;
    }

    /** @param answers as validated against an interview guide or the home check's form */
    Graded of(Map<String, ?> answers) {
        var inputs = new HashMap<String, @Nullable Object>();
        inputs.put("danger", list(answers.get("danger")));
        inputs.put("surrounded", answers.get("surrounded"));
        inputs.put("needs", list(answers.get("needs")));
        inputs.put("wantsRegularCalls", Boolean.TRUE.equals(answers.get("wantsRegularCalls")));
        var outputs = decisions.evaluate("call-grade", inputs);
        return new Graded(Grade.valueOf(text(outputs, "grade")), text(outputs, "rule"), text(outputs, "reason"));
    }

    static List<String> list(@Nullable Object answer) {
        return answer instanceof List<?> values
                ? values.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static String text(Map<String, Object> outputs, String name) {
        return Objects.requireNonNull(outputs.get(name), name).toString();
    }
}
