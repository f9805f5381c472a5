package fr.allervers.allocation.candidacy;

import static fr.allervers.allocation.candidacy.ApplicationField.*;

import fr.allervers.shared.Money;
import fr.allervers.tenancy.PhoneNumbers;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an application from what was typed or imported: one reader for the page and for the file. */
public final class ApplicationReader {

    private static final Pattern NUMBER = Pattern.compile("[0-9A-Z]{12,20}");
    private static final Pattern EMAIL_FORM = Pattern.compile("[^@\\s;,<>\"]+@[^@\\s;,<>\"]+\\.[^@\\s;,<>\".]{2,}");
    private static final Pattern INSEE = Pattern.compile("\\d[\\dAB]\\d{3}");
    private static final long MOST_CENTS = 100_000_000;

    private final Map<ApplicationField, String> cells;
    private final LocalDate today;
    private final Map<String, String> faults = new LinkedHashMap<>();

    private ApplicationReader(Map<ApplicationField, String> cells, LocalDate today) {
        this.cells = cells;
        this.today = today;
    }

    /**
     * What was read.
     *
     * @param entry none when there are faults
     * @param faults by column, the last part of a message's key: missing, long, date, amount, number, choice, form, email, phone, future
     */
    public record Read(@Nullable ApplicationEntry entry, Map<String, String> faults) {}

    /** Reads what stands under the columns' names; others are passed over. */
    public static Read read(Map<String, String> typed, LocalDate today) {
        var cells = new EnumMap<ApplicationField, String>(ApplicationField.class);
        typed.forEach(
                (column, text) -> ApplicationField.named(column).ifPresent(field -> cells.put(field, text.strip())));
        var reader = new ApplicationReader(cells, today);
        reader.lengths();
        var entry = reader.entry();
        return new Read(reader.faults.isEmpty() ? entry : null, reader.faults);
    }

    private void lengths() {
        for (var field : ApplicationField.values()) {
            var text = text(field);
            if (text.isEmpty() && field.required()) {
                faults.put(field.column(), "missing");
            } else if (text.length() > field.length() && field != UNIQUE_NUMBER) {
                faults.put(field.column(), "long");
            }
        }
    }

    private ApplicationEntry entry() {
        return new ApplicationEntry(
                matched(
                        UNIQUE_NUMBER,
                        text(UNIQUE_NUMBER).replaceAll("[\\s.\\-/]", "").toUpperCase(Locale.ROOT),
                        NUMBER),
                past(APPLIED_ON),
                text(AGENCY).toUpperCase(Locale.ROOT),
                civility(),
                text(LAST_NAME),
                text(FIRST_NAME),
                past(BIRTH_DATE),
                text(EMAIL).isEmpty() ? null : matched(EMAIL, text(EMAIL), EMAIL_FORM),
                mobile(),
                text(ADDRESS),
                matched(POSTCODE, text(POSTCODE), Pattern.compile("\\d{5}")),
                text(COMMUNE),
                text(LANGUAGE).isEmpty()
                        ? "fr"
                        : matched(LANGUAGE, text(LANGUAGE).toLowerCase(Locale.ROOT), Pattern.compile("[a-z]{2}")),
                count(ADULTS, 1, 12),
                count(CHILDREN, 0, 12),
                yes(DISABLED),
                yes(YOUNG_COUPLE),
                cents(RESOURCES),
                text(TAX_INCOME).isEmpty() ? null : cents(TAX_INCOME),
                text(TAX_YEAR).isEmpty() ? null : count(TAX_YEAR, 2010, today.getYear()),
                text(AID).isEmpty() ? 0 : cents(AID),
                choice(SITUATION, text(SITUATION), Situation.class, Situation.OTHER),
                priorities(),
                text(DALO_ON).isEmpty() ? null : past(DALO_ON),
                communes(),
                text(ROOMS).isEmpty() ? null : count(ROOMS, 1, 9),
                text(WORDS),
                text(HOUSEHOLD).isEmpty() ? null : text(HOUSEHOLD).toUpperCase(Locale.ROOT));
    }

    private String text(ApplicationField field) {
        return cells.getOrDefault(field, "");
    }

    private void fault(ApplicationField field, String kind) {
        faults.putIfAbsent(field.column(), kind);
    }

    private String matched(ApplicationField field, String text, Pattern form) {
        if (!text.isEmpty() && !form.matcher(text).matches()) {
            fault(field, field == EMAIL ? "email" : "form");
        }
        return text;
    }

    private LocalDate past(ApplicationField field) {
        var day = AllocationCells.day(text(field));
        if (day.isEmpty()) {
            fault(field, "date");
        } else if (day.get().isAfter(today) || day.get().getYear() < 1900) {
            fault(field, "future");
        }
        return day.orElse(today);
    }

    private int count(ApplicationField field, int least, int most) {
        var text = text(field);
        if (text.matches("\\d{1,4}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        fault(field, "number");
        return least;
    }

    private long cents(ApplicationField field) {
        var cents = Money.read(text(field)).map(Money::cents).orElse(-1L);
        if (cents < 0 || cents > MOST_CENTS) {
            fault(field, "amount");
        }
        return cents;
    }

    private boolean yes(ApplicationField field) {
        var answer = AllocationCells.yes(text(field));
        if (answer == null) {
            fault(field, "yes-no");
        }
        return Boolean.TRUE.equals(answer);
    }

    private @Nullable String civility() {
        return switch (text(CIVILITY).toLowerCase(Locale.FRENCH).replace(".", "")) {
            case "" -> null;
            case "m", "mr", "monsieur" -> "M.";
            case "mme", "mlle", "madame" -> "Mme";
            default -> {
                fault(CIVILITY, "choice");
                yield null;
            }
        };
    }

    private @Nullable String mobile() {
        var text = text(MOBILE);
        if (text.isEmpty()) {
            return null;
        }
        var number = PhoneNumbers.read(text).filter(PhoneNumbers.Dialled::mobile);
        if (number.isEmpty()) {
            fault(MOBILE, "phone");
        }
        return number.map(PhoneNumbers.Dialled::e164).orElse(null);
    }

    private Set<PriorityKind> priorities() {
        var kinds = EnumSet.noneOf(PriorityKind.class);
        Arrays.stream(text(PRIORITIES).split("[,\\s]+"))
                .filter(code -> !code.isEmpty())
                .forEach(code -> kinds.add(choice(PRIORITIES, code, PriorityKind.class, PriorityKind.DISABILITY)));
        return kinds;
    }

    private Set<String> communes() {
        var codes = new TreeSet<String>();
        Arrays.stream(text(COMMUNES).split("[,\\s]+"))
                .filter(code -> !code.isEmpty())
                .forEach(code -> codes.add(matched(COMMUNES, code.toUpperCase(Locale.ROOT), INSEE)));
        return codes;
    }

    private <E extends Enum<E>> E choice(ApplicationField field, String code, Class<E> of, E otherwise) {
        for (var one : of.getEnumConstants()) {
            if (one.name().equalsIgnoreCase(code)) {
                return one;
            }
        }
        fault(field, "choice");
        return otherwise;
    }
}
