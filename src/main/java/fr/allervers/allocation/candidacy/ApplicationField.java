package fr.allervers.allocation.candidacy;

import java.util.Arrays;
import java.util.Optional;

/** The fields of an application, named as the columns of its file and the fields of its page (docs/allocation-files.md). */
public enum ApplicationField {
    UNIQUE_NUMBER("numero_unique", true, 20),
    APPLIED_ON("date_demande", true, 10),
    AGENCY("agence", true, 20),
    CIVILITY("civilite", false, 10),
    LAST_NAME("nom", true, 80),
    FIRST_NAME("prenom", true, 80),
    BIRTH_DATE("date_naissance", true, 10),
    EMAIL("courriel", false, 254),
    MOBILE("mobile", false, 25),
    ADDRESS("adresse", true, 200),
    POSTCODE("code_postal", true, 5),
    COMMUNE("commune", true, 80),
    LANGUAGE("langue", false, 2),
    ADULTS("adultes", true, 2),
    CHILDREN("enfants", true, 2),
    DISABLED("handicap", false, 5),
    YOUNG_COUPLE("jeune_couple", false, 5),
    RESOURCES("ressources", true, 15),
    TAX_INCOME("revenu_fiscal", false, 15),
    TAX_YEAR("annee_fiscale", false, 4),
    AID("aide_logement", false, 15),
    SITUATION("situation", true, 16),
    PRIORITIES("priorites", false, 300),
    DALO_ON("dalo_le", false, 10),
    COMMUNES("communes", false, 200),
    ROOMS("pieces", false, 1),
    WORDS("observations", false, 1000),
    HOUSEHOLD("foyer", false, 30);

    private final String column;
    private final boolean required;
    private final int length;

    ApplicationField(String column, boolean required, int length) {
        this.column = column;
        this.required = required;
        this.length = length;
    }

    public String column() {
        return column;
    }

    public boolean required() {
        return required;
    }

    /** The longest text taken. */
    public int length() {
        return length;
    }

    static Optional<ApplicationField> named(String column) {
        return Arrays.stream(values())
                .filter(field -> field.column.equals(column))
                .findFirst();
    }
}
