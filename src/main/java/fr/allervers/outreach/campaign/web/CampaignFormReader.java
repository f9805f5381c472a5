package fr.allervers.outreach.campaign.web;

import fr.allervers.outreach.campaign.Audience;
import fr.allervers.outreach.campaign.CampaignSettings;
import fr.allervers.outreach.campaign.WavePlan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what was typed. Every value that does not do is noted by its field with a message's key; the values read are
 * of use only without {@link #errors()}, but audiences may be counted anyway.
 */
final class CampaignFormReader {

    private static final LocalDate FAR = LocalDate.of(9999, 1, 1);

    private final CampaignForm form;
    private final Map<String, String> errors = new LinkedHashMap<>();

    CampaignFormReader(CampaignForm form) {
        this.form = form;
    }

    Map<String, String> errors() {
        return errors;
    }

    CampaignSettings settings() {
        if (form.getName().isBlank()) {
            errors.put("name", "campaign.error.name");
        } else if (form.getName().strip().length() > 120) {
            errors.put("name", "campaign.error.name-long");
        }
        var starts = day("startsOn", form.getStartsOn(), true);
        var ends = day("endsOn", form.getEndsOn(), true);
        if (starts != null && ends != null && ends.isBefore(starts)) {
            errors.put("endsOn", "campaign.error.ends-before");
        }
        return new CampaignSettings(
                form.getName(),
                form.getPurpose(),
                starts == null ? FAR : starts,
                ends == null ? FAR : ends,
                number("maxAttempts", form.getMaxAttempts(), 1, 10),
                number("fileSize", form.getFileSize(), 1, 100),
                number("holdHours", form.getHoldHours(), 1, 336),
                form.getServices().isEmpty() ? Set.of() : EnumSet.copyOf(form.getServices()));
    }

    List<WavePlan> waves() {
        var plans = new ArrayList<WavePlan>();
        if (form.getWaves().isEmpty()) {
            errors.put("waves", "campaign.error.no-wave");
        }
        for (var index = 0; index < form.getWaves().size(); index++) {
            plans.add(wave(index));
        }
        return plans;
    }

    WavePlan wave(int index) {
        var wave = form.getWaves().get(index);
        var at = "waves[" + index + "].";
        if (wave.getName().isBlank() || wave.getName().strip().length() > 80) {
            errors.put(at + "name", "campaign.error.wave-name");
        }
        var opens = day(at + "opensOn", wave.getOpensOn(), false);
        var deadline = day(at + "deadlineOn", wave.getDeadlineOn(), true);
        if (opens != null && deadline != null && deadline.isBefore(opens)) {
            errors.put(at + "deadlineOn", "campaign.error.deadline-before");
        }
        return new WavePlan(wave.getName().strip(), audience(index), opens, deadline == null ? FAR : deadline);
    }

    Audience audience(int index) {
        var wave = form.getWaves().get(index);
        var at = "waves[" + index + "].";
        var from = age(at + "ageFrom", wave.getAgeFrom());
        var to = age(at + "ageTo", wave.getAgeTo());
        if (from != null && to != null && to < from) {
            errors.put(at + "ageTo", "campaign.error.age-order");
        }
        return new Audience(
                from,
                to,
                wave.getTraits().isEmpty() ? Set.of() : EnumSet.copyOf(wave.getTraits()),
                wave.getJoined(),
                cents(),
                new HashSet<>(form.getAgencies()),
                new HashSet<>(form.getCommunes()),
                new HashSet<>(form.getBuildings()),
                form.isNotInOtherCampaign(),
                Arrays.stream(form.getExcluded().split("[\\s,;]+"))
                        .filter(code -> !code.isEmpty())
                        .distinct()
                        .toList());
    }

    private @Nullable Integer age(String field, String typed) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            var age = Integer.parseInt(typed.strip());
            if (age >= 0 && age <= 120) {
                return age;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        errors.put(field, "campaign.error.age");
        return null;
    }

    private @Nullable Long cents() {
        if (form.getArrears().isBlank()) {
            return null;
        }
        try {
            var euros = new BigDecimal(
                    form.getArrears().replaceAll("[\\s\\u00a0\\u202f€]", "").replace(',', '.'));
            if (euros.signum() > 0 && euros.compareTo(BigDecimal.valueOf(1_000_000)) < 0) {
                return euros.movePointRight(2).longValue();
            }
        } catch (NumberFormatException e) {
            // said below
        }
        errors.put("arrears", "campaign.error.arrears");
        return null;
    }

    private int number(String field, String typed, int least, int most) {
        try {
            var number = Integer.parseInt(typed.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        errors.put(field, "campaign.error." + field);
        return least;
    }

    private @Nullable LocalDate day(String field, String typed, boolean required) {
        if (typed.isBlank()) {
            if (required) {
                errors.put(field, "campaign.error.day-needed");
            }
            return null;
        }
        try {
            var day = LocalDate.parse(typed.strip());
            if (day.getYear() >= 2000 && day.getYear() < 2200) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // said below
        }
        errors.put(field, "campaign.error.day");
        return null;
    }
}
