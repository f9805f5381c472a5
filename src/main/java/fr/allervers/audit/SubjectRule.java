package fr.allervers.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Says what the addresses that begin so are about.
 *
 * @param segments of the beginning; "{}" stands for the id, another name in braces for the variable that gives the kind
 * @param scope who is kept out; see audit-acts.txt
 */
record SubjectRule(List<String> segments, String kind, String scope) {

    private static final String ID = "{}";

    static SubjectRule of(String beginning, String kind, String scope) {
        return new SubjectRule(List.of(beginning.split("/")), kind, scope);
    }

    int length() {
        return segments.size();
    }

    boolean fits(String pattern) {
        var asked = pattern.split("/");
        if (asked.length < segments.size()) {
            return false;
        }
        for (var i = 0; i < segments.size(); i++) {
            var mine = segments.get(i);
            if (mine.startsWith("{") ? !asked[i].startsWith("{") : !mine.equals(asked[i])) {
                return false;
            }
        }
        return true;
    }

    Optional<Subject> subject(String pattern, Map<String, String> variables) {
        var asked = pattern.split("/");
        var id = variables.getOrDefault(variable(asked[segments.indexOf(ID)]), "");
        var named = kind.startsWith("{") ? variables.getOrDefault(variable(kind), "") : kind;
        return id.matches("\\d{1,18}") && named.length() <= 40
                ? Optional.of(new Subject(named, Long.parseLong(id)))
                : Optional.empty();
    }

    /** Of "{id:\d+}.pdf" it is "id". */
    private static String variable(String segment) {
        return segment.replaceFirst("\\{(\\w+).*", "$1");
    }
}
