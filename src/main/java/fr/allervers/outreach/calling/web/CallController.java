package fr.allervers.outreach.calling.web;

import fr.allervers.outreach.calling.CallView;
import fr.allervers.outreach.calling.Disposition;
import fr.allervers.outreach.calling.GradePreview;
import fr.allervers.outreach.calling.HandOut;
import fr.allervers.outreach.calling.HouseholdCalls;
import fr.allervers.outreach.calling.InvalidCall;
import fr.allervers.outreach.calling.web.CallPages.Faults;
import fr.allervers.shared.Retry;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The call page: one household, one call, from the first ring to the grade. */
@Controller
@RequestMapping("/appels/foyers/{id}")
@RolesAllowed({
    Roles.SOCIAL_ADVISOR,
    Roles.CALLER,
    Roles.RENT_OFFICER,
    Roles.FIELD_MANAGER,
    Roles.ALLOCATION_OFFICER,
    Roles.SUPERVISOR,
    Roles.DIRECTOR,
    Roles.ADMINISTRATOR
})
class CallController {

    private static final String PAGE = "outreach/calling/call";
    private static final String HTMX = "HX-Request";

    private final HouseholdCalls calls;
    private final HandOut handOut;
    private final CallPages pages;
    private final Clock clock;

    CallController(HouseholdCalls calls, HandOut handOut, CallPages pages, Clock clock) {
        this.calls = calls;
        this.handOut = handOut;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping
    String open(@PathVariable long id, Model model) {
        var call = calls.open(id);
        var typed = TypedCall.opening(call.open() && call.heldByMe() ? calls.draft(id) : Map.of());
        pages.fill(model, call, typed, Faults.NONE, null);
        return PAGE;
    }

    @PostMapping("/brouillon")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void keep(@PathVariable long id, @RequestParam MultiValueMap<String, String> sent) {
        Retry.onConflict(() -> calls.saveDraft(id, typed(id, sent).draft()));
    }

    @PostMapping("/gravite")
    String grade(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(name = HTMX, required = false) @Nullable String htmx,
            HttpServletResponse response,
            Model model) {
        var typed = typed(id, sent);
        try {
            var call = calls.open(id);
            if (!call.open() || !call.heldByMe()) {
                return stale("calling.stale.not-held", typed, htmx, response, model);
            }
            Retry.onConflict(() -> calls.saveDraft(id, typed.draft()));
            var faults = pages.check(typed, call);
            var preview = faults.any() || typed.disposition() != Disposition.REACHED
                    ? null
                    : calls.preview(id, typed.submission(clock.getZone()));
            return show(call, typed, faults, preview, htmx, response, model);
        } catch (AccessDeniedException e) {
            return stale("calling.stale.not-held", typed, htmx, response, model);
        } catch (UserError e) {
            return stale(conflict(e).messageKey(), typed, htmx, response, model);
        }
    }

    @PostMapping
    String complete(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletResponse response,
            Model model,
            RedirectAttributes after) {
        var typed = typed(id, sent);
        try {
            var call = holding(id);
            if (call.isPresent()) {
                var faults = pages.check(typed, call.get());
                var preview = !faults.any() && typed.disposition() == Disposition.REACHED
                        ? calls.preview(id, typed.submission(clock.getZone()))
                        : null;
                // Nobody records a grade that they have not seen, with what to do when it is red.
                if (faults.any() || (preview != null && preview.grade() != typed.computed())) {
                    return show(call.get(), typed, faults, preview, null, response, model);
                }
                after.addFlashAttribute("doneName", call.get().household().name());
            }
            if (typed.disposition() == null) {
                return stale("calling.stale.not-held", typed, null, response, model);
            }
            // Without a household in hand this is the same call sent twice, or too late: the call's rules tell.
            Retry.onConflict(() -> calls.complete(id, typed.submission(clock.getZone())));
        } catch (InvalidCall e) {
            return refused(id, typed, e, response, model);
        } catch (AccessDeniedException e) {
            return stale("calling.stale.not-held", typed, null, response, model);
        } catch (UserError e) {
            return stale(conflict(e).messageKey(), typed, null, response, model);
        }
        after.addFlashAttribute("done", id);
        return sent.containsKey("_next") ? next(after) : "redirect:/mes-appels";
    }

    @PostMapping("/rendre")
    String release(@PathVariable long id, RedirectAttributes after) {
        Retry.onConflict(() -> calls.release(id));
        after.addFlashAttribute("released", true);
        after.addFlashAttribute("done", id);
        return "redirect:/mes-appels";
    }

    private TypedCall typed(long id, MultiValueMap<String, String> sent) {
        return new TypedCall(sent).keeping(calls.draft(id));
    }

    private String next(RedirectAttributes after) {
        var next = Retry.onConflict(handOut::next);
        if (next.isEmpty()) {
            after.addFlashAttribute("nothingLeft", true);
        }
        return next.map(call -> "redirect:/appels/foyers/" + call).orElse("redirect:/mes-appels");
    }

    /** The call, when it is open and this person holds it. */
    private Optional<CallView> holding(long id) {
        try {
            return Optional.of(calls.open(id)).filter(call -> call.open() && call.heldByMe());
        } catch (AccessDeniedException e) {
            return Optional.empty();
        }
    }

    private String refused(long id, TypedCall typed, InvalidCall refusal, HttpServletResponse response, Model model) {
        var preview = typed.disposition() == Disposition.REACHED
                ? calls.preview(id, typed.submission(clock.getZone()))
                : null;
        return show(calls.open(id), typed, CallPages.faults(refusal.errors()), preview, null, response, model);
    }

    private String show(
            CallView call,
            TypedCall typed,
            Faults faults,
            @Nullable GradePreview preview,
            @Nullable String htmx,
            HttpServletResponse response,
            Model model) {
        pages.fill(model, call, typed, faults, preview);
        if (faults.any()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        }
        return htmx == null ? PAGE : PAGE + " :: call-form";
    }

    private String stale(
            String why, TypedCall typed, @Nullable String htmx, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("why", why);
        model.addAttribute("said", pages.said(typed));
        return htmx == null ? "outreach/calling/stale" : "outreach/calling/stale :: stale";
    }

    /** Only what came too late has a page of its own; the rest is told like everywhere. */
    private static UserError conflict(UserError error) {
        if (error.status() != HttpStatus.CONFLICT) {
            throw error;
        }
        return error;
    }
}
