package fr.allervers.messaging.gateway.smpp;

import fr.allervers.messaging.gateway.Incoming;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jspecify.annotations.Nullable;

/** Which part of a long message was delivered: told by the header before the text, or beside it. */
final class DeliveredPart {

    private static final int SHORT_REFERENCE = 0x00;
    private static final int LONG_REFERENCE = 0x08;

    private DeliveredPart() {}

    /** None for a whole message, and for a header that makes no sense: its text is then taken as it is. */
    static Incoming.@Nullable Part of(DeliverSm message) {
        var octets = message.getShortMessage();
        return message.isUdhi() && octets != null && octets.length > 0 ? inHeader(octets) : beside(message);
    }

    /** Elements of the user data header: kind, length, content (3GPP TS 23.040, 9.2.3.24). */
    static Incoming.@Nullable Part inHeader(byte[] octets) {
        var end = Math.min(octets.length, 1 + (octets[0] & 0xFF));
        for (var at = 1; at + 1 < end; at += 2 + (octets[at + 1] & 0xFF)) {
            var kind = octets[at] & 0xFF;
            var length = octets[at + 1] & 0xFF;
            var content = at + 2;
            if (content + length > end) {
                return null;
            }
            if (kind == SHORT_REFERENCE && length == 3) {
                return part(octets[content] & 0xFF, octets[content + 2] & 0xFF, octets[content + 1] & 0xFF);
            }
            if (kind == LONG_REFERENCE && length == 4) {
                return part(
                        (octets[content] & 0xFF) << 8 | octets[content + 1] & 0xFF,
                        octets[content + 3] & 0xFF,
                        octets[content + 2] & 0xFF);
            }
        }
        return null;
    }

    private static Incoming.@Nullable Part beside(DeliverSm message) {
        var reference = message.getOptionalParameter(OptionalParameter.Sar_msg_ref_num.class);
        var number = message.getOptionalParameter(OptionalParameter.Sar_segment_seqnum.class);
        var count = message.getOptionalParameter(OptionalParameter.Sar_total_segments.class);
        return reference == null || number == null || count == null
                ? null
                : part(reference.getValue() & 0xFFFF, number.getValue() & 0xFF, count.getValue() & 0xFF);
    }

    private static Incoming.@Nullable Part part(int reference, int number, int count) {
        return count > 1 && number >= 1 && number <= count ? new Incoming.Part(reference, number, count) : null;
    }
}
