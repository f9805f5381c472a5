package fr.allervers.outreach.calling.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;

/** The languages that callers and tenants can be said to speak, named in the reader's language. */
final class SpokenLanguages {

    private static final List<String> CODES =
            List.of("fr", "ar", "en", "es", "fa", "it", "pl", "ps", "pt", "ro", "ru", "sq", "tr", "uk", "vi", "zh");

    private SpokenLanguages() {}

    /** All of them, French first, code to name. */
    static Map<String, String> all() {
        return named(CODES);
    }

    /** Those for which a household is passed on: all but French. */
    static Map<String, String> foreign() {
        return named(CODES.subList(1, CODES.size()));
    }

    static boolean isKnown(String code) {
        return CODES.contains(code);
    }

    /** What the reader calls this language; the code itself when it is none. */
    static String name(String code) {
        return Locale.forLanguageTag(code).getDisplayLanguage(LocaleContextHolder.getLocale());
    }

    private static Map<String, String> named(List<String> codes) {
        return codes.stream()
                .collect(Collectors.toMap(
                        Function.identity(), SpokenLanguages::name, (one, other) -> one, java.util.LinkedHashMap::new));
    }
}
