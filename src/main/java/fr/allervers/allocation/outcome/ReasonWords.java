package fr.allervers.allocation.outcome;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The reasons of a decision in words: those of the list, then what the committee added. */
@Component
public class ReasonWords {

    /** Before the codes of the committee's list in the messages. */
    static final String LIST = "allocation.reason.";

    private final MessageSource messages;

    ReasonWords(MessageSource messages) {
        this.messages = messages;
    }

    String french(CandidateOutcome of) {
        return in(of, Locale.FRENCH);
    }

    String in(CandidateOutcome of, Locale language) {
        return Stream.concat(
                        Arrays.stream(of.reasonCodes().split(","))
                                .filter(code -> !code.isBlank())
                                .map(code -> word(code, language)),
                        Stream.of(of.words().strip()).filter(words -> !words.isEmpty()))
                .collect(Collectors.joining(" ; "));
    }

    /** One code of the list, in this language. */
    public String word(String code, Locale language) {
        return java.util.Objects.requireNonNullElse(messages.getMessage(LIST + code, null, code, language), code);
    }
}
