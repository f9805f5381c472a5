package fr.allervers.allocation.candidacy.web;

import fr.allervers.allocation.candidacy.HousingApplication;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An application as its form shows it again: the same names and forms as the file's columns. */
final class TypedApplication {

    private TypedApplication() {}

    static Map<String, String> of(HousingApplication kept, Map<String, String> registerCodes) {
        var typed = new HashMap<>(registerCodes);
        typed.put("numero_unique", kept.uniqueNumber());
        typed.put("date_demande", kept.appliedOn().toString());
        typed.put("civilite", text(kept.civility()));
        typed.put("nom", kept.lastName());
        typed.put("prenom", kept.firstName());
        typed.put("date_naissance", kept.birthDate().toString());
        typed.put("courriel", text(kept.email()));
        typed.put("mobile", text(kept.mobile()));
        typed.put("adresse", kept.address());
        typed.put("code_postal", kept.postcode());
        typed.put("commune", kept.commune());
        typed.put("langue", kept.language());
        typed.put("adultes", Integer.toString(kept.adults()));
        typed.put("enfants", Integer.toString(kept.children()));
        typed.put("handicap", kept.disabled() ? "oui" : "");
        typed.put("jeune_couple", kept.youngCouple() ? "oui" : "");
        typed.put("ressources", euros(kept.resourcesCents()));
        typed.put("revenu_fiscal", euros(kept.taxIncomeCents()));
        typed.put("annee_fiscale", text(kept.taxYear()));
        typed.put("aide_logement", euros(kept.aidCents()));
        typed.put("situation", kept.situation().name());
        typed.put("priorites", kept.priorities());
        typed.put("dalo_le", text(kept.daloOn()));
        typed.put("communes", kept.communes());
        typed.put("pieces", text(kept.rooms()));
        typed.put("observations", kept.words());
        return typed;
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    private static String euros(@Nullable Long cents) {
        return cents == null ? "" : "%d,%02d".formatted(cents / 100, cents % 100);
    }
}
