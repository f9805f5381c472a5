package fr.allervers.messaging.gateway.smpp;

import fr.allervers.messaging.Gsm7;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;

/** The letters of a delivered message, in whatever alphabet they came. */
final class DeliveredText {

    private DeliveredText() {}

    static String of(DeliverSm message) {
        var octets = message.getShortMessage();
        if (octets == null || octets.length == 0) {
            var payload = message.getOptionalParameter(OptionalParameter.Message_payload.class);
            octets = payload == null ? new byte[0] : payload.getValue();
        }
        if (message.isUdhi() && octets.length > 0) {
            octets = Arrays.copyOfRange(octets, Math.min(octets.length, 1 + (octets[0] & 0xFF)), octets.length);
        }
        return decode(octets, message.getDataCoding());
    }

    static String decode(byte[] octets, byte dataCoding) {
        return switch (dataCoding & 0x0F) {
            case 1 -> new String(octets, StandardCharsets.US_ASCII);
            case 3 -> new String(octets, StandardCharsets.ISO_8859_1);
            case 8 -> new String(octets, StandardCharsets.UTF_16BE);
            default -> Gsm7.decode(octets);
        };
    }
}
