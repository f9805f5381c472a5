package fr.allervers.privacy.web;

import fr.allervers.privacy.DataSubject;
import fr.allervers.privacy.Erasure;
import fr.allervers.privacy.Erasures;
import fr.allervers.privacy.PersonExports;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One person's data: found, exported, erased. */
@Controller
@RequestMapping("/donnees-personnelles/personnes")
class PeopleController {

    private final Erasures erasures;
    private final PersonExports exports;

    PeopleController(Erasures erasures, PersonExports exports) {
        this.erasures = erasures;
        this.exports = exports;
    }

    @GetMapping
    @RolesAllowed(Roles.ADMINISTRATOR)
    String search(@RequestParam(name = "q", defaultValue = "") String words, Model model) {
        model.addAttribute("words", words);
        model.addAttribute("people", words.isBlank() ? List.of() : erasures.search(words));
        model.addAttribute("erasures", erasures.latest());
        return "privacy/people";
    }

    @GetMapping("/{kind}/{id}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    String person(@PathVariable String kind, @PathVariable long id, Model model) {
        var of = kind(kind);
        var erasure = erasures.of(of, id);
        model.addAttribute("subject", erasures.require(of, id));
        model.addAttribute("erasure", erasure.orElse(null));
        model.addAttribute("lines", erasure.map(erasures::lines).orElseGet(() -> erasures.preview(of, id)));
        model.addAttribute("exports", exports.made(of, id));
        model.addAttribute("reasons", Erasure.Why.values());
        return "privacy/person";
    }

    /** A POST, since it is noted. */
    @PostMapping("/{kind}/{id}/copie")
    @RolesAllowed(Roles.ADMINISTRATOR)
    ResponseEntity<StreamingResponseBody> export(@PathVariable String kind, @PathVariable long id) {
        var export = exports.make(kind(kind), id);
        var name = ContentDisposition.attachment()
                .filename("donnees-" + kind + "-" + id + ".zip")
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.parseMediaType("application/zip"))
                .body(export::writeTo);
    }

    @PostMapping("/{kind}/{id}/effacement")
    @RolesAllowed(Roles.ADMINISTRATOR)
    String erase(
            @PathVariable String kind,
            @PathVariable long id,
            @RequestParam("motif") Erasure.Why why,
            @RequestParam(name = "confirme", defaultValue = "false") boolean confirmed,
            RedirectAttributes after) {
        if (!confirmed) {
            throw new UserError("privacy.error.confirm");
        }
        erasures.erase(kind(kind), id, why);
        after.addFlashAttribute("notice", "privacy.erasure.asked");
        return "redirect:/donnees-personnelles/personnes/" + kind + "/" + id;
    }

    private static DataSubject.Kind kind(String key) {
        return Arrays.stream(DataSubject.Kind.values())
                .filter(kind -> kind.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "error.404.what"));
    }
}
