package fr.allervers.allocation.candidacy.web;

import fr.allervers.allocation.candidacy.AllocationImport.Kind;
import fr.allervers.allocation.candidacy.AllocationImports;
import fr.allervers.shared.imports.ImportState;
import fr.allervers.shared.web.Downloads;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Brings applications and vacant dwellings in: send, look, start, follow. */
@Controller
@RequestMapping("/attributions/imports")
@RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR})
class ImportsController {

    private final AllocationImports imports;

    ImportsController(AllocationImports imports) {
        this.imports = imports;
    }

    @GetMapping
    String page(Model model) {
        model.addAttribute("history", imports.history());
        model.addAttribute("kinds", Kind.values());
        return "candidacy/imports";
    }

    @PostMapping
    String send(@RequestParam("nature") Kind kind, @RequestParam("fichier") MultipartFile file) throws IOException {
        try (var content = file.getInputStream()) {
            var name = Objects.requireNonNullElse(file.getOriginalFilename(), "import.csv");
            return "redirect:/attributions/imports/"
                    + imports.upload(kind, name, content).id();
        }
    }

    @GetMapping("/{id:\\d+}")
    String one(@PathVariable long id, Model model) {
        var shown = imports.require(id);
        model.addAttribute("shown", shown);
        model.addAttribute("rejects", imports.firstRejects(id));
        if (shown.state() == ImportState.READY) {
            model.addAttribute("preview", imports.preview(id));
        }
        return "candidacy/import";
    }

    @PostMapping("/{id:\\d+}/lancer")
    String start(@PathVariable long id) {
        imports.start(id);
        return "redirect:/attributions/imports/" + id;
    }

    @PostMapping("/{id:\\d+}/abandonner")
    String cancel(@PathVariable long id) {
        imports.cancel(id);
        return "redirect:/attributions/imports/" + id;
    }

    @GetMapping("/{id:\\d+}/rejets.csv")
    void rejects(@PathVariable long id, HttpServletResponse response) throws IOException {
        imports.require(id);
        imports.writeRejects(id, Downloads.csv(response, "rejets-attributions-" + id + ".csv"));
    }
}
