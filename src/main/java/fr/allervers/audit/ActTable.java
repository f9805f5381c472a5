package fr.allervers.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The one place that says what is written down of every address: {@code audit-acts.txt}. A page that is not in it is
 * written down as seen, and a test fails until it is; whatever is sent (POST and the like) is a change unless the table says
 * otherwise.
 */
@Component
public class ActTable {

    private static final ActRule CHANGED = new ActRule(Act.CHANGED, "");
    private static final ActRule UNLISTED = new ActRule(Act.SEEN, "");

    private final Map<String, ActRule> rules = new HashMap<>();
    private final List<SubjectRule> subjects = new ArrayList<>();

    ActTable() {
        try (var file = new ClassPathResource("audit-acts.txt").getInputStream()) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(this::read);
        } catch (IOException e) {
            throw new UncheckedIOException("audit-acts.txt", e);
        }
        subjects.sort(Comparator.comparingInt(SubjectRule::length).reversed());
    }

    private void read(String line) {
        var words = line.split(" +", 4);
        if (words[0].equals("about")) {
            subjects.add(SubjectRule.of(words[1], words[2], words[3]));
            return;
        }
        var rule = words[2].equals("-")
                ? new ActRule(null, words.length > 3 ? words[3] : "")
                : new ActRule(Act.valueOf(words[2]), "");
        if (rules.put(words[0] + " " + words[1], rule) != null) {
            throw new IllegalStateException("Twice in audit-acts.txt: " + line);
        }
    }

    /**
     * What opening or sending to this route is.
     *
     * @param pattern as the handler is mapped
     */
    public ActRule of(String method, String pattern) {
        return find(method, pattern).orElse(method.equals("GET") || method.equals("HEAD") ? UNLISTED : CHANGED);
    }

    /** What the table says of the route, if it names it. */
    public Optional<ActRule> find(String method, String pattern) {
        return Optional.ofNullable(rules.get((method.equals("HEAD") ? "GET" : method) + " " + pattern));
    }

    /** The routes that the table names: method and pattern. */
    public List<String> routes() {
        return rules.keySet().stream().sorted().toList();
    }

    /** The kind of what a route is about, as the table writes it; none for lists and settings. */
    public Optional<String> subjectKind(String pattern) {
        return rule(pattern).map(SubjectRule::kind);
    }

    /** For whom what a route is about is, as the table says; none for lists and settings. */
    public Optional<String> scope(String pattern) {
        return rule(pattern).map(SubjectRule::scope);
    }

    /** What a request is about, by the variables of its address. */
    Optional<Subject> subject(String pattern, Map<String, String> variables) {
        return rule(pattern).flatMap(rule -> rule.subject(pattern, variables));
    }

    private Optional<SubjectRule> rule(String pattern) {
        return subjects.stream().filter(rule -> rule.fits(pattern)).findFirst();
    }
}
