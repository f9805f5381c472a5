package fr.allervers.tenancy;

import static fr.allervers.tenancy.CellKind.CHOICE;
import static fr.allervers.tenancy.CellKind.CODE;
import static fr.allervers.tenancy.CellKind.DATE;
import static fr.allervers.tenancy.CellKind.EMAIL;
import static fr.allervers.tenancy.CellKind.FLOOR;
import static fr.allervers.tenancy.CellKind.LANGUAGE;
import static fr.allervers.tenancy.CellKind.MONEY;
import static fr.allervers.tenancy.CellKind.PATTERN;
import static fr.allervers.tenancy.CellKind.PHONE;
import static fr.allervers.tenancy.CellKind.TEXT;
import static fr.allervers.tenancy.CellKind.YES_NO;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * The columns of a register file, in the order of the example (docs/register-layout.md). A header is recognised whatever its
 * case, accents and separators: « Code agence » is {@code code_agence}.
 */
enum RegisterColumn {
    AGENCY_CODE("code_agence", true, CODE, 20),
    AGENCY_NAME("nom_agence", false, TEXT, 120),
    BUILDING_CODE("code_immeuble", true, CODE, 30),
    BUILDING_NAME("nom_immeuble", false, TEXT, 120),
    ADDRESS("adresse", true, TEXT, 200),
    POSTCODE("code_postal", true, PATTERN, 5, "\\d{5}"),
    COMMUNE("commune", true, TEXT, 80),
    INSEE("code_insee", true, PATTERN, 5, "\\d[\\dAB]\\d{3}"),
    STAIRWELL("cage", false, CODE, 20),
    DWELLING_CODE("code_logement", true, CODE, 30),
    TYPOLOGY("type_logement", true, PATTERN, 5, "[TF][1-9](BIS|\\+)?"),
    FLOOR_NUMBER("etage", false, FLOOR, 4),
    DOOR("porte", false, TEXT, 20),
    RENT("loyer", false, MONEY, 15),
    CHARGES("charges", false, MONEY, 15),
    FINANCING("financement", false, PATTERN, 10, "[A-Z0-9 ]{2,10}"),
    LEASE_CODE("code_bail", true, CODE, 30),
    LEASE_START("debut_bail", true, DATE, 30),
    LEASE_END("fin_bail", false, DATE, 30),
    HOUSEHOLD_CODE("code_foyer", true, CODE, 30),
    HOUSEHOLD_NAME("nom_foyer", true, TEXT, 120),
    LANGUAGE_CODE("langue", false, LANGUAGE, 2),
    ARREARS("impaye", false, MONEY, 15),
    ARREARS_DATE("date_impaye", false, DATE, 30),
    OCCUPANT_CODE("code_occupant", true, CODE, 30),
    CIVILITY(
            "civilite",
            Map.of("m", "M.", "mr", "M.", "monsieur", "M.", "mme", "Mme", "madame", "Mme", "mlle", "Mme"),
            "M. ou Mme"),
    LAST_NAME("nom", true, TEXT, 80),
    FIRST_NAME("prenom", true, TEXT, 80),
    BIRTH_DATE("date_naissance", false, DATE, 30),
    MARITAL_STATUS(
            "situation_familiale",
            Map.ofEntries(
                    Map.entry("celibataire", "SINGLE"),
                    Map.entry("marie", "MARRIED"),
                    Map.entry("mariee", "MARRIED"),
                    Map.entry("pacse", "PACS"),
                    Map.entry("pacsee", "PACS"),
                    Map.entry("concubinage", "PARTNER"),
                    Map.entry("separe", "SEPARATED"),
                    Map.entry("separee", "SEPARATED"),
                    Map.entry("divorce", "DIVORCED"),
                    Map.entry("divorcee", "DIVORCED"),
                    Map.entry("veuf", "WIDOWED"),
                    Map.entry("veuve", "WIDOWED")),
            "célibataire, marié, pacsé, concubinage, séparé, divorcé ou veuf"),
    LEASE_HOLDER("titulaire", false, YES_NO, 20),
    LIVES_ALONE("vit_seul", false, YES_NO, 20),
    ISOLATED("isole", false, YES_NO, 20),
    DISABLED("handicap", false, YES_NO, 20),
    FRAGILE("fragile", false, YES_NO, 20),
    FOLLOWED("suivi_social", false, YES_NO, 20),
    PRIORITY_TRANSFER("mutation_prioritaire", false, YES_NO, 20),
    DO_NOT_CALL("ne_pas_appeler", false, YES_NO, 20),
    PHONE_1("telephone_1", false, PHONE, 25),
    PHONE_2("telephone_2", false, PHONE, 25),
    EMAIL_ADDRESS("courriel", false, EMAIL, 254),
    DECEASED_ON("date_deces", false, DATE, 30),
    LEFT_ON("date_depart", false, DATE, 30);

    private final String header;
    private final boolean required;
    private final CellKind kind;
    private final int length;
    private final Pattern pattern;
    private final Map<String, String> choices;
    private final String choicesInWords;

    RegisterColumn(String header, boolean required, CellKind kind, int length) {
        this(header, required, kind, length, ".*", Map.of(), "");
    }

    RegisterColumn(String header, boolean required, CellKind kind, int length, String pattern) {
        this(header, required, kind, length, pattern, Map.of(), "");
    }

    RegisterColumn(String header, Map<String, String> choices, String choicesInWords) {
        this(header, false, CHOICE, 20, ".*", choices, choicesInWords);
    }

    RegisterColumn(
            String header,
            boolean required,
            CellKind kind,
            int length,
            String pattern,
            Map<String, String> choices,
            String choicesInWords) {
        this.header = header;
        this.required = required;
        this.kind = kind;
        this.length = length;
        this.pattern = Pattern.compile(pattern);
        this.choices = choices;
        this.choicesInWords = choicesInWords;
    }

    String header() {
        return header;
    }

    /** Whether a file without this column is no register. */
    boolean required() {
        return required;
    }

    CellKind kind() {
        return kind;
    }

    int length() {
        return length;
    }

    Pattern pattern() {
        return pattern;
    }

    Map<String, String> choices() {
        return choices;
    }

    String choicesInWords() {
        return choicesInWords;
    }

    /** Whether a vacant dwelling's line leaves it empty. */
    boolean ofOccupation() {
        return ordinal() >= LEASE_CODE.ordinal();
    }
}
