package fr.allervers.tenancy.web;

import fr.allervers.shared.imports.FileRefused;
import fr.allervers.shared.imports.ImportState;
import fr.allervers.shared.web.Downloads;
import fr.allervers.staff.Roles;
import fr.allervers.tenancy.RegisterImport;
import fr.allervers.tenancy.RegisterImport.Source;
import fr.allervers.tenancy.RegisterImports;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Brings the landlord's register in: send, look, start, follow. */
@Controller
@RequestMapping("/registre")
@RolesAllowed({Roles.SUPERVISOR, Roles.ADMINISTRATOR})
class RegisterController {

    private final RegisterImports imports;

    RegisterController(RegisterImports imports) {
        this.imports = imports;
    }

    @GetMapping
    String page(Model model) {
        model.addAttribute("history", imports.history());
        return "tenancy/register";
    }

    @PostMapping
    String send(@RequestParam("fichier") MultipartFile file, Model model, HttpServletResponse response)
            throws IOException {
        if (file.isEmpty()) {
            return refused("file.refused.empty", new Object[0], model, response);
        }
        try (var content = file.getInputStream()) {
            var name = Objects.requireNonNullElse(file.getOriginalFilename(), "registre.csv");
            return "redirect:/registre/"
                    + imports.upload(name, content, Source.SCREEN, null).id();
        } catch (FileRefused e) {
            return refused(e.messageKey(), e.args(), model, response);
        }
    }

    @GetMapping("/{id}")
    String one(
            @PathVariable long id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        var shown = imports.require(id);
        model.addAttribute("shown", shown);
        if (htmx != null && shown.isUnderWay()) {
            return "tenancy/import :: state";
        }
        model.addAttribute("rejects", imports.firstRejects(id));
        if (shown.state() == ImportState.READY) {
            model.addAttribute("preview", imports.preview(id));
        }
        return htmx == null ? "tenancy/import" : "tenancy/import :: state";
    }

    @PostMapping("/{id}/lancer")
    String start(@PathVariable long id) {
        imports.start(id);
        return "redirect:/registre/" + id;
    }

    @PostMapping("/{id}/abandonner")
    String cancel(@PathVariable long id) {
        imports.cancel(id);
        return "redirect:/registre/" + id;
    }

    @GetMapping("/{id}/rejets.csv")
    void rejects(@PathVariable long id, HttpServletResponse response) throws IOException {
        writeRejects(imports, imports.require(id), response);
    }

    /** A file to start from: the columns and three lines. */
    @GetMapping("/exemple.csv")
    ResponseEntity<Resource> example() {
        return Downloads.saved("exemple-registre.csv", Downloads.CSV)
                .body(new ClassPathResource("tenancy/exemple-registre.csv"));
    }

    static void writeRejects(RegisterImports imports, RegisterImport of, HttpServletResponse response)
            throws IOException {
        imports.writeRejects(of.id(), Downloads.csv(response, "rejets-import-" + of.id() + ".csv"));
    }

    private String refused(String key, Object[] args, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("refusedKey", key);
        model.addAttribute("refusedArgs", args);
        return page(model);
    }
}
