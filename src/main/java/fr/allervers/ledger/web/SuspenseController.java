package fr.allervers.ledger.web;

import fr.allervers.ledger.AccountDesk;
import fr.allervers.ledger.Suspense;
import fr.allervers.shared.Retry;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Money without a name: one person looks, finds whose it is, or sets it aside. */
@Controller
@RequestMapping("/comptes/a-identifier")
@RolesAllowed({Roles.RENT_OFFICER, Roles.SUPERVISOR})
class SuspenseController {

    private final Suspense suspense;
    private final AccountDesk desk;

    SuspenseController(Suspense suspense, AccountDesk desk) {
        this.suspense = suspense;
        this.desk = desk;
    }

    @GetMapping
    String list(@RequestParam(name = "apres", required = false) @Nullable String after, Model model) {
        model.addAttribute("open", suspense.open());
        model.addAttribute("items", suspense.page(after));
        return "ledger/suspense";
    }

    @GetMapping("/{id}")
    String one(@PathVariable long id, @RequestParam(name = "q", defaultValue = "") String words, Model model) {
        model.addAttribute("item", suspense.require(id));
        model.addAttribute("words", words);
        model.addAttribute("found", desk.search(words.length() > 200 ? words.substring(0, 200) : words, null));
        return "ledger/suspense-item";
    }

    @PostMapping("/{id}/attribuer")
    String attribute(
            @PathVariable long id,
            @RequestParam("bail") long leaseId,
            @RequestParam(name = "retenir", defaultValue = "false") boolean learn,
            RedirectAttributes after) {
        Retry.onConflict(() -> suspense.attribute(id, leaseId, learn));
        after.addFlashAttribute("done", "ledger.suspense.attributed");
        return "redirect:/comptes/a-identifier";
    }

    @PostMapping("/{id}/ecarter")
    String dismiss(@PathVariable long id, @RequestParam("motif") String why, RedirectAttributes after) {
        suspense.dismiss(id, why);
        after.addFlashAttribute("done", "ledger.suspense.dismissed");
        return "redirect:/comptes/a-identifier";
    }
}
