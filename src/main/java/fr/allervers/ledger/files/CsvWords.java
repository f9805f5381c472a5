package fr.allervers.ledger.files;

import fr.allervers.ledger.EntryKind;
import fr.allervers.ledger.Means;
import fr.allervers.shared.Texts;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words by which landlords' software names natures, means of payment, days and months. */
final class CsvWords {

    private static final DateTimeFormatter FRENCH_DAY =
            DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final Map<String, Means> MEANS = new LinkedHashMap<>();
    private static final Map<String, EntryKind> KINDS = new LinkedHashMap<>();

    static {
        MEANS.put("prelevement", Means.DIRECT_DEBIT);
        MEANS.put("prlv", Means.DIRECT_DEBIT);
        MEANS.put("virement", Means.TRANSFER);
        MEANS.put("cheque", Means.CHEQUE);
        MEANS.put("carte", Means.CARD);
        MEANS.put("cb", Means.CARD);
        MEANS.put("especes", Means.CASH);
        MEANS.put("tresorerie", Means.TREASURY);
        MEANS.put("tresor", Means.TREASURY);
        // The first word that begins the nature decides: « rejet de prélèvement » is no payment.
        KINDS.put("rejet", EntryKind.REJECTED_DEBIT);
        KINDS.put("impaye", EntryKind.REJECTED_DEBIT);
        KINDS.put("loyer", EntryKind.RENT);
        KINDS.put("provision", EntryKind.SERVICE_CHARGES);
        KINDS.put("charges", EntryKind.SERVICE_CHARGES);
        KINDS.put("apl", EntryKind.HOUSING_AID);
        KINDS.put("als", EntryKind.HOUSING_AID);
        KINDS.put("al", EntryKind.HOUSING_AID);
        KINDS.put("aide", EntryKind.HOUSING_AID);
        KINDS.put("paiement", EntryKind.PAYMENT);
        KINDS.put("reglement", EntryKind.PAYMENT);
        KINDS.put("encaissement", EntryKind.PAYMENT);
        KINDS.put("avoir", EntryKind.CREDIT);
        KINDS.put("remise", EntryKind.CREDIT);
        KINDS.put("regularisation", EntryKind.OTHER_CHARGE);
        KINDS.put("frais", EntryKind.OTHER_CHARGE);
        KINDS.put("depot", EntryKind.OTHER_CHARGE);
        KINDS.put("autre", EntryKind.OTHER_CHARGE);
    }

    /** What a nature's words mean. */
    record Nature(EntryKind kind, @Nullable Means means) {}

    private CsvWords() {}

    static @Nullable Nature nature(String text) {
        var first = Texts.fold(text).split(" ")[0];
        var kind = KINDS.get(first);
        if (kind != null) {
            return new Nature(kind, null);
        }
        var means = MEANS.get(first);
        return means == null ? null : new Nature(EntryKind.PAYMENT, means);
    }

    static @Nullable Means means(@Nullable String text) {
        return text == null ? null : MEANS.get(Texts.fold(text).split(" ")[0]);
    }

    static @Nullable LocalDate day(String text) {
        try {
            var day = text.indexOf('/') >= 0
                    ? LocalDate.parse(text.substring(0, Math.min(10, text.length())), FRENCH_DAY)
                    : LocalDate.parse(text.substring(0, Math.min(10, text.length())));
            return day.getYear() >= 1990 && day.getYear() <= 2100 ? day : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** First day of a month written « 11/2026 », « 2026-11 », « 202611 », or as one of its days. */
    static @Nullable LocalDate month(String text) {
        try {
            if (text.matches("\\d{1,2}[/-]\\d{4}")) {
                var parts = text.split("[/-]");
                return YearMonth.of(Integer.parseInt(parts[1]), Integer.parseInt(parts[0]))
                        .atDay(1);
            }
            if (text.matches("\\d{4}-?\\d{2}")) {
                var figures = text.replace("-", "");
                return YearMonth.of(Integer.parseInt(figures.substring(0, 4)), Integer.parseInt(figures.substring(4)))
                        .atDay(1);
            }
        } catch (DateTimeException e) {
            return null;
        }
        var day = day(text);
        return day == null ? null : day.withDayOfMonth(1);
    }
}
