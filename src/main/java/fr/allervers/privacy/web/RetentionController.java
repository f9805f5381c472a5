package fr.allervers.privacy.web;

import fr.allervers.privacy.NightlyPurge;
import fr.allervers.privacy.Retention;
import fr.allervers.privacy.RetentionValue;
import fr.allervers.shared.personal.DataKind;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How long personal data is kept, and what the nights purged. */
@Controller
@RequestMapping("/donnees-personnelles")
class RetentionController {

    private final Retention retention;
    private final NightlyPurge purge;
    private final Clock clock;

    RetentionController(Retention retention, NightlyPurge purge, Clock clock) {
        this.retention = retention;
        this.purge = purge;
        this.clock = clock;
    }

    /**
     * A kind as the page shows it.
     *
     * @param now the value that counts today; none when nothing is purged
     * @param others those of other days, oldest first
     */
    record KindLine(DataKind kind, @Nullable RetentionValue now, List<RetentionValue> others) {}

    @GetMapping
    @RolesAllowed(Roles.ADMINISTRATOR)
    String page(Model model) {
        var values = retention.values();
        model.addAttribute(
                "kinds", kinds().stream().map(kind -> line(kind, values)).toList());
        model.addAttribute("tomorrow", LocalDate.now(clock).plusDays(1));
        model.addAttribute("longest", Retention.LONGEST);
        return "privacy/retention";
    }

    @PostMapping
    @RolesAllowed(Roles.ADMINISTRATOR)
    String add(
            @RequestParam("donnees") DataKind kind,
            @RequestParam("jour") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam("mois") int months,
            @RequestParam("source") String source,
            @RequestParam(name = "confirmer", defaultValue = "false") boolean toConfirm,
            RedirectAttributes after) {
        retention.add(kind, from, months, source, toConfirm);
        after.addFlashAttribute("notice", "privacy.retention.added");
        return "redirect:/donnees-personnelles";
    }

    @GetMapping("/purges")
    @RolesAllowed(Roles.ADMINISTRATOR)
    String purges(Model model) {
        model.addAttribute("nights", purge.reports());
        return "privacy/purges";
    }

    private static List<DataKind> kinds() {
        return Arrays.stream(DataKind.values()).filter(DataKind::hasDelay).toList();
    }

    private KindLine line(DataKind kind, List<RetentionValue> values) {
        var own = values.stream().filter(value -> value.kind() == kind).toList();
        var now = own.stream()
                .filter(value -> !value.validFrom().isAfter(LocalDate.now(clock)))
                .max(Comparator.comparing(RetentionValue::validFrom))
                .orElse(null);
        return new KindLine(
                kind, now, own.stream().filter(value -> value != now).toList());
    }
}
