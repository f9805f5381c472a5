package fr.allervers.kpi.web;

import fr.allervers.inbox.SavedViews;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Keeps and forgets views of the dashboard's pages. */
@Controller
@RolesAllowed({Roles.SUPERVISOR, Roles.DIRECTOR})
class DashboardViewController {

    private final SavedViews views;

    DashboardViewController(SavedViews views) {
        this.views = views;
    }

    @PostMapping("/tableau/vues")
    String keep(
            @RequestParam("nom") String name,
            @RequestParam(name = "partagee", defaultValue = "false") boolean shared,
            @RequestParam("page") String page,
            @RequestParam(name = "_retour", defaultValue = "") String back,
            RedirectAttributes after) {
        var address = DashboardAddress.ofQuery(known(page), back);
        views.keep(address.path(), name, address.query(), shared);
        after.addFlashAttribute("notice", "inbox.view-kept");
        return "redirect:" + address.here();
    }

    @PostMapping("/tableau/vues/{id}/oublier")
    String forget(
            @PathVariable long id,
            @RequestParam("page") String page,
            @RequestParam(name = "_retour", defaultValue = "") String back) {
        views.forget(id);
        return "redirect:" + DashboardAddress.ofQuery(known(page), back).here();
    }

    /** A page of ours, never an address as sent. */
    private static String known(String page) {
        return page.matches("/tableau(/[a-z-]{1,40}){0,2}") ? page : DashboardAddress.HOME;
    }
}
