package fr.allervers.audit.web;

import fr.allervers.audit.AuditLine;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The log in the reader's words. */
@Component
class AuditWords {

    private final MessageSource messages;

    AuditWords(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * An entry as shown.
     *
     * @param subject kind and number; empty without one
     * @param household its name, or its number when it is forgotten; empty without one
     * @param link the page of what it was about; none where there is no such page
     */
    record Shown(
            AuditLine entry,
            String who,
            String act,
            String outcome,
            String subject,
            String household,
            @Nullable String link) {}

    Shown line(AuditLine entry) {
        var household = entry.householdId();
        var name = entry.household();
        return new Shown(
                entry,
                who(entry),
                text("audit.act." + entry.act()),
                text("audit.outcome." + entry.outcome()),
                subject(entry),
                household == null ? "" : name == null ? text("audit.forgotten", household) : name,
                household == null || name == null ? null : "/locataires/" + household);
    }

    private String who(AuditLine entry) {
        return switch (entry.actor()) {
            case "STAFF" ->
                Objects.requireNonNullElseGet(
                        entry.who(), () -> text("audit.forgotten", Objects.requireNonNullElse(entry.actorId(), 0L)));
            case "LINK" -> text("audit.by-link");
            default -> text("audit.nobody");
        };
    }

    private String subject(AuditLine entry) {
        if (entry.subjectKind() == null || entry.subjectId() == null) {
            return "";
        }
        return kind(entry.subjectKind()) + " " + entry.subjectId();
    }

    private String kind(String kind) {
        var named = messages.getMessage("audit.subject." + kind, null, "", LocaleContextHolder.getLocale());
        return Objects.requireNonNull(
                named == null || named.isEmpty()
                        ? messages.getMessage("case-kind." + kind, null, kind, LocaleContextHolder.getLocale())
                        : named);
    }

    /** @param numbers ids, written without separators */
    String text(String key, Object... numbers) {
        var plain = java.util.Arrays.stream(numbers).map(Object::toString).toArray();
        return messages.getMessage(key, plain, LocaleContextHolder.getLocale());
    }
}
