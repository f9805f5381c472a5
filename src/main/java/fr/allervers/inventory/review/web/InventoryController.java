package fr.allervers.inventory.review.web;

import fr.allervers.inventory.declaration.Inventories;
import fr.allervers.inventory.declaration.InventoryKind;
import fr.allervers.inventory.declaration.ItemAnswer;
import fr.allervers.inventory.declaration.ItemState;
import fr.allervers.inventory.declaration.TenantContact;
import fr.allervers.inventory.review.Reviews;
import fr.allervers.inventory.settlement.ExitSettlements;
import fr.allervers.inventory.settlement.WearGrids;
import fr.allervers.inventory.signature.Additions;
import fr.allervers.inventory.signature.FiledReports;
import fr.allervers.inventory.signature.InventoryDocuments;
import fr.allervers.inventory.signature.InventorySealing;
import fr.allervers.shared.Retry;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An inventory as the landlord works on it. */
@Controller
@RequestMapping("/etats-des-lieux")
class InventoryController {

    private final Inventories inventories;
    private final Reviews reviews;
    private final InventorySealing sealing;
    private final InventoryDocuments documents;
    private final FiledReports reports;
    private final Additions additions;
    private final ExitSettlements settlements;
    private final WearGrids grids;
    private final TenantContact contact;
    private final Clock clock;

    InventoryController(
            Inventories inventories,
            Reviews reviews,
            InventorySealing sealing,
            InventoryDocuments documents,
            FiledReports reports,
            Additions additions,
            ExitSettlements settlements,
            WearGrids grids,
            TenantContact contact,
            Clock clock) {
        this.inventories = inventories;
        this.reviews = reviews;
        this.sealing = sealing;
        this.documents = documents;
        this.reports = reports;
        this.additions = additions;
        this.settlements = settlements;
        this.grids = grids;
        this.contact = contact;
        this.clock = clock;
    }

    @GetMapping("/{id:\\d+}")
    @RolesAllowed({Roles.FIELD_MANAGER, Roles.RENT_OFFICER, Roles.SUPERVISOR, Roles.DIRECTOR, Roles.SOCIAL_ADVISOR})
    String page(@PathVariable long id, Model model) {
        var today = LocalDate.now(clock);
        model.addAttribute("sheet", reviews.sheet(id));
        model.addAttribute("documents", documents.of(id));
        model.addAttribute("signatures", documents.signatures(id));
        model.addAttribute("additions", additions.of(id));
        model.addAttribute("settlement", settlements.find(id).orElse(null));
        model.addAttribute("report", reports.awaited(id).orElse(null));
        model.addAttribute("rates", grids.rates(today));
        model.addAttribute("states", ItemState.values());
        model.addAttribute("today", today);
        return "inventory/sheet";
    }

    /** Opens one by hand, from the household's page. */
    @PostMapping
    @RolesAllowed({Roles.FIELD_MANAGER, Roles.RENT_OFFICER, Roles.SUPERVISOR})
    String open(
            @RequestParam("foyer") long householdId,
            @RequestParam("sorte") InventoryKind kind,
            @RequestParam("cles") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate keysOn,
            @RequestParam(name = "urgence", defaultValue = "false") boolean emergency) {
        var id = Retry.onConflict(() -> inventories.open(kind, householdId, keysOn, emergency));
        return "redirect:/etats-des-lieux/" + id;
    }

    @PostMapping("/{id:\\d+}/accepter")
    @RolesAllowed({Roles.FIELD_MANAGER, Roles.SUPERVISOR})
    String accept(@PathVariable long id, RedirectAttributes after) {
        return done(id, () -> reviews.accept(id), after);
    }

