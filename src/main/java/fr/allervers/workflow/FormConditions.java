package fr.allervers.workflow;

import fr.allervers.workflow.FormSchema.Field;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says which fields a form hides. The same as form.js does in the browser: a hidden field counts as null for the
 * conditions of the others, so the fields are gone through until nothing changes, a bounded number of times in case
 * conditions contradict each other.
 */
@Component
class FormConditions {

    private final FeelEngine feel = new ScalaFeelEngineFactory().createInstance();

    /** The keys of the fields that these values hide. */
    Set<String> hidden(FormSchema schema, Map<String, @Nullable Object> values) {
        var conditioned =
                schema.fields().stream().filter(field -> field.hideIf() != null).toList();
        Set<String> hidden = Set.of();
        for (var round = 0; round <= conditioned.size(); round++) {
            var seen = new HashMap<String, Object>();
            for (var field : schema.fields()) {
                seen.put(field.key(), hidden.contains(field.key()) ? null : values.get(field.key()));
            }
            var next = new HashSet<String>();
            conditioned.stream().filter(field -> hides(field, seen)).forEach(field -> next.add(field.key()));
            if (next.equals(hidden)) {
                break;
            }
            hidden = next;
        }
        return hidden;
    }

    /** Only where FEEL says true: an expression that fails or is null leaves the field in sight. */
    private boolean hides(Field field, Map<String, Object> values) {
        try {
            return Boolean.TRUE.equals(feel.evaluateSimpleExpression(
                    field.hideIf(), Variables.fromMap(values).asVariableContext()));
        } catch (FeelException e) {
            return false;
        }
    }
}
