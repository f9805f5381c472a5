package fr.allervers.outreach.calling.web;

import fr.allervers.outreach.calling.CallView;
import fr.allervers.outreach.calling.Dialable;
import fr.allervers.outreach.calling.Disposition;
import fr.allervers.outreach.calling.Grade;
import fr.allervers.outreach.calling.GradePreview;
import fr.allervers.tenancy.Agencies;
import fr.allervers.tenancy.Household;
import fr.allervers.tenancy.Occupant;
import fr.allervers.tenancy.PhoneNumber;
import fr.allervers.workflow.FormSchema;
import fr.allervers.workflow.FormSchemas;
import fr.allervers.workflow.Submission.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Lays the call page out: what the template needs, from a call, what was typed and what is wrong with it. */
@Component
class CallPages {

    /** The guides end with the note that the page asks for every disposition. */
    private static final String NOTE = "note";

    private final FormSchemas schemas;
    private final Agencies agencies;
    private final MessageSource messages;

    CallPages(FormSchemas schemas, Agencies agencies, MessageSource messages) {
        this.schemas = schemas;
        this.agencies = agencies;
        this.messages = messages;
    }

    /** What is wrong: with the guide's answers, as its form says, and with the page's own fields, in words. */
    record Faults(Map<String, Fault> guide, Map<String, String> page) {

        static final Faults NONE = new Faults(Map.of(), Map.of());

        boolean any() {
            return !guide.isEmpty() || !page.isEmpty();
        }
    }

    /** An answer in words, for a page that can take no more. */
    record Said(String question, String answer) {}

    /** The guide's form without the note. */
    FormSchema guide(String id) {
        var schema = schemas.require(id);
        return new FormSchema(
                schema.id(),
                schema.fields().stream()
                        .filter(field -> !field.key().equals(NOTE))
                        .toList());
    }

    /** What the page can tell by itself, before the call is looked at. */
    Faults check(TypedCall typed, CallView call) {
        var page = new LinkedHashMap<String, String>();
        var disposition = typed.disposition();
        if (disposition == null) {
            page.put("disposition", text("calling.error.disposition"));
        }
        if (disposition == Disposition.CALL_BACK && typed.callBackAt() == null) {
            page.put("callBackAt", text("calling.error.call-back"));
        }
        if (disposition == Disposition.LANGUAGE
                && (typed.language() == null || !SpokenLanguages.isKnown(typed.language()))) {
            page.put("language", text("calling.error.language"));
        }
        var note = typed.note();
        if (note != null && note.length() > 280) {
            page.put("note", text("form.error.max-length", 280));
        }
        var guide = disposition == Disposition.REACHED
                ? schemas.validate(guide(call.guide()), typed.answers()).errors()
                : Map.<String, Fault>of();
        return new Faults(guide, page);
    }

    /** What the call's rules refuse, in words already. */
    static Faults faults(Map<String, String> refused) {
        return new Faults(Map.of(), new LinkedHashMap<>(refused));
    }

    void fill(Model model, CallView call, TypedCall typed, Faults faults, @Nullable GradePreview preview) {
        var schema = guide(call.guide());
        var household = call.household();
        model.addAttribute("call", call);
        model.addAttribute("concerned", concerned(call, true));
        model.addAttribute("others", concerned(call, false));
        model.addAttribute("dialable", dialable(household));
        model.addAttribute("agency", agencies.require(household.agencyId()));
        model.addAttribute(
                "spoken", household.language().equals("fr") ? null : SpokenLanguages.name(household.language()));
        model.addAttribute("schema", schema);
        model.addAttribute("values", typed.sent().isEmpty() ? schemas.opening(schema, Map.of()) : typed.values());
        model.addAttribute("typed", typed);
        model.addAttribute("key", typed.key());
        model.addAttribute("guideFaults", faults.guide());
        model.addAttribute("faults", faults.page());
        model.addAttribute("dispositions", Disposition.values());
        model.addAttribute("languages", SpokenLanguages.foreign());
        model.addAttribute("grades", Grade.values());
        model.addAttribute("preview", preview);
        if (preview != null) {
            var choice = typed.grade();
            var changed = choice != null && choice != typed.computed();
            model.addAttribute("chosen", changed ? choice : preview.grade());
            model.addAttribute("raisedOnly", notLower(preview.grade()));
            model.addAttribute("dangers", typed.values().getOrDefault("danger", List.of()));
        }
    }

    /** The answers in words, question by question. */
    List<Said> said(TypedCall typed) {
        var said = new ArrayList<Said>();
        var disposition = typed.disposition();
        if (disposition != null) {
            said.add(new Said(text("calling.disposition"), text("calling.disposition." + disposition)));
        }
        var guide = typed.sent().getOrDefault("_guide", List.of("")).get(0);
        schemas.find(guide == null ? "" : guide)
                .ifPresent(schema -> schema.fields().forEach(field -> {
                    var answers = typed.answers().getOrDefault(field.key(), List.of()).stream()
                            .filter(answer -> !answer.isBlank())
                            .toList();
                    if (!answers.isEmpty()) {
                        said.add(new Said(
                                field.label(),
                                answers.stream()
                                        .map(answer -> label(field, answer))
                                        .collect(Collectors.joining(", "))));
                    }
                }));
        if (typed.callBackText() != null && disposition == Disposition.CALL_BACK) {
            said.add(new Said(
                    text("calling.field.callBackAt"), typed.callBackText().replace('T', ' ')));
        }
        if (typed.note() != null) {
            said.add(new Said(text("calling.field.note"), typed.note()));
        }
        return said;
    }

    String text(String code, Object... args) {
        return messages.getMessage(code, args, LocaleContextHolder.getLocale());
    }

    private String label(FormSchema.Field field, String answer) {
        return field.options().stream()
                .filter(option -> option.value().equals(answer))
                .map(FormSchema.Option::label)
                .findFirst()
                .orElse(answer.equals("true") ? text("common.yes") : answer);
    }

    private static List<Occupant> concerned(CallView call, boolean concerned) {
        return call.household().occupants().stream()
                .filter(occupant -> call.concerned().contains(occupant.id()) == concerned)
                .sorted(Comparator.comparing(Occupant::birthDate, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    /** The numbers that may be tried, once each. */
    private static Map<String, String> dialable(Household household) {
        return Dialable.of(household).stream()
                .collect(Collectors.toMap(
                        PhoneNumber::e164, PhoneNumber::display, (one, same) -> one, LinkedHashMap::new));
    }

    /** FEEL for "the grade chosen is not lower than this one": then no reason is asked. */
    private static String notLower(Grade computed) {
        var lower = Arrays.stream(Grade.values())
                .filter(grade -> grade.compareTo(computed) < 0)
                .map(grade -> "gradeChosen != \"" + grade + "\"")
                .collect(Collectors.joining(" and "));
        return lower.isEmpty() ? "true" : "gradeChosen = null or (" + lower + ")";
    }
}
