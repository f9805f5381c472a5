package fr.allervers.arrears.plan.web;

import fr.allervers.arrears.plan.PlanSignature;
import fr.allervers.arrears.plan.PlanStatus;
import fr.allervers.arrears.plan.RepaymentPlans;
import fr.allervers.arrears.plan.SignedHow;
import fr.allervers.links.PublicLink;
import fr.allervers.shared.Retry;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The plan that was offered, for the household itself: behind a link and a birth date, signed by a code. */
@Controller
@RequestMapping("/l/{token}/plan")
class PlanSignatureController {

    private final PlanSignature signature;
    private final RepaymentPlans plans;

    PlanSignatureController(PlanSignature signature, RepaymentPlans plans) {
        this.signature = signature;
        this.plans = plans;
    }

    @GetMapping
    @PermitAll
    String page(@RequestAttribute(PublicLink.ATTRIBUTE) PublicLink link, Model model) {
        return show(link, null, model);
    }

    @PostMapping("/code")
    @PermitAll
    String send(@RequestAttribute(PublicLink.ATTRIBUTE) PublicLink link, Model model) {
        Retry.onConflict(() -> signature.sendCode(link.subjectId()));
        return show(link, "sent", model);
    }

    @PostMapping
    @PermitAll
    String sign(
            @RequestAttribute(PublicLink.ATTRIBUTE) PublicLink link,
            @RequestParam(name = "code", defaultValue = "") String code,
            HttpServletResponse response,
            Model model) {
        // In a transaction of its own: a wrong try stays counted.
        if (!Retry.onConflict(() -> signature.isCode(link.subjectId(), code))) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(link, "wrong", model);
        }
        Retry.onConflict(() -> plans.sign(link.subjectId(), SignedHow.LINK));
        return show(link, "signed", model);
    }

    private String show(PublicLink link, @Nullable String state, Model model) {
        var plan = signature.plan(link.subjectId());
        model.addAttribute("plan", plan);
        model.addAttribute("lines", plan.terms().schedule());
        model.addAttribute("base", link.path("plan"));
        model.addAttribute("state", state);
        model.addAttribute("waits", plan.status() == PlanStatus.OFFERED);
        model.addAttribute("canSend", signature.canSendCode(link.subjectId()));
        return "arrears/plan-signature";
    }
}
