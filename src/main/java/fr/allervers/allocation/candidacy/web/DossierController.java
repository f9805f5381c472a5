package fr.allervers.allocation.candidacy.web;

import fr.allervers.allocation.candidacy.DossierPapers;
import fr.allervers.allocation.candidacy.PaperKind;
import fr.allervers.shared.Retry;
import fr.allervers.shared.web.Downloads;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.util.Objects;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The documents of an application. */
@Controller
@RequestMapping("/attributions/demandes/{id:\\d+}")
class DossierController {

    private final DossierPapers papers;

    DossierController(DossierPapers papers) {
        this.papers = papers;
    }

    @PostMapping("/pieces")
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR})
    String add(
            @PathVariable long id,
            @RequestParam("nature") PaperKind kind,
            @RequestParam("fichier") MultipartFile file,
            RedirectAttributes after)
            throws IOException {
        try (var content = file.getInputStream()) {
            papers.add(
                    id, kind, Objects.requireNonNullElse(file.getOriginalFilename(), "piece"), file.getSize(), content);
        }
        return done(id, "candidacy.done", after);
    }

    @PostMapping("/pieces/{kind}")
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR})
    String judge(
            @PathVariable long id,
            @PathVariable PaperKind kind,
            @RequestParam("convient") boolean accepted,
            @RequestParam(name = "motif", defaultValue = "") String why,
            RedirectAttributes after) {
        var said = why.length() > 300 ? why.substring(0, 300) : why;
        Retry.onConflict(() -> papers.judge(id, kind, accepted, said));
        return done(id, "candidacy.done", after);
    }

    @PostMapping("/lien")
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR})
    String ask(@PathVariable long id, RedirectAttributes after) {
        papers.ask(id);
        return done(id, "candidacy.done.link", after);
    }

    @GetMapping("/fichiers/{file:\\d+}")
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR})
    ResponseEntity<InputStreamResource> file(@PathVariable long id, @PathVariable long file) {
        var stored = papers.require(id, file);
        return Downloads.saved(stored.name(), stored.contentType(), stored.size(), papers.open(stored));
    }

    private static String done(long id, String notice, RedirectAttributes after) {
        after.addFlashAttribute("notice", notice);
        return "redirect:/attributions/demandes/" + id;
    }
}
