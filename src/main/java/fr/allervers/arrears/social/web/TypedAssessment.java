package fr.allervers.arrears.social.web;

import fr.allervers.arrears.social.Assessment;
import fr.allervers.arrears.social.LineKind;
import fr.allervers.arrears.social.Right;
import fr.allervers.arrears.social.SocialAssessments;
import fr.allervers.shared.Euros;
import fr.allervers.shared.Money;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An assessment as typed: what cannot be read stays as it was typed, with its fault. */
record TypedAssessment(
        String adults,
        String children,
        String rent,
        String debitDay,
        Set<String> rights,
        String opinion,
        String version,
        List<Row> lines) {

    /** What most households have; a row without an amount is none. */
    private static final List<LineKind> USUAL =
            List.of(LineKind.WAGES, LineKind.FAMILY_BENEFITS, LineKind.ENERGY, LineKind.INSURANCE, LineKind.CREDIT);

    private static final int MOST_ROWS = 60;
    private static final int OPINION = 4000;

    /** One line; a row without an amount is none. */
    record Row(String kind, String person, String month, String total) {

        boolean isEmpty() {
            return month.isEmpty() && total.isEmpty();
        }
    }

    static TypedAssessment empty(long rentCents) {
        return new TypedAssessment("1", "0", plain(rentCents), "", Set.of(), "", "0", blank(Stream.of()));
    }

    static TypedAssessment of(Assessment one, int version) {
        return new TypedAssessment(
                Integer.toString(one.adults()),
                Integer.toString(one.children()),
                plain(one.rentCents()),
                one.debitDay() == null ? "" : one.debitDay().toString(),
                one.rights().stream().map(Right::name).collect(Collectors.toSet()),
                one.opinion(),
                Integer.toString(version),
                blank(one.lines().stream()
                        .map(line -> new Row(
                                line.kind().name(),
                                line.person(),
                                plain(line.monthCents()),
                                line.totalCents() == 0 ? "" : plain(line.totalCents())))));
    }

    static TypedAssessment read(HttpServletRequest request) {
        var kinds = values(request, "kind");
        var persons = values(request, "person");
        var months = values(request, "month");
        var totals = values(request, "total");
        var rows = new ArrayList<Row>();
        for (var row = 0; row < Math.min(kinds.size(), MOST_ROWS); row++) {
            rows.add(new Row(kinds.get(row), at(persons, row), at(months, row), at(totals, row)));
        }
        return new TypedAssessment(
                value(request, "adults"),
                value(request, "children"),
                value(request, "rent"),
                value(request, "debitDay"),
                Set.copyOf(values(request, "rights")),
                value(request, "opinion"),
                value(request, "version"),
                blank(rows.stream().filter(row -> !row.isEmpty())));
    }

    /** Keys of messages by field; lines by « line » and their number. */
    public Map<String, String> faults() {
        var faults = new LinkedHashMap<String, String>();
        check(faults, "adults", number(adults, 1, 20).isPresent(), "plan.error.count");
        check(faults, "children", number(children, 0, 20).isPresent(), "plan.error.count");
        check(faults, "rent", cents(rent).isPresent(), "plan.error.amount");
        check(faults, "debitDay", debitDay.isEmpty() || number(debitDay, 1, 31).isPresent(), "plan.error.day");
        check(faults, "opinion", opinion.length() <= OPINION, "social.error.long");
        for (var row = 0; row < lines.size(); row++) {
            var line = lines.get(row);
            check(
                    faults,
                    "line" + row,
                    line.isEmpty()
                            || (kind(line.kind()).isPresent()
                                    && cents(line.month()).isPresent()
                                    && cents(line.total()).isPresent()),
                    "plan.error.amount");
        }
        return faults;
    }

    private static void check(Map<String, String> faults, String field, boolean right, String otherwise) {
        if (!right) {
            faults.put(field, otherwise);
        }
    }

    /** What was typed, without a fault only. */
    SocialAssessments.Written written() {
        return new SocialAssessments.Written(
                number(adults, 1, 20).orElseThrow(),
                number(children, 0, 20).orElseThrow(),
                cents(rent).orElseThrow(),
                number(debitDay, 1, 31).orElse(null),
                Arrays.stream(Right.values())
                        .filter(right -> rights.contains(right.name()))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Right.class))),
                opinion,
                number(version, 0, 999_999).orElse(0),
                lines.stream()
                        .filter(line -> !line.isEmpty())
                        .map(line -> new Assessment.Line(
                                kind(line.kind()).orElseThrow(),
                                line.person().length() > 60 ? line.person().substring(0, 60) : line.person(),
                                cents(line.month()).orElseThrow(),
                                cents(line.total()).orElseThrow()))
                        .toList());
    }

    private static List<Row> blank(Stream<Row> filled) {
        return Stream.concat(filled, USUAL.stream().map(kind -> new Row(kind.name(), "", "", "")))
                .toList();
    }

    private static Optional<LineKind> kind(String name) {
        return Arrays.stream(LineKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst();
    }

    /** Nothing typed is nothing owed. */
    private static Optional<Long> cents(String text) {
        return text.isEmpty()
                ? Optional.of(0L)
                : Money.read(text).map(Money::cents).filter(cents -> cents >= 0 && cents <= 100_000_000);
    }

    private static Optional<Integer> number(String text, int least, int most) {
        return text.matches("\\d{1,6}")
                ? Optional.of(Integer.valueOf(text)).filter(number -> number >= least && number <= most)
                : Optional.empty();
    }

    private static String plain(long cents) {
        return new Euros().plain(cents);
    }

    private static String at(List<String> values, int row) {
        return row < values.size() ? values.get(row) : "";
    }

    private static String value(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value.strip();
    }

    private static List<String> values(HttpServletRequest request, String name) {
        var values = request.getParameterValues(name);
        return values == null
                ? List.of()
                : Arrays.stream(values).map(String::strip).toList();
    }
}
