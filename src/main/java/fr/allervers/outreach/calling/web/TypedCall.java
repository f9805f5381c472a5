package fr.allervers.outreach.calling.web;

import fr.allervers.outreach.calling.CallSubmission;
import fr.allervers.outreach.calling.Disposition;
import fr.allervers.outreach.calling.Grade;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call page as typed. The guide's answers bear the keys of its form; what the page itself asks begins with an
 * underscore, which no form's key does.
 */
record TypedCall(Map<String, List<String>> sent) {

    /** What belongs to one showing of the page and is no content of a draft. */
    private static final Set<String> PASSING =
            Set.of("_csrf", "_key", "_guide", "_computed", "_grade", "_gradeReason", "_next");

    TypedCall {
        sent = new LinkedHashMap<>(sent);
    }

    /** The page as it opens, with what was typed before. */
    static TypedCall opening(Map<String, List<String>> draft) {
        return new TypedCall(draft);
    }

    public Map<String, List<String>> draft() {
        var kept = new LinkedHashMap<>(sent);
        kept.keySet().removeAll(PASSING);
        return kept;
    }

    /**
     * With what was answered before to questions that this disposition hides: a browser does not send what it hides, and
     * whoever switches back finds it again.
     */
    TypedCall keeping(Map<String, List<String>> before) {
        var all = new LinkedHashMap<>(sent);
        before.forEach((name, values) -> {
            if (hides(name)) {
                all.putIfAbsent(name, values);
            }
        });
        return new TypedCall(all);
    }

    private boolean hides(String name) {
        return switch (name) {
            case "_callBackAt" -> disposition() != Disposition.CALL_BACK;
            case "_language" -> disposition() != Disposition.LANGUAGE;
            default -> !name.startsWith("_") && disposition() != Disposition.REACHED;
        };
    }

    /** What the guide asked; nothing is asked of a household that was not reached. */
    public Map<String, List<String>> answers() {
        if (disposition() != Disposition.REACHED) {
            return Map.of();
        }
        var answers = new LinkedHashMap<>(sent);
        answers.keySet().removeIf(name -> name.startsWith("_"));
        return answers;
    }

    /** Everything answered, also of a guide that the disposition hides now: it is shown again when it is asked again. */
    public Map<String, List<String>> values() {
        return sent;
    }

    public String key() {
        var key = text("_key");
        return key != null && key.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? key
                : UUID.randomUUID().toString();
    }

    public @Nullable Disposition disposition() {
        return oneOf(Disposition.values(), "_disposition");
    }

    /** The grade that the page showed as computed; none while it showed none. */
    public @Nullable Grade computed() {
        return oneOf(Grade.values(), "_computed");
    }

    public @Nullable Grade grade() {
        return oneOf(Grade.values(), "_grade");
    }

    public @Nullable String gradeReason() {
        return text("_gradeReason");
    }

    public @Nullable String note() {
        return text("_note");
    }

    public @Nullable String phone() {
        return text("_phone");
    }

    public @Nullable String language() {
        return disposition() == Disposition.LANGUAGE ? text("_language") : null;
    }

    public @Nullable String callBackText() {
        return text("_callBackAt");
    }

    /** The moment to call back; none when none was given, or none that can be read. */
    public @Nullable LocalDateTime callBackAt() {
        var text = callBackText();
        if (text == null || disposition() != Disposition.CALL_BACK) {
            return null;
        }
        try {
            return LocalDateTime.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** With the submission's other half known: a disposition was chosen. */
    CallSubmission submission(ZoneId zone) {
        var disposition = disposition();
        if (disposition == null) {
            throw new IllegalStateException("No disposition");
        }
        var reached = disposition == Disposition.REACHED;
        var callBackAt = callBackAt();
        return new CallSubmission(
                key(),
                phone(),
                disposition,
                answers(),
                note(),
                // The computed grade left as it is is nobody's choice.
                reached && grade() != computed() ? grade() : null,
                reached && grade() != computed() ? gradeReason() : null,
                callBackAt == null ? null : callBackAt.atZone(zone).toInstant(),
                language());
    }

    private <E extends Enum<E>> @Nullable E oneOf(E[] values, String name) {
        var text = text(name);
        return Arrays.stream(values)
                .filter(value -> value.name().equals(text))
                .findFirst()
                .orElse(null);
    }

    private @Nullable String text(String name) {
        var values = sent.getOrDefault(name, List.of());
        // An element of a request may be missing in spite of its type.
        var texts = new ArrayList<>(values);
        texts.removeIf(value -> value == null || value.isBlank());
        return texts.isEmpty() ? null : texts.get(0).strip();
    }
}
