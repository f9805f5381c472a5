package fr.allervers.ledger.web;

import fr.allervers.ledger.LedgerImport;
import fr.allervers.ledger.LedgerImport.Source;
import fr.allervers.ledger.LedgerImports;
import fr.allervers.ledger.files.CsvField;
import fr.allervers.ledger.files.CsvMapping;
import fr.allervers.shared.imports.FileRefused;
import fr.allervers.shared.imports.ImportState;
import fr.allervers.shared.web.Downloads;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Brings entries in: send, name the columns once, look, start, follow. */
@Controller
@RequestMapping("/comptes/imports")
@RolesAllowed({Roles.RENT_OFFICER, Roles.SUPERVISOR})
class LedgerImportController {

    private final LedgerImports imports;

    LedgerImportController(LedgerImports imports) {
        this.imports = imports;
    }

    @GetMapping
    String page(Model model) {
        model.addAttribute("history", imports.history());
        return "ledger/imports";
    }

    @PostMapping
    String send(
            @RequestParam("fichier") MultipartFile file,
            Model model,
            HttpServletResponse response,
            RedirectAttributes after)
            throws IOException {
        try (var content = file.getInputStream()) {
            var name = Objects.requireNonNullElse(file.getOriginalFilename(), "ecritures");
            var made = imports.upload(name, content, Source.SCREEN, null);
            if (made.state() != ImportState.MAPPING && made.state() != ImportState.READY) {
                after.addFlashAttribute("done", "ledger.import.same");
            }
            return "redirect:/comptes/imports/" + made.id();
        } catch (FileRefused e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusedKey", e.messageKey());
            model.addAttribute("refusedArgs", e.args());
            return page(model);
        }
    }

    @GetMapping("/{id:\\d+}")
    String one(
            @PathVariable long id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        var shown = imports.require(id);
        model.addAttribute("shown", shown);
        if (shown.state() == ImportState.MAPPING) {
            return mapping(id, null, model);
        }
        if (htmx != null && shown.isUnderWay()) {
            return "ledger/import :: state";
        }
        model.addAttribute("rejects", imports.firstRejects(id));
        if (shown.state() == ImportState.READY) {
            model.addAttribute("preview", imports.preview(id));
        }
        return htmx == null ? "ledger/import" : "ledger/import :: state";
    }

    /** Each field of the form is named as the {@link CsvField} in lower case and holds the place of a column. */
    @PostMapping("/{id:\\d+}/colonnes")
    String map(
            @PathVariable long id, @RequestParam Map<String, String> form, Model model, HttpServletResponse response) {
        var places = new EnumMap<CsvField, Integer>(CsvField.class);
        for (var field : CsvField.values()) {
            var place = form.getOrDefault(field.name(), "");
            if (place.matches("\\d{1,4}")) {
                places.put(field, Integer.valueOf(place));
            }
        }
        try {
            imports.map(id, new CsvMapping(places), form.getOrDefault("nom", ""));
            return "redirect:/comptes/imports/" + id;
        } catch (FileRefused e) {
            throw e;
        } catch (UserError e) {
            if (e.status() != HttpStatus.UNPROCESSABLE_ENTITY) {
                throw e;
            }
            response.setStatus(e.status().value());
            model.addAttribute("shown", imports.require(id));
            model.addAttribute("problem", e.messageKey());
            return mapping(id, new CsvMapping(places), model);
        }
    }

    private String mapping(long id, @Nullable CsvMapping chosen, Model model) {
        var columns = imports.columns(id);
        model.addAttribute("columns", columns);
        model.addAttribute("fields", CsvField.values());
        model.addAttribute("places", (chosen == null ? columns.proposed() : chosen).places());
        return "ledger/mapping";
    }

    @PostMapping("/{id:\\d+}/lancer")
    String start(@PathVariable long id) {
        imports.start(id);
        return "redirect:/comptes/imports/" + id;
    }

    @PostMapping("/{id:\\d+}/abandonner")
    String cancel(@PathVariable long id) {
        imports.cancel(id);
        return "redirect:/comptes/imports";
    }

    @GetMapping("/{id:\\d+}/rejets.csv")
    void rejects(@PathVariable long id, HttpServletResponse response) throws IOException {
        writeRejects(imports, imports.require(id), response);
    }

    static void writeRejects(LedgerImports imports, LedgerImport of, HttpServletResponse response) throws IOException {
        imports.writeRejects(of.id(), Downloads.csv(response, "rejets-ecritures-" + of.id() + ".csv"));
    }
}
