package fr.allervers.messaging.gateway.smpp;

import fr.allervers.messaging.gateway.SmsSettings.Ids;
import java.math.BigInteger;
import java.util.Locale;

/**
 * Writes the id of one message in one way, whether it comes in the centre's answer or in its receipt: centres write it
 * in hexadecimal here and in decimal there, with and without leading noughts.
 */
final class MessageIds {

    /** As long as SMPP lets an id be. */
    private static final int LONGEST = 65;

    private final Ids ids;

    MessageIds(Ids ids) {
        this.ids = ids;
    }

    String ofAnswer(String id) {
        return switch (ids) {
            case SAME -> plain(id);
            case ANSWER_HEX_RECEIPT_DECIMAL -> number(id, 16);
            case ANSWER_DECIMAL_RECEIPT_HEX -> number(id, 10);
        };
    }

    String ofReceipt(String id) {
        return switch (ids) {
            case SAME -> plain(id);
            case ANSWER_HEX_RECEIPT_DECIMAL -> number(id, 10);
            case ANSWER_DECIMAL_RECEIPT_HEX -> number(id, 16);
        };
    }

    private static String plain(String id) {
        var bare = id.trim().toLowerCase(Locale.ROOT).replaceFirst("^0+(?=.)", "");
        return bare.length() > LONGEST ? bare.substring(0, LONGEST) : bare;
    }

    private static String number(String id, int radix) {
        try {
            return new BigInteger(id.trim(), radix).toString();
        } catch (NumberFormatException e) {
            return plain(id);
        }
    }
}
