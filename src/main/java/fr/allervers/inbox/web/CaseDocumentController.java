package fr.allervers.inbox.web;

import fr.allervers.inbox.CaseDocuments;
import fr.allervers.shared.web.Downloads;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.EveryRole;
import fr.allervers.workflow.CaseRef;
import java.io.IOException;
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

/** The files of a case. What people gave is never shown by the browser in our name: it is handed over as a file. */
@Controller
@RequestMapping("/dossiers/{kind}/{id}/documents")
@EveryRole
class CaseDocumentController {

    private final CaseDocuments documents;

    CaseDocumentController(CaseDocuments documents) {
        this.documents = documents;
    }

    @GetMapping("/{documentId}")
    ResponseEntity<InputStreamResource> download(
            @PathVariable String kind, @PathVariable long id, @PathVariable long documentId) {
        var file = documents.require(new CaseRef(kind, id), documentId);
        return Downloads.saved(file.name(), file.contentType(), file.size(), documents.open(file));
    }

    @PostMapping
    String add(
            @PathVariable String kind,
            @PathVariable long id,
            @RequestParam("fichier") MultipartFile file,
            RedirectAttributes after)
            throws IOException {
        var name = file.getOriginalFilename();
        if (name == null || name.isBlank()) {
            throw new UserError("inbox.documents.none");
        }
        try (var content = file.getInputStream()) {
            documents.add(new CaseRef(kind, id), name, file.getSize(), content);
        }
        after.addFlashAttribute("documentAdded", true);
        return "redirect:/dossiers/" + kind + "/" + id + "#documents";
    }
}
