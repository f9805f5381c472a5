package fr.allervers.allocation.candidacy.web;

import fr.allervers.allocation.candidacy.CandidacyDesk;
import fr.allervers.allocation.candidacy.DwellingList;
import fr.allervers.allocation.candidacy.DwellingOffer;
import fr.allervers.allocation.candidacy.FewCandidates;
import fr.allervers.allocation.candidacy.OfferedDwellings;
import fr.allervers.allocation.candidacy.OfferedState;
import fr.allervers.allocation.candidacy.Proposals;
import fr.allervers.allocation.candidacy.ReservationKind;
import fr.allervers.allocation.candidacy.VisitPhotos;
import fr.allervers.allocation.candidacy.Zone;
import fr.allervers.shared.Money;
import fr.allervers.shared.Retry;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.Roles;
import fr.allervers.tenancy.Agencies;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** « Attributions » : the dwellings offered, and one of them with its candidates. */
@Controller
@RequestMapping("/attributions")
class DwellingsController {

    private final DwellingList list;
    private final CandidacyDesk desk;
    private final OfferedDwellings dwellings;
    private final Proposals proposals;
    private final VisitPhotos photos;
    private final Agencies agencies;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    DwellingsController(
            DwellingList list,
            CandidacyDesk desk,
            OfferedDwellings dwellings,
            Proposals proposals,
            VisitPhotos photos,
            Agencies agencies,
            CurrentStaff currentStaff,
            Clock clock) {
        this.list = list;
        this.desk = desk;
        this.dwellings = dwellings;
        this.proposals = proposals;
        this.photos = photos;
        this.agencies = agencies;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    @GetMapping
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR})
    String page(
            @RequestParam(name = "etat", required = false) @Nullable OfferedState state,
            @RequestParam(name = "agence", required = false) @Nullable Long agency,
            @RequestParam(name = "avant", required = false) @Nullable Long before,
            Model model) {
        var reader = currentStaff.require();
        model.addAttribute("lines", list.page(state, agency, before));
        model.addAttribute("states", OfferedState.values());
        model.addAttribute("state", state);
        model.addAttribute("agency", agency);
        model.addAttribute(
                "agencies",
                agencies.all().stream().filter(one -> reader.worksFor(one.id())).toList());
        model.addAttribute("mayAct", reader.isAny(Role.ALLOCATION_OFFICER, Role.SUPERVISOR));
        return "candidacy/dwellings";
    }

    @GetMapping("/logements/nouveau")
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR})
    String empty(Model model) {
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("reservations", ReservationKind.values());
        model.addAttribute("zones", Zone.values());
        return "candidacy/offer";
    }

    @PostMapping("/logements")
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR})
    String offer(
            @RequestParam("logement") String code,
            @RequestParam("libre") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate availableOn,
            @RequestParam(name = "financement", defaultValue = "") String financing,
            @RequestParam(name = "zone", required = false) @Nullable Zone zone,
            @RequestParam(name = "loyer", defaultValue = "") String rent,
            @RequestParam(name = "charges", defaultValue = "") String charges,
            @RequestParam("contingent") ReservationKind reservation,
            @RequestParam(name = "reservataire", defaultValue = "") String holder,
            @RequestParam(name = "visite", defaultValue = "") String visit) {
        var id = dwellings.offer(new DwellingOffer(
                code.strip().toUpperCase(Locale.ROOT),
                availableOn,
                given(financing.toUpperCase(Locale.ROOT), 10),
                zone,
                cents(rent),
                cents(charges),
                reservation,
                given(holder, 80),
                given(visit, 500)));
        return "redirect:/attributions/logements/" + id;
    }

    private static @Nullable String given(String text, int most) {
        var stripped = text.strip();
        return stripped.isEmpty() ? null : stripped.substring(0, Math.min(most, stripped.length()));
    }

    private static @Nullable Long cents(String text) {
        return text.isBlank()
                ? null
                : Money.read(text)
                        .map(Money::cents)
                        .filter(cents -> cents >= 0)
                        .orElseThrow(() -> new UserError("candidacy.error.amount"));
    }

    @GetMapping("/logements/{id:\\d+}")
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR})
    String one(@PathVariable long id, Model model) {
        model.addAttribute("sheet", desk.dwelling(id));
        model.addAttribute("reservations", ReservationKind.values());
        model.addAttribute("exceptions", FewCandidates.values());
        return "candidacy/dwelling";
    }

    @PostMapping("/logements/{id:\\d+}/candidats")
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR})
    String propose(
            @PathVariable long id,
            @RequestParam("numero") String number,
            @RequestParam(name = "source", defaultValue = "LANDLORD") ReservationKind source,
            RedirectAttributes after) {
        return done(id, () -> proposals.propose(id, number, source), after);
    }

    @PostMapping("/logements/{id:\\d+}/candidats/{candidate:\\d+}/retrait")
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR})
    String withdrawCandidate(
            @PathVariable long id,
            @PathVariable long candidate,
            @RequestParam(name = "motif", defaultValue = "") String why,
            RedirectAttributes after) {
        return done(id, () -> proposals.withdraw(id, candidate, why.strip()), after);
    }

    @PostMapping("/logements/{id:\\d+}/pret")
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR})
    String ready(
            @PathVariable long id,
            @RequestParam(name = "exception", required = false) @Nullable FewCandidates few,
            @RequestParam(name = "precision", defaultValue = "") String words,
            RedirectAttributes after) {
        var said = words.length() > 500 ? words.substring(0, 500) : words;
        return done(id, () -> dwellings.ready(id, few, said), after);
    }

    @PostMapping("/logements/{id:\\d+}/reprise")
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR})
    String reopen(@PathVariable long id, RedirectAttributes after) {
        return done(id, () -> dwellings.reopen(id), after);
    }

    @PostMapping("/logements/{id:\\d+}/retrait")
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR})
    String withdraw(@PathVariable long id, RedirectAttributes after) {
        return done(id, () -> dwellings.withdraw(id), after);
    }

    @PostMapping("/logements/{id:\\d+}/visite")
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR})
    String visit(
            @PathVariable long id,
            @RequestParam(name = "visite", defaultValue = "") String address,
            @RequestParam(name = "photo", required = false) @Nullable MultipartFile photo,
            RedirectAttributes after)
            throws IOException {
        dwellings.visit(id, given(address, 500));
        if (photo != null && !photo.isEmpty()) {
            try (var content = photo.getInputStream()) {
                photos.add(
                        id, Objects.requireNonNullElse(photo.getOriginalFilename(), "photo"), photo.getSize(), content);
            }
        }
        after.addFlashAttribute("notice", "candidacy.done");
        return "redirect:/attributions/logements/" + id;
    }

    @GetMapping("/logements/{id:\\d+}/photos/{file:\\d+}")
    @RolesAllowed({Roles.ALLOCATION_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR})
    ResponseEntity<InputStreamResource> photo(@PathVariable long id, @PathVariable long file) {
        var photo = photos.require(id, file);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(photo.contentType()))
                .contentLength(photo.size())
                .body(new InputStreamResource(photos.open(photo)));
    }

    private static String done(long id, Runnable act, RedirectAttributes after) {
        Retry.onConflict(act);
        after.addFlashAttribute("notice", "candidacy.done");
        return "redirect:/attributions/logements/" + id;
    }
}
