package fr.allervers.ledger.files;

import java.util.Locale;

/** Bank accounts as the formats write them. */
final class BankAccount {

    private BankAccount() {}

    /** An IBAN without spaces, in capitals. */
    static String plain(String account) {
        return account.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    /** What a French IBAN and a CFONB record have in common: bank, branch and account; other accounts as they are. */
    static String domestic(String account) {
        return account.matches("FR\\d{12}[A-Z0-9]{11}\\d{2}") ? account.substring(4, 25) : account;
    }
}
