package fr.allervers.inbox.web;

import fr.allervers.inbox.SavedViews;
import fr.allervers.staff.EveryRole;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Keeps and forgets views of the list. */
@Controller
@EveryRole
class SavedViewController {

    private final SavedViews views;

    SavedViewController(SavedViews views) {
        this.views = views;
    }

    @PostMapping("/a-faire/vues")
    String keep(
            @RequestParam("nom") String name,
            @RequestParam(name = "partagee", defaultValue = "false") boolean shared,
            @RequestParam(name = "_retour", defaultValue = "") String back,
            RedirectAttributes after) {
        // What is kept is what the address understands, never an address as sent.
        var address = InboxAddress.ofQuery(back);
        views.keep(InboxAddress.PATH, name, address.query(), shared);
        after.addFlashAttribute("notice", "inbox.view-kept");
        return "redirect:" + address.list();
    }

    @PostMapping("/a-faire/vues/{id}/oublier")
    String forget(@PathVariable long id, @RequestParam(name = "_retour", defaultValue = "") String back) {
        views.forget(id);
        return "redirect:" + InboxAddress.ofQuery(back).list();
    }
}
