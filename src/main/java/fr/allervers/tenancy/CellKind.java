package fr.allervers.tenancy;

import fr.allervers.shared.Texts;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How a cell of the register file is read; the value's type is the one that the database gives back. */
enum CellKind {
    TEXT {
        @Override
        Object read(String cell, RegisterColumn column) {
            return cell;
        }
    },
    /** Case does not matter to the database: codes are kept in capitals. */
    CODE {
        @Override
        Object read(String cell, RegisterColumn column) {
            var code = cell.toUpperCase(Locale.ROOT);
            return matched(CODE_FORM, code, "lettres sans accent, chiffres, - _ . / seulement");
        }
    },
    PATTERN {
        @Override
        Object read(String cell, RegisterColumn column) {
            return matched(column.pattern(), cell.toUpperCase(Locale.ROOT), "forme inattendue");
        }
    },
    CHOICE {
        @Override
        Object read(String cell, RegisterColumn column) {
            var value = column.choices().get(Texts.fold(cell));
            if (value == null) {
                throw new BadCell(column.choicesInWords() + " attendu");
            }
            return value;
        }
    },
    /** Euros with a decimal comma or point; cents. */
    MONEY {
        @Override
        Object read(String cell, RegisterColumn column) {
            var figures = matched(
                    MONEY_FORM, NOT_FIGURES.matcher(cell).replaceAll(""), "montant attendu, par exemple 412,50");
            var parts = figures.split("[.,]", -1);
            var cents = parts.length == 1 ? "00" : (parts[1] + "0").substring(0, 2);
            return Long.parseLong(parts[0]) * 100 + Long.parseLong(cents);
        }
    },
    DATE {
        @Override
        Object read(String cell, RegisterColumn column) {
            try {
                var day = LocalDate.parse(cell, cell.indexOf('/') >= 0 ? FRENCH_DAY : ISO_DAY);
                if (day.getYear() >= 1880 && day.getYear() <= 2200) {
                    return day;
                }
            } catch (DateTimeException e) {
                // said below
            }
            throw new BadCell("date attendue, par exemple 31/12/1948");
        }
    },
    YES_NO {
        @Override
        Object read(String cell, RegisterColumn column) {
            var answer = Texts.fold(cell);
            if (YES.contains(answer)) {
                return true;
            }
            if (NO.contains(answer)) {
                return false;
            }
            throw new BadCell("oui ou non attendu");
        }
    },
    FLOOR {
        @Override
        Object read(String cell, RegisterColumn column) {
            if (GROUND.contains(Texts.fold(cell))) {
                return 0L;
            }
            return Long.parseLong(matched(FLOOR_FORM, cell, "étage attendu, par exemple 3 ou RDC"));
        }
    },
    LANGUAGE {
        @Override
        Object read(String cell, RegisterColumn column) {
            var code = cell.toLowerCase(Locale.ROOT);
            if (!LANGUAGES.contains(code)) {
                throw new BadCell("code de langue attendu, par exemple fr, ar ou tr");
            }
            return code;
        }
    },
    PHONE {
        @Override
        Object read(String cell, RegisterColumn column) {
            return PhoneNumbers.read(cell).orElseThrow(() -> new BadCell("numéro de téléphone invalide"));
        }
    },
    EMAIL {
        @Override
        Object read(String cell, RegisterColumn column) {
            return matched(EMAIL_FORM, cell, "adresse électronique invalide");
        }
    };

    private static final Pattern CODE_FORM = Pattern.compile("[A-Z0-9][A-Z0-9 ._/-]*");
    private static final Pattern MONEY_FORM = Pattern.compile("\\d{1,9}([.,]\\d{1,2})?");
    private static final Pattern NOT_FIGURES = Pattern.compile("[\\s\\u00a0\\u202f€]");
    private static final Pattern FLOOR_FORM = Pattern.compile("-?\\d{1,2}");
    private static final Pattern EMAIL_FORM = Pattern.compile("[^@\\s;,<>\"]+@[^@\\s;,<>\"]+\\.[^@\\s;,<>\".]{2,}");
    private static final DateTimeFormatter FRENCH_DAY =
            DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter ISO_DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final Set<String> YES = Set.of("oui", "1", "o", "vrai");
    private static final Set<String> NO = Set.of("non", "0", "n", "faux");
    private static final Set<String> GROUND = Set.of("rdc", "rez de chaussee");
    private static final Set<String> LANGUAGES = Set.copyOf(Arrays.asList(Locale.getISOLanguages()));

    /**
     * Reads a cell that is not blank.
     *
     * @throws BadCell when it does not hold what the column asks for
     */
    abstract Object read(String cell, RegisterColumn column);

    private static String matched(Pattern form, String text, String otherwise) {
        if (!form.matcher(text).matches()) {
            throw new BadCell(otherwise);
        }
        return text;
    }

    /** Why a cell cannot be read, in French, for the reject file. */
    static final class BadCell extends RuntimeException {

        private static final long serialVersionUID = 1L;

        BadCell(String reason) {
            super(reason, null, false, false);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }
}
