package fr.allervers.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.allervers.workflow.FormSchema.Field;
import fr.allervers.workflow.FormSchema.Kind;
import fr.allervers.workflow.FormSchema.Option;
import fr.allervers.workflow.FormSchema.Rules;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads .form files. What they can say and we do not know is an error, not a gap in the checks. */
class FormReader {

    private final ObjectMapper json;

    FormReader(ObjectMapper json) {
        this.json = json;
    }

    FormSchema read(InputStream content) throws IOException {
        var root = json.readTree(content);
        var fields = new ArrayList<Field>();
        collect(root.path("components"), null, fields);
        var schema = new FormSchema(root.path("id").asText(), fields);
        var keys = new HashSet<String>();
        for (var field : schema.fields()) {
            if (!keys.add(field.key()) || field.key().startsWith("_")) {
                throw new IllegalStateException("Form " + schema.id() + ": key " + field.key());
            }
        }
        return schema;
    }

    /** A group lends its condition to its components. */
    private static void collect(JsonNode components, @Nullable String hiddenWith, List<Field> into) {
        for (var component : components) {
            var own = hideIf(component);
            var hideIf = hiddenWith == null ? own : own == null ? hiddenWith : "(" + hiddenWith + ") or (" + own + ")";
            if (component.path("type").asText().equals("group")) {
                if (component.hasNonNull("label")) {
                    into.add(words(component, "### " + component.get("label").asText(), hideIf, into.size()));
                }
                collect(component.path("components"), hideIf, into);
            } else {
                into.add(field(component, hideIf, into.size()));
            }
        }
    }

    private static Field field(JsonNode component, @Nullable String hideIf, int number) {
        var kind = kind(component);
        if (kind == Kind.TEXT) {
            return words(component, component.path("text").asText(), hideIf, number);
        }
        return new Field(
                component.path("key").asText(),
                kind,
                label(component),
                component.path("description").asText(),
                rules(component.path("validate")),
                component.path("decimalDigits").asInt(0),
                options(component),
                hideIf,
                component.path("readonly").asBoolean()
                        || component.path("disabled").asBoolean(),
                defaultValue(component.path("defaultValue")));
    }

    private static Field words(JsonNode component, String text, @Nullable String hideIf, int number) {
        var id = component.path("id").asText("text-" + number);
        return new Field(
                id,
                Kind.TEXT,
                "",
                text,
                new Rules(false, null, null, null, null, null),
                0,
                List.of(),
                hideIf,
                true,
                null);
    }

    private static Kind kind(JsonNode component) {
        var type = component.path("type").asText();
        return type.equals("datetime")
                ? Kind.valueOf(component.path("subtype").asText("date").toUpperCase(Locale.ROOT))
                : Kind.valueOf(type.toUpperCase(Locale.ROOT));
    }

    private static String label(JsonNode component) {
        for (var name : List.of("label", "dateLabel", "timeLabel")) {
            if (component.hasNonNull(name)) {
                return component.get(name).asText();
            }
        }
        return component.path("key").asText();
    }

    private static Rules rules(JsonNode validate) {
        return new Rules(
                validate.path("required").asBoolean(),
                number(validate.path("min")),
                number(validate.path("max")),
                validate.hasNonNull("minLength") ? validate.get("minLength").asInt() : null,
                validate.hasNonNull("maxLength") ? validate.get("maxLength").asInt() : null,
                validate.hasNonNull("pattern") ? validate.get("pattern").asText() : null);
    }

    private static List<Option> options(JsonNode component) {
        var options = new ArrayList<Option>();
        for (var value : component.path("values")) {
            options.add(
                    new Option(value.path("value").asText(), value.path("label").asText()));
        }
        return options;
    }

    private static @Nullable String hideIf(JsonNode component) {
        var hide = component.path("conditional").path("hide");
        return hide.isTextual() ? hide.asText().strip().replaceFirst("^=", "") : null;
    }

    private static @Nullable BigDecimal number(JsonNode node) {
        return node.isNumber() || (node.isTextual() && !node.asText().isBlank()) ? new BigDecimal(node.asText()) : null;
    }

    private static @Nullable Object defaultValue(JsonNode node) {
        if (node.isArray()) {
            var values = new ArrayList<String>();
            node.forEach(value -> values.add(value.asText()));
            return values;
        }
        if (node.isBoolean()) {
            return node.asBoolean();
        }
        return node.isValueNode() && !node.isNull() ? node.asText() : null;
    }
}