    @PostMapping("/{id:\\d+}/preciser")
    @RolesAllowed({Roles.FIELD_MANAGER, Roles.SUPERVISOR})
    String ask(@PathVariable long id, @RequestParam Map<String, String> fields, RedirectAttributes after) {
        var wanted = new HashMap<Long, String>();
        fields.forEach((name, text) -> {
            if (name.matches("preciser-\\d{1,18}")) {
                wanted.put(Long.valueOf(name.substring("preciser-".length())), text);
            }
        });
        return done(id, () -> reviews.ask(id, wanted), after);
    }

    @PostMapping("/{id:\\d+}/contester")
    @RolesAllowed({Roles.FIELD_MANAGER, Roles.SUPERVISOR})
    String contest(
            @PathVariable long id,
            @RequestParam("voie") String way,
            @RequestParam("motif") String why,
            RedirectAttributes after) {
        return done(id, () -> reviews.contest(id, way.equals("commissaire"), why), after);
    }

    @PostMapping("/{id:\\d+}/a-deux")
    @RolesAllowed({Roles.FIELD_MANAGER, Roles.RENT_OFFICER, Roles.SUPERVISOR})
    String jointly(@PathVariable long id, @RequestParam("motif") String why, RedirectAttributes after) {
        return done(id, () -> inventories.makeJointly(id, why), after);
    }

    @PostMapping("/{id:\\d+}/abandonner")
    @RolesAllowed({Roles.FIELD_MANAGER, Roles.RENT_OFFICER, Roles.SUPERVISOR})
    String cancel(@PathVariable long id, @RequestParam("motif") String why, RedirectAttributes after) {
        return done(id, () -> inventories.cancel(id, why), after);
    }

    @PostMapping("/{id:\\d+}/cles")
    @RolesAllowed({Roles.FIELD_MANAGER, Roles.RENT_OFFICER, Roles.SUPERVISOR})
    String moveKeys(
            @PathVariable long id,
            @RequestParam("jour") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            RedirectAttributes after) {
        return done(id, () -> inventories.moveKeys(id, day), after);
    }

    /** A new link in place of all those given. */
    @PostMapping("/{id:\\d+}/lien")
    @RolesAllowed({Roles.FIELD_MANAGER, Roles.RENT_OFFICER, Roles.SUPERVISOR})
    String newLink(@PathVariable long id, RedirectAttributes after) {
        return done(id, () -> contact.sendNewLink(id), after);
    }

    /** What both see on the spot, item by item. */
    @PostMapping("/{id:\\d+}/elements/{itemId:\\d+}")
    @RolesAllowed({Roles.FIELD_MANAGER, Roles.RENT_OFFICER, Roles.SUPERVISOR})
    String write(
            @PathVariable long id,
            @PathVariable long itemId,
            @RequestParam(name = "etat", required = false) @Nullable ItemState state,
            @RequestParam(name = "remarque", defaultValue = "") String remark,
            @RequestParam(name = "releve", defaultValue = "") String reading,
            @RequestParam(name = "nombre", required = false) @Nullable Integer quantity,
            RedirectAttributes after) {
        var seen = new ItemAnswer(state, remark.isBlank() ? null : remark.strip(), null, number(reading), quantity);
        return done(id, () -> reviews.write(id, itemId, seen), after);
    }

    @PostMapping("/{id:\\d+}/contresigner")
    @RolesAllowed({Roles.FIELD_MANAGER, Roles.SUPERVISOR})
    String countersign(@PathVariable long id, @RequestParam("empreinte") String sha256, RedirectAttributes after) {
        return done(id, () -> sealing.countersign(id, sha256), after);
    }

    static @Nullable BigDecimal number(String text) {
        var plain = text.strip().replace(',', '.').replace(" ", "");
        if (plain.isEmpty()) {
            return null;
        }
        if (!plain.matches("\\d{1,9}(\\.\\d{1,3})?")) {
            throw new UserError("inventory.error.reading");
        }
        return new BigDecimal(plain);
    }

    static String done(long id, Runnable act, RedirectAttributes after) {
        Retry.onConflict(act);
        after.addFlashAttribute("notice", "inventory.done");
        return "redirect:/etats-des-lieux/" + id;
    }
}
