package fr.allervers.inventory.signature.web;

import fr.allervers.inventory.signature.FiledReports;
import fr.allervers.inventory.signature.FiledReports.Maker;
import fr.allervers.inventory.signature.FiledReports.Report;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Files the report that an inventory waits for. */
@Controller
@RequestMapping("/etats-des-lieux/{id:\\d+}/constat")
class FiledReportController {

    private final FiledReports reports;

    FiledReportController(FiledReports reports) {
        this.reports = reports;
    }

    @PostMapping
    @RolesAllowed({Roles.FIELD_MANAGER, Roles.SUPERVISOR, Roles.DIRECTOR})
    String file(
            @PathVariable long id,
            @RequestParam("par") Maker maker,
            @RequestParam(name = "avis", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate noticeOn,
            @RequestParam("fait") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate madeOn,
            @RequestParam(name = "note", defaultValue = "") String note,
            @RequestParam("fichier") MultipartFile file,
            RedirectAttributes after)
            throws IOException {
        try (var content = file.getInputStream()) {
            reports.file(id, maker, new Report(noticeOn, madeOn, note.strip()), content);
        }
        after.addFlashAttribute("notice", "inventory.done");
        return "redirect:/etats-des-lieux/" + id;
    }
}
