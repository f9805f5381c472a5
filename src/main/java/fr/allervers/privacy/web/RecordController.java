package fr.allervers.privacy.web;

import fr.allervers.documents.PdfDocuments;
import fr.allervers.privacy.ProcessingRecord;
import fr.allervers.shared.Dates;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The record of processing activities, as a page and as a PDF. */
@Controller
@RequestMapping("/donnees-personnelles")
class RecordController {

    private final ProcessingRecord record;
    private final PdfDocuments pdf;
    private final Dates dates;

    RecordController(ProcessingRecord record, PdfDocuments pdf, Dates dates) {
        this.record = record;
        this.pdf = pdf;
        this.dates = dates;
    }

    @GetMapping("/registre")
    @RolesAllowed(Roles.ADMINISTRATOR)
    String page(Model model) {
        model.addAllAttributes(content());
        return "privacy/record";
    }

    @GetMapping("/registre.pdf")
    @RolesAllowed(Roles.ADMINISTRATOR)
    ResponseEntity<byte[]> document() {
        var name = ContentDisposition.attachment()
                .filename("registre-des-traitements-" + record.today() + ".pdf")
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .contentType(MediaType.APPLICATION_PDF)
                .body(pdf.render("privacy/record-pdf", content()));
    }

    private Map<String, Object> content() {
        return Map.of("activities", record.activities(), "day", record.today(), "words", dates);
    }
}
