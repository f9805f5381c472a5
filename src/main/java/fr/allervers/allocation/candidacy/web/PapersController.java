package fr.allervers.allocation.candidacy.web;

import fr.allervers.allocation.candidacy.ApplicantPapers;
import fr.allervers.allocation.candidacy.PaperKind;
import fr.allervers.links.PublicLink;
import fr.allervers.shared.Retry;
import fr.allervers.shared.web.UserError;
import fr.allervers.tenancy.Agencies;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** An applicant sends documents by their link; files once sent are not shown again, so that the link tells little to others. */
@Controller
@RequestMapping("/l/{token}/pieces")
class PapersController {

    private static final String PAGE = "pieces";

    private final ApplicantPapers papers;
    private final Agencies agencies;

    PapersController(ApplicantPapers papers, Agencies agencies) {
        this.papers = papers;
        this.agencies = agencies;
    }

    @GetMapping
    @PermitAll
    String page(
            @RequestAttribute(PublicLink.ATTRIBUTE) PublicLink link,
            @RequestParam(name = "suite", required = false) @Nullable String after,
            Model model) {
        var view = papers.view(link.subjectId());
        model.addAttribute("base", link.path(PAGE));
        model.addAttribute("view", view);
        model.addAttribute("agency", agencies.require(view.agencyId()));
        model.addAttribute("given", after != null);
        return "candidacy/papers";
    }

    @PostMapping
    @PermitAll
    String give(
            @RequestAttribute(PublicLink.ATTRIBUTE) PublicLink link,
            @RequestParam("nature") PaperKind kind,
            @RequestParam("fichier") MultipartFile file)
            throws IOException {
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "piece");
        var bytes = file.getBytes();
        Retry.onConflict(
                () -> papers.give(link.subjectId(), kind, name, bytes.length, new java.io.ByteArrayInputStream(bytes)));
        return "redirect:" + link.path(PAGE) + "?suite=1";
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
}
