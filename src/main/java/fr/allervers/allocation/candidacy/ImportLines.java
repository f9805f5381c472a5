package fr.allervers.allocation.candidacy;

import fr.allervers.allocation.candidacy.AllocationImport.Kind;
import fr.allervers.shared.Money;
import fr.allervers.shared.Texts;
import fr.allervers.shared.imports.CsvFormat;
import fr.allervers.shared.imports.CsvLines;
import fr.allervers.shared.imports.FileRefused;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A file of applications or of vacant dwellings, line after line (docs/allocation-files.md). Columns are known by name, in any order. */
final class ImportLines implements AutoCloseable {

    /** The columns of vacant dwellings. */
    static final List<String> DWELLING = List.of(
            "code_logement", "libre_le", "financement", "loyer", "charges", "contingent", "reservataire", "visite");

    private static final List<String> DWELLING_NEEDED = List.of("code_logement", "libre_le");

    private final Kind kind;
    private final CsvLines lines;
    private final List<String> columns;
    private final LocalDate today;

    /**
     * One line.
     *
     * @param application read, for applications; none with a problem
     * @param offer read, for dwellings; none with a problem
     * @param problem why it is not taken, in French
     */
    record Line(
            int number,
            String content,
            @Nullable ApplicationEntry application,
            @Nullable DwellingOffer offer,
            @Nullable String problem) {}

    ImportLines(Kind kind, CsvFormat.Content content, CsvFormat format, LocalDate today) throws IOException {
        this.kind = kind;
        this.today = today;
        lines = new CsvLines(content, format);
        columns = lines.header().stream()
                .map(name -> Texts.fold(name).replace(' ', '_'))
                .toList();
        var needed = kind == Kind.DWELLINGS
                ? DWELLING_NEEDED
                : Arrays.stream(ApplicationField.values())
                        .filter(ApplicationField::required)
                        .map(ApplicationField::column)
                        .toList();
        var missing =
                needed.stream().filter(column -> !columns.contains(column)).toList();
        if (!missing.isEmpty()) {
            lines.close();
            throw new FileRefused("candidacy.import.columns", String.join(", ", missing));
        }
    }

    /** The next lines, this many at most; none at the end. */
    List<Line> next(int size) {
        var read = new ArrayList<Line>();
        while (read.size() < size) {
            var line = lines.next();
            if (line == null) {
                break;
            }
            if (line.cells().stream().anyMatch(cell -> !cell.isBlank())) {
                read.add(line(line));
            }
        }
        return read;
    }

    private Line line(CsvLines.Line of) {
        var content = String.join(";", of.cells());
        var cells = new HashMap<String, String>();
        for (var at = 0; at < Math.min(columns.size(), of.cells().size()); at++) {
            cells.put(columns.get(at), of.cells().get(at).strip());
        }
        if (kind == Kind.DWELLINGS) {
            return dwelling(of.number(), content, cells);
        }
        var read = ApplicationReader.read(cells, today);
        return new Line(of.number(), content, read.entry(), null, read.entry() == null ? words(read.faults()) : null);
    }

    private static String words(Map<String, String> faults) {
        return faults.entrySet().stream()
                .map(fault -> fault.getKey() + " : "
                        + switch (fault.getValue()) {
                            case "missing" -> "manquant";
                            case "long" -> "trop long";
                            case "date" -> "date attendue, par exemple 31/12/1990";
                            case "future" -> "jour à venir, ou trop ancien";
                            case "amount" -> "montant attendu, par exemple 1250,00";
                            case "number" -> "nombre attendu";
                            case "choice" -> "valeur inconnue";
                            case "email" -> "courriel invalide";
                            case "phone" -> "numéro de mobile invalide";
                            case "yes-no" -> "oui ou non attendu";
                            default -> "forme inattendue";
                        })
                .collect(Collectors.joining(" ; "));
    }

    private static Line dwelling(int number, String content, Map<String, String> cells) {
        var problems = new ArrayList<String>();
        var code = cells.getOrDefault("code_logement", "").toUpperCase(Locale.ROOT);
        if (code.isEmpty() || code.length() > 30) {
            problems.add("code_logement : manquant");
        }
        var free = AllocationCells.day(cells.getOrDefault("libre_le", ""));
        if (free.isEmpty()) {
            problems.add("libre_le : date attendue, par exemple 31/12/2026");
        }
        var kind = Arrays.stream(ReservationKind.values())
                .filter(one -> one.name().equalsIgnoreCase(cells.getOrDefault("contingent", "")))
                .findFirst();
        if (kind.isEmpty() && !cells.getOrDefault("contingent", "").isEmpty()) {
            problems.add("contingent : valeur inconnue");
        }
        var offer = new DwellingOffer(
                code,
                free.orElse(LocalDate.EPOCH),
                text(cells, "financement", 10, problems),
                null,
                cents(cells, "loyer", problems),
                cents(cells, "charges", problems),
                kind.orElse(ReservationKind.LANDLORD),
                text(cells, "reservataire", 80, problems),
                text(cells, "visite", 500, problems));
        return new Line(
                number,
                content,
                null,
                problems.isEmpty() ? offer : null,
                problems.isEmpty() ? null : String.join(" ; ", problems));
    }

    private static @Nullable String text(Map<String, String> cells, String column, int most, List<String> problems) {
        var text = cells.getOrDefault(column, "");
        if (text.length() > most) {
            problems.add(column + " : trop long");
        }
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Long cents(Map<String, String> cells, String column, List<String> problems) {
        var text = cells.getOrDefault(column, "");
        if (text.isEmpty()) {
            return null;
        }
        var cents = Money.read(text).map(Money::cents).filter(value -> value >= 0);
        if (cents.isEmpty()) {
            problems.add(column + " : montant attendu, par exemple 412,50");
        }
        return cents.orElse(null);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
