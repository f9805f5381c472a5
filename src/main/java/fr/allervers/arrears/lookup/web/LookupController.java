package fr.allervers.arrears.lookup.web;

import fr.allervers.arrears.lookup.FieldNotes;
import fr.allervers.arrears.lookup.FieldSheets;
import fr.allervers.shared.Retry;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** The field look-up, for a telephone at a door: one box, one screen. */
@Controller
@RequestMapping("/fiches")
@RolesAllowed({Roles.FIELD_MANAGER, Roles.RENT_OFFICER, Roles.SOCIAL_ADVISOR, Roles.SUPERVISOR})
class LookupController {

    private static final int LONGEST_SEARCH = 200;

    private final FieldSheets sheets;
    private final FieldNotes notes;
    private final CurrentStaff currentStaff;

    LookupController(FieldSheets sheets, FieldNotes notes, CurrentStaff currentStaff) {
        this.sheets = sheets;
        this.notes = notes;
        this.currentStaff = currentStaff;
    }

    /** A search with one answer leads to it at once. */
    @GetMapping
    String search(
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(name = "apres", required = false) @Nullable String after,
            Model model) {
        var asked = words.length() > LONGEST_SEARCH ? words.substring(0, LONGEST_SEARCH) : words;
        var found = sheets.search(asked, after);
        if (after == null && found.items().size() == 1) {
            return "redirect:/fiches/" + found.items().get(0).id();
        }
        model.addAttribute("words", asked);
        model.addAttribute("found", found);
        return "lookup/search";
    }

    @GetMapping("/{id:\\d+}")
    String sheet(@PathVariable long id, Model model) {
        model.addAttribute("sheet", sheets.sheet(id));
        model.addAttribute(
                "mayBook", currentStaff.require().isAny(Role.RENT_OFFICER, Role.SOCIAL_ADVISOR, Role.SUPERVISOR));
        model.addAttribute("noteKey", UUID.randomUUID().toString());
        return "lookup/sheet";
    }

    /** From the telephone's queue (204) or from the plain form (back to the sheet). */
    @PostMapping("/{id:\\d+}/notes")
    Object note(
            @PathVariable long id,
            @RequestParam String cle,
            @RequestParam String note,
            @RequestParam(required = false) @Nullable Long le,
            @RequestHeader(name = "X-Queued", required = false) @Nullable String queued) {
        Retry.onConflict(() -> notes.keep(cle, id, note, le == null ? null : Instant.ofEpochMilli(le)));
        return queued == null
                ? "redirect:/fiches/" + id + "?note"
                : ResponseEntity.status(HttpStatus.NO_CONTENT).build();
    }
}
