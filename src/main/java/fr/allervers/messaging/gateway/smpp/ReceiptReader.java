package fr.allervers.messaging.gateway.smpp;

import fr.allervers.messaging.gateway.Receipt;
import fr.allervers.messaging.gateway.Receipt.State;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads delivery receipts as centres write them: the text of SMPP 3.4, appendix B, in any order, case and completeness,
 * and the optional parameters, which win where both are there.
 */
final class ReceiptReader {

    private static final Pattern ID = field("id");
    private static final Pattern STATE = field("stat");
    private static final Pattern ERROR = field("err");

    private final MessageIds ids;
    private final Set<String> unknownSubscriber;

    ReceiptReader(MessageIds ids, Set<String> unknownSubscriber) {
        this.ids = ids;
        this.unknownSubscriber = unknownSubscriber;
    }

    private static Pattern field(String name) {
        return Pattern.compile("(?:^|\\s)" + name + "\\s*:\\s*(\\S+)", Pattern.CASE_INSENSITIVE);
    }

    /** Whether a text without any mark looks like a receipt. */
    static boolean looksLikeOne(String text) {
        return ID.matcher(text).find() && STATE.matcher(text).find();
    }

    /**
     * @param tlvId receipted_message_id, where given
     * @param tlvState message_state, 1 to 9, where given
     * @return none when no id can be found
     */
    Optional<Receipt> read(
            String text,
            @Nullable String tlvId,
            @Nullable Integer tlvState,
            @Nullable String recipient,
            @Nullable Integer reference) {
        var id = tlvId == null || tlvId.isBlank() ? first(ID, text) : tlvId;
        if (id == null) {
            return Optional.empty();
        }
        var word = first(STATE, text);
        var state = tlvState == null ? ofWord(word) : ofCode(tlvState);
        var code = first(ERROR, text);
        var error = state == State.FAILED ? (code == null || code.matches("0+") ? word : code) : null;
        return Optional.of(new Receipt(
                ids.ofReceipt(id),
                state,
                error,
                recipient,
                reference,
                state == State.FAILED && code != null && unknownSubscriber.contains(code)));
    }

    private static @Nullable String first(Pattern field, String text) {
        var found = field.matcher(text);
        return found.find() ? found.group(1) : null;
    }

    /** By the first letters: centres abbreviate and spell out at will. */
    private static State ofWord(@Nullable String word) {
        var upper = word == null ? "" : word.toUpperCase(Locale.ROOT);
        if (upper.startsWith("DELIV")) {
            return State.DELIVERED;
        }
        return upper.startsWith("EXP")
                        || upper.startsWith("DELET")
                        || upper.startsWith("UNDEL")
                        || upper.startsWith("REJ")
                        || upper.startsWith("FAIL")
                ? State.FAILED
                : State.PENDING;
    }

    private static State ofCode(int code) {
        return switch (code) {
            case 2 -> State.DELIVERED;
            case 3, 4, 5, 8 -> State.FAILED;
            default -> State.PENDING;
        };
    }
}
