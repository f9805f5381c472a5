package fr.allervers.inventory.signature.web;

import fr.allervers.inventory.declaration.Declarations;
import fr.allervers.inventory.declaration.InventoryLink;
import fr.allervers.inventory.settlement.ExitSettlements;
import fr.allervers.inventory.settlement.SettlementDiscussion;
import fr.allervers.inventory.signature.AdditionWindow;
import fr.allervers.inventory.signature.Additions;
import fr.allervers.inventory.signature.InventoryDocument;
import fr.allervers.inventory.signature.InventoryDocuments;
import fr.allervers.inventory.signature.TenantSignature;
import fr.allervers.links.PublicLink;
import fr.allervers.shared.Retry;
import fr.allervers.shared.web.Downloads;
import fr.allervers.shared.web.UserError;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the tenant does once the inventory is sent: read, sign, add, answer the settlement. Plain pages and forms. */
@Controller
@RequestMapping("/l/{token}/" + InventoryLink.PAGE + "/suite")
class FollowUpPage {

    private final Declarations declarations;
    private final TenantSignature signature;
    private final InventoryDocuments documents;
    private final Additions additions;
    private final AdditionWindow window;
    private final ExitSettlements settlements;
    private final SettlementDiscussion discussion;

    FollowUpPage(
            Declarations declarations,
            TenantSignature signature,
            InventoryDocuments documents,
            Additions additions,
            AdditionWindow window,
            ExitSettlements settlements,
            SettlementDiscussion discussion) {
        this.declarations = declarations;
        this.signature = signature;
        this.documents = documents;
        this.additions = additions;
        this.window = window;
        this.settlements = settlements;
        this.discussion = discussion;
    }

    @GetMapping
    @PermitAll
    String page(@RequestAttribute(PublicLink.ATTRIBUTE) PublicLink link, Model model) {
        return shown(link, model, "");
    }

    private String shown(PublicLink link, Model model, String problem) {
        var id = link.subjectId();
        var of = declarations.sheet(id).of();
        model.addAttribute("base", link.path(InventoryLink.PAGE));
        model.addAttribute("of", of);
        model.addAttribute("toConfirm", signature.toConfirm(id).orElse(null));
        model.addAttribute("codeSent", signature.isCodeSent(id));
        model.addAttribute(
                "documents",
                documents.of(id).stream()
                        .filter(one -> one.kind() != InventoryDocument.Kind.DRAFT)
                        .toList());
        model.addAttribute("additions", additions.of(id));
        model.addAttribute("mayAdd", window.open(of));
        model.addAttribute("generalUntil", window.generalUntil(of));
        model.addAttribute("heatingUntil", window.heatingUntil(of));
        model.addAttribute("key", UUID.randomUUID().toString());
        model.addAttribute("settlement", settlements.sent(id).orElse(null));
        model.addAttribute("problem", problem);
        return "inventory/follow-up";
    }

    /** Only documents that the tenant was given: never what another link's holder has. */
    @GetMapping("/documents/{documentId}")
    @PermitAll
    ResponseEntity<InputStreamResource> document(
            @RequestAttribute(PublicLink.ATTRIBUTE) PublicLink link, @PathVariable long documentId) {
        var file = documents.file(link.subjectId(), documentId);
        return Downloads.saved(file.name(), MediaType.APPLICATION_PDF_VALUE, file.size(), documents.open(file));
    }

    @PostMapping("/code")
    @PermitAll
    String sendCode(@RequestAttribute(PublicLink.ATTRIBUTE) PublicLink link) {
        Retry.onConflict(() -> signature.sendCode(link.subjectId()));
        return back(link);
    }

    @PostMapping("/signature")
    @PermitAll
    Object confirm(
            @RequestAttribute(PublicLink.ATTRIBUTE) PublicLink link,
            @RequestParam("empreinte") String sha256,
            @RequestParam("code") String code,
            Model model) {
        if (Retry.onConflict(() -> signature.confirm(link.subjectId(), sha256, code))) {
            return back(link);
        }
        return new ModelAndView(
                shown(link, model, "inventory.follow.code-wrong"), model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    @PostMapping("/desaccord")
    @PermitAll
    String refuse(@RequestAttribute(PublicLink.ATTRIBUTE) PublicLink link, @RequestParam("motif") String why) {
        Retry.onConflict(() -> signature.refuse(link.subjectId(), why));
        return back(link);
    }

    @PostMapping("/ajout")
    @PermitAll
    String add(
            @RequestAttribute(PublicLink.ATTRIBUTE) PublicLink link,
            @RequestParam("cle") String key,
            @RequestParam("sujet") AdditionWindow.Kind kind,
            @RequestParam("texte") String text) {
        Retry.onConflict(() -> additions.add(link.subjectId(), key, kind, text));
        return back(link);
    }

    @PostMapping("/adresse")
    @PermitAll
    String address(@RequestAttribute(PublicLink.ATTRIBUTE) PublicLink link, @RequestParam("adresse") String address) {
        Retry.onConflict(() -> discussion.tellAddress(link.subjectId(), address));
        return back(link);
    }

    @PostMapping("/decompte")
    @PermitAll
    String answer(
            @RequestAttribute(PublicLink.ATTRIBUTE) PublicLink link,
            @RequestParam("reponse") String answer,
            @RequestParam(name = "texte", defaultValue = "") String words) {
        Retry.onConflict(() -> discussion.answer(link.subjectId(), answer.equals("accord"), words));
        return back(link);
    }

    /** On the same page, with what was wrong; nothing has changed. */
    @ExceptionHandler
    ModelAndView refused(UserError error, @RequestAttribute(PublicLink.ATTRIBUTE) PublicLink link) {
        var model = new ExtendedModelMap();
        var view = shown(link, model, error.messageKey());
        return new ModelAndView(view, model, error.status());
    }

    private static String back(PublicLink link) {
        return "redirect:" + link.path(InventoryLink.PAGE) + "/suite";
    }
}
