package fr.allervers.messaging.mailing;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whom a mailing is for.
 *
 * @param key an id, an INSEE code, a choice of a campaign; none for everyone, a list, an inbox filter
 * @param name as people read it
 * @param scope the agencies whose households may be written to; empty for all
 */
public record Audience(AudienceKind kind, @Nullable String key, String name, Set<Long> scope) {

    static Set<Long> scopeOf(String column) {
        return column.isBlank()
                ? Set.of()
                : Arrays.stream(column.split(",")).map(Long::valueOf).collect(Collectors.toCollection(TreeSet::new));
    }

    String scopeColumn() {
        return scope.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
    }
}
