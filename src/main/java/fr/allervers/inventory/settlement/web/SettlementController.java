package fr.allervers.inventory.settlement.web;

import fr.allervers.inventory.settlement.DwellingRepairs;
import fr.allervers.inventory.settlement.SettlementDiscussion;
import fr.allervers.inventory.settlement.SettlementDraft;
import fr.allervers.shared.Money;
import fr.allervers.shared.Retry;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The settlement of an exit, on the inventory's page. */
@Controller
@RequestMapping("/etats-des-lieux/{id:\\d+}/decompte")
class SettlementController {

    private final SettlementDraft drafts;
    private final SettlementDiscussion discussion;
    private final DwellingRepairs repairs;

    SettlementController(SettlementDraft drafts, SettlementDiscussion discussion, DwellingRepairs repairs) {
        this.drafts = drafts;
        this.discussion = discussion;
        this.repairs = repairs;
    }

    @PostMapping
    @RolesAllowed({Roles.FIELD_MANAGER, Roles.RENT_OFFICER, Roles.SUPERVISOR})
    String set(
            @PathVariable long id,
            @RequestParam("depot") String deposit,
            @RequestParam(name = "provision", defaultValue = "0") String provision,
            @RequestParam("cles") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate keys,
            RedirectAttributes after) {
        return done(id, () -> drafts.set(id, cents(deposit), cents(provision), keys), after);
    }

    @PostMapping("/lignes")
    @RolesAllowed({Roles.FIELD_MANAGER, Roles.RENT_OFFICER, Roles.SUPERVISOR})
    String charge(
            @PathVariable long id,
            @RequestParam(name = "element", required = false) @Nullable Long itemId,
            @RequestParam("reparation") String rate,
            @RequestParam("quantite") String quantity,
            @RequestParam(name = "depuis", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate since,
            RedirectAttributes after) {
        return done(id, () -> drafts.charge(id, itemId, rate, number(quantity), since), after);
    }

    @PostMapping("/lignes/{chargeId}/retrait")
    @RolesAllowed({Roles.FIELD_MANAGER, Roles.RENT_OFFICER, Roles.SUPERVISOR})
    String remove(@PathVariable long id, @PathVariable long chargeId, RedirectAttributes after) {
        return done(id, () -> drafts.remove(id, chargeId), after);
    }

    @PostMapping("/envoi")
    @RolesAllowed({Roles.RENT_OFFICER, Roles.SUPERVISOR})
    String send(@PathVariable long id, RedirectAttributes after) {
        return done(id, () -> discussion.send(id), after);
    }

    /** What was repaired since: the next entry begins with it as new. */
    @PostMapping("/reparations")
    @RolesAllowed({Roles.FIELD_MANAGER, Roles.RENT_OFFICER, Roles.SUPERVISOR})
    String repaired(
            @PathVariable long id,
            @RequestParam("element") long itemId,
            @RequestParam("jour") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
            @RequestParam("quoi") String what,
            RedirectAttributes after) {
        return done(id, () -> repairs.note(id, itemId, on, what), after);
    }

    private static long cents(String text) {
        return Money.read(text).map(Money::cents).orElseThrow(() -> new UserError("inventory.error.deposit"));
    }

    private static BigDecimal number(String text) {
        var plain = text.strip().replace(',', '.');
        if (!plain.matches("\\d{1,5}(\\.\\d{1,2})?")) {
            throw new UserError("inventory.error.quantity-repaired");
        }
        return new BigDecimal(plain);
    }

    private static String done(long id, Runnable act, RedirectAttributes after) {
        Retry.onConflict(act);
        after.addFlashAttribute("notice", "inventory.done");
        return "redirect:/etats-des-lieux/" + id + "#decompte";
    }
}
