package fr.allervers.workflow;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The forms of the user tasks and of the interviews: {@code forms/<id>.form} on the class path. The engine checks
 * nothing of a form; this does, by the same file that the page is drawn from.
 */
@Component
public class FormSchemas {

    private final Map<String, Optional<FormSchema>> byId = new ConcurrentHashMap<>();
    private final FormReader reader;
    private final FormChecks checks;

    FormSchemas(ObjectMapper json, FormConditions conditions) {
        reader = new FormReader(json);
        checks = new FormChecks(conditions);
    }

    /** @throws IllegalArgumentException when there is no such form */
    public FormSchema require(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("No form " + id));
    }

    public Optional<FormSchema> find(String id) {
        return byId.computeIfAbsent(id, this::read);
    }

    /** Like {@link #validate(FormSchema, Map, Map)} where the form opened with its default values only. */
    public Submission validate(FormSchema schema, Map<String, List<String>> raw) {
        return validate(schema, raw, Map.of());
    }

    /**
     * Checks what a browser sent: unknown keys are refused, values converted to their types, rules and options
     * enforced, read-only and hidden fields dropped.
     *
     * @param raw the request's parameters; names that begin with an underscore belong to the page and are passed over
     * @param shown what the form held when it opened; read-only fields count in conditions with it
     */
    public Submission validate(FormSchema schema, Map<String, List<String>> raw, Map<String, Object> shown) {
        return checks.check(schema, raw, shown);
    }

    /** What the form holds when it opens: the case's own values, else the form's defaults. */
    public Map<String, Object> opening(FormSchema schema, Map<String, Object> prefill) {
        var values = new HashMap<String, Object>();
        for (var field : schema.fields()) {
            var value = prefill.getOrDefault(field.key(), field.defaultValue());
            if (value != null) {
                values.put(field.key(), value);
            }
        }
        return values;
    }

    private Optional<FormSchema> read(String id) {
        if (!id.matches("[a-z0-9-]+")) {
            return Optional.empty();
        }
        var file = new ClassPathResource("forms/" + id + ".form");
        if (!file.exists()) {
            return Optional.empty();
        }
        try (var content = file.getInputStream()) {
            return Optional.of(reader.read(content));
        } catch (IOException e) {
            throw new UncheckedIOException("Form " + id, e);
        }
    }
}
