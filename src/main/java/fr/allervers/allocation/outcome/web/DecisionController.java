package fr.allervers.allocation.outcome.web;

import fr.allervers.allocation.outcome.Answers;
import fr.allervers.allocation.outcome.Answers.Result;
import fr.allervers.allocation.outcome.DecisionPages;
import fr.allervers.allocation.outcome.Refusal;
import fr.allervers.documents.DocumentStore;
import fr.allervers.links.PublicLink;
import fr.allervers.shared.Retry;
import fr.allervers.shared.web.UserError;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** A candidate reads the committee's decision and answers; the gate has asked for the birth date before. Nothing changes by GET. */
@Controller
@RequestMapping("/l/{token}/attribution")
class DecisionController {

    private static final String PAGE = "attribution";

    private final DecisionPages decisions;
    private final Answers answers;
    private final DocumentStore store;

    DecisionController(DecisionPages decisions, Answers answers, DocumentStore store) {
        this.decisions = decisions;
        this.answers = answers;
        this.store = store;
    }

    @GetMapping
    @PermitAll
    String page(
            @RequestAttribute(PublicLink.ATTRIBUTE) PublicLink link,
            @RequestParam(name = "suite", required = false) @Nullable String after,
            HttpServletRequest request,
            Model model) {
        var view = decisions.view(link.subjectId());
        speak(view.language(), request);
        model.addAttribute("base", link.path(PAGE));
        model.addAttribute("view", view);
        model.addAttribute("refusals", Refusal.values());
        model.addAttribute("given", "piece".equals(after));
        return "outcome/decision";
    }

    @PostMapping("/accepter")
    @PermitAll
    String accept(
            @RequestAttribute(PublicLink.ATTRIBUTE) PublicLink link,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return answer(link, null, "", request, response, model);
    }

    @PostMapping("/refuser")
    @PermitAll
    String refuse(
            @RequestAttribute(PublicLink.ATTRIBUTE) PublicLink link,
            @RequestParam("motif") Refusal why,
            @RequestParam(name = "precision", defaultValue = "") String words,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return answer(link, why, words, request, response, model);
    }

    private String answer(
            PublicLink link,
            @Nullable Refusal refusal,
            String words,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var result = Retry.onConflict(() -> answers.byLink(link.subjectId(), refusal, words));
        return result == Result.TAKEN
                ? "redirect:" + link.path(PAGE)
                : notTaken(result.name(), link, request, response, model);
    }

    @PostMapping("/piece")
    @PermitAll
    String give(
            @RequestAttribute(PublicLink.ATTRIBUTE) PublicLink link,
            @RequestParam("fichier") MultipartFile file,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException {
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "piece");
        try (var content = file.getInputStream()) {
            return decisions.give(link.subjectId(), name, file.getSize(), content)
                    ? "redirect:" + link.path(PAGE) + "?suite=piece"
                    : notTaken("PAPER", link, request, response, model);
        }
    }

    /** Why it is not taken, and what there is now. */
    private String notTaken(
            String why, PublicLink link, HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("notTaken", why);
        return page(link, null, request, model);
    }

    @GetMapping("/photos/{number:\\d{1,2}}")
    @PermitAll
    ResponseEntity<InputStreamResource> photo(
            @RequestAttribute(PublicLink.ATTRIBUTE) PublicLink link, @PathVariable int number) {
        var file = store.require(decisions.photo(link.subjectId(), number));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.contentType()))
                .contentLength(file.size())
                .body(new InputStreamResource(store.open(file.id())));
    }

    /** On a page without the staff's menu. */
    @ExceptionHandler
    ModelAndView refused(UserError error, HttpServletRequest request) {
        var page = new ModelAndView("outcome/candidate-refused");
        page.setStatus(error.status());
        page.addObject("error", error.messageKey());
        page.addObject("args", error.args());
        if (request.getAttribute(PublicLink.ATTRIBUTE) instanceof PublicLink link) {
            page.addObject("base", link.path(PAGE));
        }
        return page;
    }

    /** In the candidate's language, unless the reader chose one. */
    private static void speak(String language, HttpServletRequest request) {
        var chosen = request.getCookies() != null
                && Arrays.stream(request.getCookies())
                        .anyMatch(cookie -> cookie.getName().equals("langue"));
        if (!chosen && language.equals("en")) {
            request.setAttribute(CookieLocaleResolver.LOCALE_REQUEST_ATTRIBUTE_NAME, Locale.ENGLISH);
        }
    }
}
