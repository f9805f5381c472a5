package fr.allervers.workflow;

import fr.allervers.workflow.FormSchema.Field;
import fr.allervers.workflow.FormSchema.Kind;
import fr.allervers.workflow.Submission.Fault;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds what was sent against the form: keys, types, rules, what was hidden. */
class FormChecks {

    private final FormConditions conditions;

    FormChecks(FormConditions conditions) {
        this.conditions = conditions;
    }

    Submission check(FormSchema schema, Map<String, List<String>> raw, Map<String, Object> shown) {
        var answers = new HashMap<String, Object>();
        var faults = new LinkedHashMap<String, Fault>();
        raw.keySet().stream()
                .filter(key -> !key.startsWith("_") && schema.field(key).isEmpty())
                .sorted()
                .findFirst()
                .ifPresent(key -> faults.put("", Fault.of("form.error.unknown", key)));
        for (var field : schema.fields()) {
            if (field.readOnly()) {
                continue;
            }
            try {
                var value = FormValues.read(field, raw.getOrDefault(field.key(), List.of()));
                if (value != null) {
                    answers.put(field.key(), value);
                }
            } catch (FormValues.Malformed e) {
                faults.put(field.key(), e.fault());
            }
        }
        var hidden = conditions.hidden(schema, comparable(schema, answers, shown));
        answers.keySet().removeAll(hidden);
        faults.keySet().removeAll(hidden);
        for (var field : schema.fields()) {
            if (!field.readOnly() && !hidden.contains(field.key()) && !faults.containsKey(field.key())) {
                var fault = fault(field, answers.get(field.key()));
                if (fault != null) {
                    faults.put(field.key(), fault);
                }
            }
        }
        return new Submission(ordered(schema, answers), ordered(schema, faults));
    }

    /** The values as the browser's conditions see them: dates are text, a malformed number is nothing. */
    private static Map<String, @Nullable Object> comparable(
            FormSchema schema, Map<String, Object> answers, Map<String, Object> shown) {
        var values = new HashMap<String, @Nullable Object>();
        for (var field : schema.fields()) {
            var value =
                    field.readOnly() ? shown.getOrDefault(field.key(), field.defaultValue()) : answers.get(field.key());
            values.put(field.key(), FormValues.comparable(field, value));
        }
        return values;
    }

    private static @Nullable Fault fault(Field field, @Nullable Object value) {
        var rules = field.rules();
        if (value == null || value.equals(Boolean.FALSE) || (value instanceof List<?> list && list.isEmpty())) {
            return rules.required() ? Fault.of("form.error.required") : null;
        }
        if (value instanceof Number number) {
            var exact = number instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf(number.longValue());
            if (rules.min() != null && exact.compareTo(rules.min()) < 0) {
                return Fault.of("form.error.min", rules.min().toPlainString());
            }
            if (rules.max() != null && exact.compareTo(rules.max()) > 0) {
                return Fault.of("form.error.max", rules.max().toPlainString());
            }
        }
        if (value instanceof String text && (field.kind() == Kind.TEXTFIELD || field.kind() == Kind.TEXTAREA)) {
            return textFault(rules, text);
        }
        return null;
    }

    private static @Nullable Fault textFault(FormSchema.Rules rules, String text) {
        if (rules.minLength() != null && text.length() < rules.minLength()) {
            return Fault.of("form.error.min-length", rules.minLength());
        }
        if (rules.maxLength() != null && text.length() > rules.maxLength()) {
            return Fault.of("form.error.max-length", rules.maxLength());
        }
        return rules.pattern() != null && !text.matches(rules.pattern()) ? Fault.of("form.error.pattern") : null;
    }

    private static <T> Map<String, T> ordered(FormSchema schema, Map<String, T> byKey) {
        var ordered = new LinkedHashMap<String, T>();
        var whole = byKey.get("");
        if (whole != null) {
            ordered.put("", whole);
        }
        for (var field : schema.fields()) {
            var value = byKey.get(field.key());
            if (value != null) {
                ordered.put(field.key(), value);
            }
        }
        return ordered;
    }
}
