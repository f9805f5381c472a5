package fr.allervers.arrears.settings.web;

import fr.allervers.arrears.settings.ArrearsSettings;
import fr.allervers.arrears.settings.DatedValue;
import fr.allervers.arrears.settings.Setting;
import fr.allervers.arrears.settings.Setting.Unit;
import fr.allervers.shared.Money;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The dated settings: shown with their sources, added to by administrators. */
@Controller
@RequestMapping("/impayes/reglages")
class SettingsController {

    private static final Pattern DAY_AND_MONTH = Pattern.compile("(\\d{1,2})/(\\d{1,2})");

    private final ArrearsSettings settings;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    SettingsController(ArrearsSettings settings, CurrentStaff currentStaff, Clock clock) {
        this.settings = settings;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    @GetMapping
    @RolesAllowed({Roles.ADMINISTRATOR, Roles.SUPERVISOR})
    String page(Model model) {
        var bySetting = settings.values().stream().collect(Collectors.groupingBy(DatedValue::setting));
        model.addAttribute("groups", groups(bySetting));
        model.addAttribute("all", Setting.values());
        model.addAttribute("tomorrow", LocalDate.now(clock).plusDays(1));
        model.addAttribute("mayAdd", currentStaff.require().is(Role.ADMINISTRATOR));
        return "arrears/settings";
    }

    private Map<Setting.Group, List<SettingLine>> groups(Map<Setting, List<DatedValue>> bySetting) {
        return Arrays.stream(Setting.values())
                .map(setting -> line(setting, bySetting.getOrDefault(setting, List.of())))
                .collect(Collectors.groupingBy(
                        line -> line.setting().group(), () -> new EnumMap<>(Setting.Group.class), Collectors.toList()));
    }

    private SettingLine line(Setting setting, List<DatedValue> values) {
        var now = values.stream()
                .filter(value -> !value.validFrom().isAfter(LocalDate.now(clock)))
                .max(Comparator.comparing(DatedValue::validFrom))
                .orElse(null);
        return new SettingLine(
                setting, now, values.stream().filter(value -> value != now).toList());
    }

    @PostMapping
    @RolesAllowed(Roles.ADMINISTRATOR)
    String add(
            @RequestParam("reglage") Setting setting,
            @RequestParam("jour") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam(name = "valeur", defaultValue = "") String value,
            @RequestParam("source") String source,
            @RequestParam(name = "confirmer", defaultValue = "false") boolean toConfirm,
            RedirectAttributes after) {
        settings.add(setting, from, read(setting.unit(), value.strip()), source, toConfirm);
        after.addFlashAttribute("notice", "arrears.done");
        return "redirect:/impayes/reglages";
    }

    /** None for an empty field: the rule no longer applies. */
    private static @Nullable Long read(Unit unit, String value) {
        if (value.isEmpty()) {
            return null;
        }
        if (unit == Unit.CENTS) {
            return Money.read(value).map(Money::cents).orElseThrow(SettingsController::impossible);
        }
        if (unit == Unit.MONTH_DAY) {
            var day = DAY_AND_MONTH.matcher(value);
            if (!day.matches()) {
                throw impossible();
            }
            return Long.parseLong(day.group(2)) * 100 + Long.parseLong(day.group(1));
        }
        if (!value.matches("\\d{1,6}")) {
            throw impossible();
        }
        return Long.valueOf(value);
    }

    private static UserError impossible() {
        return new UserError("arrears.error.setting-value");
    }
}
