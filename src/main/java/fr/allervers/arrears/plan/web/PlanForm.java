package fr.allervers.arrears.plan.web;

import fr.allervers.arrears.plan.LivingBudget;
import fr.allervers.arrears.plan.PlanTerms;
import fr.allervers.shared.Money;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The simulator as typed. What a household lives on is asked for to compute, and kept nowhere. */
record PlanForm(
        String resources,
        String charges,
        String rent,
        String adults,
        String children,
        String debt,
        String firstPayment,
        String firstPaymentOn,
        String month,
        String firstMonth,
        String day,
        @Nullable Boolean caf) {

    private static final int MOST_PEOPLE = 20;

    /** What a form leaves out is empty. */
    PlanForm {
        resources = text(resources);
        charges = text(charges);
        rent = text(rent);
        adults = text(adults);
        children = text(children);
        debt = text(debt);
        firstPayment = text(firstPayment);
        firstPaymentOn = text(firstPaymentOn);
        month = text(month);
        firstMonth = text(firstMonth);
        day = text(day);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    static PlanForm start(String debt, String rent, YearMonth firstMonth) {
        return new PlanForm("", "", rent, "1", "0", debt, "", "", "", firstMonth.toString(), "10", false);
    }

    PlanForm withMonth(String cents) {
        return new PlanForm(
                resources,
                charges,
                rent,
                adults,
                children,
                debt,
                firstPayment,
                firstPaymentOn,
                cents,
                firstMonth,
                day,
                caf);
    }

    /** What was typed into this amount or number. */
    public String value(String field) {
        return switch (field) {
            case "resources" -> resources;
            case "charges" -> charges;
            case "rent" -> rent;
            case "adults" -> adults;
            case "children" -> children;
            case "debt" -> debt;
            case "month" -> month;
            case "firstPayment" -> firstPayment;
            default -> throw new IllegalArgumentException(field);
        };
    }

    boolean forCaf() {
        return Boolean.TRUE.equals(caf);
    }

    boolean hasMonth() {
        return filled(month);
    }

    /** Keys of messages by field, for what cannot be read. */
    Map<String, String> faults() {
        var faults = new LinkedHashMap<String, String>();
        amount(faults, "debt", debt, true);
        amount(faults, "firstPayment", firstPayment, false);
        amount(faults, "month", month, false);
        if (filled(resources) || filled(charges)) {
            amount(faults, "resources", resources, true);
            amount(faults, "charges", charges, true);
            amount(faults, "rent", rent, true);
            count(faults, "adults", adults, 1);
            count(faults, "children", children, 0);
        }
        if (filled(firstPaymentOn) && date(firstPaymentOn).isEmpty()) {
            faults.put("firstPaymentOn", "plan.error.date");
        }
        if (yearMonth().isEmpty()) {
            faults.put("firstMonth", "plan.error.month");
        }
        if (number(day).filter(one -> one >= 1 && one <= 31).isEmpty()) {
            faults.put("day", "plan.error.day");
        }
        return faults;
    }

    /** What the household lives on, when it was typed. */
    Optional<LivingBudget> budget() {
        return filled(resources)
                ? Optional.of(new LivingBudget(
                        cents(resources),
                        cents(charges),
                        cents(rent),
                        number(adults).orElse(1),
                        number(children).orElse(0)))
                : Optional.empty();
    }

    /** The terms; without a fault only. */
    PlanTerms terms() {
        return new PlanTerms(
                cents(debt),
                cents(firstPayment),
                date(firstPaymentOn).orElse(null),
                cents(month),
                yearMonth().orElseThrow(),
                number(day).orElseThrow());
    }

    private static void amount(Map<String, String> faults, String field, String typed, boolean needed) {
        if (filled(typed)
                ? Money.read(typed).filter(money -> money.cents() >= 0).isEmpty()
                : needed) {
            faults.put(field, "plan.error.amount");
        }
    }

    private static void count(Map<String, String> faults, String field, String typed, int least) {
        if (number(typed).filter(one -> one >= least && one <= MOST_PEOPLE).isEmpty()) {
            faults.put(field, "plan.error.count");
        }
    }

    private static boolean filled(String text) {
        return !text.isEmpty();
    }

    private static long cents(String text) {
        return filled(text) ? Money.read(text).map(Money::cents).orElse(0L) : 0;
    }

    private static Optional<Integer> number(String text) {
        return filled(text) && text.matches("\\d{1,3}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return filled(text) ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<YearMonth> yearMonth() {
        try {
            return filled(firstMonth) ? Optional.of(YearMonth.parse(firstMonth)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
