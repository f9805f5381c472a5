package fr.allervers.inbox;

import fr.allervers.shared.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * What a list of tasks is narrowed to.
 *
 * @param holder only what this colleague holds; for supervisors
 * @param text folded words; a title matches when it holds words that begin with them, in their order
 */
public record InboxFilter(
        Scope scope,
        boolean late,
        @Nullable String kind,
        @Nullable Long agencyId,
        @Nullable String grade,
        @Nullable String text,
        @Nullable String holder) {

    /** Whose tasks: mine and my groups', mine, or what nobody of my groups has taken. */
    public enum Scope {
        ALL,
        MINE,
        UNASSIGNED
    }

    public static InboxFilter none() {
        return new InboxFilter(Scope.ALL, false, null, null, null, null, null);
    }

    /** The filter that the inbox's address writes, for other modules' pages; what is malformed is passed over. */
    public static InboxFilter ofQuery(String query) {
        var given = UriComponentsBuilder.newInstance()
                .query(query)
                .build()
                .getQueryParams()
                .toSingleValueMap();
        given.replaceAll((name, value) -> value == null ? "" : UriUtils.decode(value, "UTF-8"));
        var who = given.getOrDefault("qui", "");
        var agency = given.getOrDefault("agence", "");
        return new InboxFilter(
                who.equals("moi") ? Scope.MINE : who.equals("libre") ? Scope.UNASSIGNED : Scope.ALL,
                given.getOrDefault("retard", "").equals("oui"),
                orNone(given.get("type")),
                agency.matches("\\d{1,18}") ? Long.valueOf(agency) : null,
                orNone(given.get("gravite")),
                orNone(Texts.fold(given.getOrDefault("q", ""))),
                orNone(given.get("personne")));
    }

    private static @Nullable String orNone(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    public InboxFilter onlyLate() {
        return new InboxFilter(scope, true, kind, agencyId, grade, text, holder);
    }
}
