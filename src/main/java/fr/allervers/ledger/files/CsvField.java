package fr.allervers.ledger.files;

import fr.allervers.shared.Texts;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** What a column of a landlord's CSV can be, and the headers by which it is proposed. */
public enum CsvField {
    LEASE("code bail", "bail", "contrat", "no contrat", "code foyer", "foyer", "locataire", "code locataire", "compte"),
    VALUE_DATE("date valeur", "date", "date operation", "date echeance", "date comptable"),
    AMOUNT("montant", "somme"),
    DEBIT("debit", "du", "appele"),
    CREDIT("credit", "regle", "encaisse"),
    KIND("nature", "type", "rubrique", "type ecriture"),
    MEANS("moyen", "mode", "mode de paiement", "mode reglement", "moyen de paiement"),
    PERIOD("periode", "mois", "terme"),
    LABEL("libelle", "intitule", "motif"),
    ENTRY_NUMBER("numero ecriture", "no ecriture", "id", "identifiant", "numero"),
    REFERENCE("reference", "ref"),
    PAYER_NAME("payeur", "nom", "emetteur"),
    PAYER_IBAN("iban", "iban payeur");

    private final Set<String> headers;

    CsvField(String... headers) {
        this.headers = Set.copyOf(Arrays.asList(headers));
    }

    static Optional<CsvField> proposed(String header) {
        var words = Texts.fold(header);
        return Arrays.stream(values())
                .filter(field -> field.headers.contains(words))
                .findFirst();
    }
}
