package fr.allervers.ledger.web;

import fr.allervers.ledger.AccountDesk;
import fr.allervers.ledger.Means;
import fr.allervers.shared.Money;
import fr.allervers.shared.Retry;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Rent accounts: looked up on a phone, read and booked at a desk. */
@Controller
@RequestMapping("/comptes")
class AccountsController {

    private final AccountDesk desk;
    private final CurrentStaff currentStaff;
    private final MessageSource messages;
    private final Clock clock;

    AccountsController(AccountDesk desk, CurrentStaff currentStaff, MessageSource messages, Clock clock) {
        this.desk = desk;
        this.currentStaff = currentStaff;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    @RolesAllowed({Roles.RENT_OFFICER, Roles.SOCIAL_ADVISOR, Roles.FIELD_MANAGER, Roles.SUPERVISOR, Roles.DIRECTOR})
    String search(
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(name = "apres", required = false) @Nullable String after,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            @RequestHeader(name = "HX-History-Restore-Request", required = false) @Nullable String restore,
            Model model) {
        var asked = words.length() > 200 ? words.substring(0, 200) : words;
        model.addAttribute("words", asked);
        model.addAttribute("found", desk.search(asked, after));
        model.addAttribute("asOf", clock.instant());
        model.addAttribute("mayImport", currentStaff.require().isAny(Role.RENT_OFFICER, Role.SUPERVISOR));
        if (htmx == null || restore != null) {
            return "ledger/search";
        }
        return after == null ? "ledger/search :: results" : "ledger/search :: hits";
    }

    @GetMapping("/{leaseId:\\d+}")
    @RolesAllowed({Roles.RENT_OFFICER, Roles.SOCIAL_ADVISOR, Roles.FIELD_MANAGER, Roles.SUPERVISOR, Roles.DIRECTOR})
    String account(@PathVariable long leaseId, Model model, Locale locale) {
        var sheet = desk.sheet(leaseId);
        model.addAttribute("sheet", sheet);
        model.addAttribute(
                "phone",
                sheet.household().occupants().stream()
                        .flatMap(occupant -> occupant.phones().stream())
                        .filter(number -> !number.dead())
                        .findFirst()
                        .orElse(null));
        model.addAttribute("today", LocalDate.now(clock));
        model.addAttribute("means", means(locale));
        model.addAttribute("key", UUID.randomUUID().toString());
        return "ledger/account";
    }

    @PostMapping("/{leaseId:\\d+}/paiements")
    @RolesAllowed(Roles.RENT_OFFICER)
    String pay(
            @PathVariable long leaseId,
            @RequestParam("cle") String key,
            @RequestParam("moyen") Means means,
            @RequestParam("montant") String amount,
            @RequestParam("jour") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
            @RequestParam("motif") String reason,
            RedirectAttributes after) {
        var cents = Money.read(amount)
                .orElseThrow(() -> new UserError("ledger.booking.amount"))
                .cents();
        Retry.onConflict(() -> desk.bookPayment(leaseId, key, means, cents, on, reason));
        after.addFlashAttribute("done", "ledger.payment.booked");
        return "redirect:/comptes/" + leaseId;
    }

    @PostMapping("/{leaseId:\\d+}/ecritures/{entryId:\\d+}/contre-passer")
    @RolesAllowed(Roles.RENT_OFFICER)
    String reverse(
            @PathVariable long leaseId,
            @PathVariable long entryId,
            @RequestParam("motif") String reason,
            RedirectAttributes after) {
        Retry.onConflict(() -> desk.reverse(leaseId, entryId, reason));
        after.addFlashAttribute("done", "ledger.reversal.booked");
        return "redirect:/comptes/" + leaseId;
    }

    private Map<String, String> means(Locale locale) {
        var named = new LinkedHashMap<String, String>();
        for (var one : Means.values()) {
            named.put(one.name(), messages.getMessage("ledger.means." + one, null, locale));
        }
        return named;
    }
}
