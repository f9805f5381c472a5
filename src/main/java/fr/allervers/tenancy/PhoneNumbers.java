package fr.allervers.tenancy;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;

/** Reads telephone numbers as French people write them, or in international form. */
public final class PhoneNumbers {

    private static final PhoneNumberUtil RULES = PhoneNumberUtil.getInstance();

    private PhoneNumbers() {}

    /** A number that can be dialled. */
    public record Dialled(String e164, boolean mobile) {}

    /** The number; none when the text is no telephone number of a subscriber. */
    public static Optional<Dialled> read(String text) {
        try {
            var number = RULES.parse(text, "FR");
            return isSubscriber(number)
                    ? Optional.of(new Dialled(RULES.format(number, PhoneNumberFormat.E164), isMobile(number)))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /** « 01 99 00 12 34 », or the international form of a foreign number. */
    public static String display(String e164) {
        try {
            var number = RULES.parse(e164, "FR");
            var format = number.getCountryCode() == 33 ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL;
            return RULES.format(number, format);
        } catch (NumberParseException e) {
            return e164;
        }
    }

    private static boolean isSubscriber(Phonenumber.PhoneNumber number) {
        return !number.hasExtension() && (RULES.isValidNumber(number) || isFictional(number));
    }

    private static boolean isMobile(Phonenumber.PhoneNumber number) {
        var type = RULES.getNumberType(number);
        return type == PhoneNumberType.MOBILE || type == PhoneNumberType.FIXED_LINE_OR_MOBILE || isFictional(number);
    }

    /** 06 39 98 00 00 to 99 99, which ARCEP keeps for fiction: the library knows no subscriber there, our demo does. */
    private static boolean isFictional(Phonenumber.PhoneNumber number) {
        return number.getCountryCode() == 33 && number.getNationalNumber() / 10_000 == 63_998;
    }
}
