package fr.allervers.privacy;

import fr.allervers.shared.Texts;
import fr.allervers.shared.personal.PersonKeys;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds a person in what others wrote: names in both orders, each name by itself where nobody else bears it, numbers however they are spaced. */
final class PersonPattern {

    /** What stands in the place of a person. */
    static final String GONE = "…";

    private static final int SHORTEST = 3;

    private final Set<String> addresses;
    private final Pattern pattern;

    /**
     * @param alone names by themselves
     * @param others those of the people who stay
     */
    PersonPattern(PersonKeys person, Collection<String> alone, Collection<String> others) {
        addresses = person.addresses();
        var kept = others.stream().map(Texts::fold).collect(Collectors.toSet());
        var words = new HashSet<String>();
        person.names().forEach(name -> add(words, name));
        alone.stream()
                .filter(name -> name.length() >= SHORTEST && !kept.contains(Texts.fold(name)))
                .forEach(name -> add(words, name));
        person.addresses().forEach(address -> words.add(address(address)));
        // The longest first: « Jeanne Roux » is gone before « Jeanne » is looked for.
        pattern = Pattern.compile(
                words.stream()
                        .sorted((one, two) -> two.length() - one.length())
                        .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?:", ")(?![\\p{L}\\p{N}])")),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static void add(Set<String> words, String name) {
        words.add(Pattern.quote(name));
        words.add(Pattern.quote(Texts.fold(name)));
    }

    /** A French number also as people write it, « 06 39 98 12 34 ». */
    private static String address(String address) {
        var digits = address.replaceFirst("^\\+", "");
        if (!digits.matches("33\\d{9}")) {
            return Pattern.quote(address);
        }
        return "(?:\\+?33|0033|0)"
                + digits.substring(2)
                        .chars()
                        .mapToObj(digit -> "[ .\\-]?" + (char) digit)
                        .collect(Collectors.joining());
    }

    /** Whether it is one of their numbers or addresses and nothing else. */
    boolean isAddress(String text) {
        return addresses.contains(text);
    }

    /** The text without the person; the same one when they are not in it. */
    String without(String text) {
        var found = pattern.matcher(text);
        return found.find() ? found.replaceAll(GONE) : text;
    }
}
