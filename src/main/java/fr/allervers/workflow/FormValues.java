package fr.allervers.workflow;

import fr.allervers.workflow.FormSchema.Field;
import fr.allervers.workflow.FormSchema.Option;
import fr.allervers.workflow.Submission.Fault;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values between the text that browsers send and the types that the modules read. */
final class FormValues {

    /** No field takes more text than this, whatever its form says. */
    private static final int LONGEST = 20_000;

    private FormValues() {}

    /** The text sent is no value of the field. */
    static final class Malformed extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Fault fault;

        private Malformed(String code, Object... args) {
            super(code);
            fault = Fault.of(code, args);
        }

        Fault fault() {
            return fault;
        }
    }

    /** The typed value; none when nothing was answered. A box that is not ticked is false. */
    static @Nullable Object read(Field field, List<String> sent) throws Malformed {
        var values = sent.stream()
                .map(value -> value.replace("\r\n", "\n").strip())
                .filter(value -> !value.isEmpty())
                .toList();
        if (field.many()) {
            for (var value : values) {
                option(field, value);
            }
            return values.stream().distinct().toList();
        }
        if (values.size() > 1) {
            throw new Malformed("form.error.many");
        }
        if (values.isEmpty()) {
            return field.kind() == FormSchema.Kind.CHECKBOX ? Boolean.FALSE : null;
        }
        var text = values.get(0);
        return switch (field.kind()) {
            case TEXT -> null;
            case TEXTFIELD, TEXTAREA -> limited(text);
            case NUMBER -> number(field, text);
            case CHECKBOX -> box(text);
            case RADIO, SELECT -> option(field, text);
            case CHECKLIST -> throw new IllegalStateException("several values");
            case DATE -> parse(text, LocalDate::parse, "form.error.date");
            case TIME -> parse(text, LocalTime::parse, "form.error.time");
            case DATETIME -> parse(text, LocalDateTime::parse, "form.error.datetime");
        };
    }

    /** The value as conditions compare it, on the server as in the browser. */
    static @Nullable Object comparable(Field field, @Nullable Object value) {
        if (value == null || value instanceof Boolean || value instanceof Number || value instanceof List<?>) {
            return value;
        }
        if (field.kind() == FormSchema.Kind.NUMBER || field.kind() == FormSchema.Kind.CHECKBOX) {
            try {
                return read(field, List.of(value.toString()));
            } catch (Malformed e) {
                return null;
            }
        }
        return value.toString();
    }

    private static String limited(String text) throws Malformed {
        if (text.length() > LONGEST) {
            throw new Malformed("form.error.max-length", LONGEST);
        }
        return text;
    }

    private static String option(Field field, String value) throws Malformed {
        if (field.options().stream().map(Option::value).noneMatch(value::equals)) {
            throw new Malformed("form.error.option");
        }
        return value;
    }

    private static Boolean box(String text) throws Malformed {
        return switch (text) {
            case "true", "on" -> true;
            case "false" -> false;
            default -> throw new Malformed("form.error.option");
        };
    }

    private static Object number(Field field, String text) throws Malformed {
        var plain = text.replace('\u00a0', ' ')
                .replace('\u202f', ' ')
                .replace(" ", "")
                .replace(',', '.');
        if (!plain.matches("-?\\d{1,15}(\\.\\d{1,6})?")) {
            throw new Malformed("form.error.number");
        }
        var value = new BigDecimal(plain);
        if (value.stripTrailingZeros().scale() > field.decimals()) {
            throw field.decimals() == 0
                    ? new Malformed("form.error.whole")
                    : new Malformed("form.error.decimals", field.decimals());
        }
        return field.decimals() == 0 ? (Object) value.longValueExact() : value;
    }

    private static <T> T parse(String text, Function<String, T> read, String fault) throws Malformed {
        try {
            return read.apply(text);
        } catch (DateTimeParseException e) {
            throw new Malformed(fault);
        }
    }
}
