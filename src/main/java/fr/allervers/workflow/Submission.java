package fr.allervers.workflow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A form as sent, after the checks.
 *
 * @param answers by field key, typed: text, {@link Long} or {@link java.math.BigDecimal}, {@link Boolean}, list of
 *     text, {@link java.time.LocalDate}, {@link java.time.LocalTime}, {@link java.time.LocalDateTime} (landlord's
 *     zone); hidden, read-only and unanswered fields are absent
 * @param errors by field key, in the form's order; the key "" stands for the form as a whole
 */
public record Submission(Map<String, Object> answers, Map<String, Fault> errors) {

    public Submission {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
        errors = Collections.unmodifiableMap(new LinkedHashMap<>(errors));
    }

    public boolean accepted() {
        return errors.isEmpty();
    }

    /** What is wrong with an answer: a message's key and the values of its places. */
    public record Fault(String code, List<Object> args) {

        public Fault {
            args = List.copyOf(args);
        }

        static Fault of(String code, Object... args) {
            return new Fault(code, List.of(args));
        }
    }
}
