package fr.allervers.messaging.replies;

import fr.allervers.shared.Texts;
import java.util.Set;

/** Tells who refuses further messages: the words that operators have people send, whatever is around them in signs. */
final class StopWords {

    private static final Set<String> WORDS =
            Set.of("stop", "arret", "arretez", "stop sms", "stopsms", "unsubscribe", "desabonnement", "desinscription");

    private StopWords() {}

    static boolean isOne(String text) {
        var words = Texts.fold(text).replaceAll("[^a-z0-9]+", " ").trim();
        return WORDS.contains(words) || words.matches("(stop|arret)( \\d{5})?");
    }
}
