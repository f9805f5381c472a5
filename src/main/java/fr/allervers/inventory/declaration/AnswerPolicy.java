package fr.allervers.inventory.declaration;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says whether an answer can be one to its item. */
final class AnswerPolicy {

    private static final int REMARK = 1000;
    private static final int SERIAL = 40;
    private static final int MOST_KEYS = 99;
    private static final BigDecimal MOST_READING = new BigDecimal("999999999");

    private AnswerPolicy() {}

    /** Why it cannot: the last part of a message's key; none when it can. */
    static Optional<String> refusal(ItemKind kind, ItemAnswer answer) {
        if (tooLong(answer.remark(), REMARK) || tooLong(answer.serial(), SERIAL)) {
            return Optional.of("too-long");
        }
        if (kind != ItemKind.ELEMENT && answer.state() != null) {
            return Optional.of("answer");
        }
        if (kind != ItemKind.METER && (answer.reading() != null || answer.serial() != null)) {
            return Optional.of("answer");
        }
        if (kind != ItemKind.KEYS && answer.quantity() != null) {
            return Optional.of("answer");
        }
        if (answer.reading() != null
                && (answer.reading().signum() < 0
                        || answer.reading().scale() > 3
                        || answer.reading().compareTo(MOST_READING) > 0)) {
            return Optional.of("reading");
        }
        return answer.quantity() != null && (answer.quantity() < 0 || answer.quantity() > MOST_KEYS)
                ? Optional.of("quantity")
                : Optional.empty();
    }

    private static boolean tooLong(@Nullable String text, int most) {
        return text != null && text.length() > most;
    }
}
