package fr.allervers.messaging.text;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name that a telephone shows instead of a number. French networks take at most 11 letters and digits without
 * spaces or accents, not digits alone (charter of af2m), and have blocked generic words since March 2025.
 */
public final class SenderName {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9]{3,11}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Set<String> GENERIC = Set.of(
            "ALERTE",
            "ALERT",
            "AVIS",
            "CLIENT",
            "COLIS",
            "CONTACT",
            "FACTURE",
            "INFO",
            "INFOS",
            "INFOSMS",
            "LIVRAISON",
            "MESSAGE",
            "NOTIF",
            "PAIEMENT",
            "RAPPEL",
            "RDV",
            "SERVICE",
            "SMS",
            "SMSINFO",
            "SUPPORT",
            "URGENT",
            "VERIFY");

    private SenderName() {}

    /** The key of the message that says what is wrong; none when networks take the name. */
    public static Optional<String> problem(String name) {
        if (!SHAPE.matcher(name).matches()) {
            return Optional.of("mailing.error.sender.shape");
        }
        if (DIGITS.matcher(name).matches()) {
            return Optional.of("mailing.error.sender.digits");
        }
        return GENERIC.contains(name.toUpperCase(Locale.ROOT))
                ? Optional.of("mailing.error.sender.generic")
                : Optional.empty();
    }
}
