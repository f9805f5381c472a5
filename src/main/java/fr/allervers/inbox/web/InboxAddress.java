package fr.allervers.inbox.web;

import fr.allervers.inbox.InboxFilter;
import fr.allervers.inbox.InboxFilter.Scope;
import fr.allervers.shared.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * The inbox's address: the filters stand in it, so that a list can be bookmarked, sent and saved.
 *
 * @param words the search as typed
 * @param after key of the page before
 * @param task the task shown beside the list
 */
record InboxAddress(
        Scope scope,
        boolean late,
        @Nullable String kind,
        @Nullable Long agency,
        @Nullable String grade,
        @Nullable String words,
        @Nullable String holder,
        @Nullable String after,
        @Nullable String task) {

    static final String PATH = "/a-faire";

    /** Reads parameters; what is none of ours or malformed is passed over. */
    static InboxAddress of(Map<String, String> parameters) {
        UnaryOperator<@Nullable String> given = name -> {
            var value = parameters.get(name);
            return value == null || value.isBlank() ? null : value.strip();
        };
        var agency = given.apply("agence");
        var after = given.apply("apres");
        var who = given.apply("qui");
        return new InboxAddress(
                "moi".equals(who) ? Scope.MINE : "libre".equals(who) ? Scope.UNASSIGNED : Scope.ALL,
                "oui".equals(given.apply("retard")),
                given.apply("type"),
                agency != null && agency.matches("\\d{1,18}") ? Long.valueOf(agency) : null,
                given.apply("gravite"),
                given.apply("q"),
                given.apply("personne"),
                after != null && after.matches("\\d{1,15}_[\\w-]{1,64}") ? after : null,
                given.apply("tache"));
    }

    /** Reads an address's query, such as a saved view or a way back. */
    static InboxAddress ofQuery(String query) {
        var parameters = UriComponentsBuilder.newInstance()
                .query(query)
                .build()
                .getQueryParams()
                .toSingleValueMap();
        parameters.replaceAll((name, value) -> value == null ? "" : UriUtils.decode(value, "UTF-8"));
        return of(parameters);
    }

    InboxFilter filter() {
        var text = words == null ? "" : Texts.fold(words);
        return new InboxFilter(scope, late, kind, agency, grade, text.isEmpty() ? null : text, holder);
    }

    /** The filters alone, as they stand in an address; empty for none. */
    public String query() {
        List<String> parts = new ArrayList<>();
        add(parts, "qui", scope == Scope.MINE ? "moi" : scope == Scope.UNASSIGNED ? "libre" : null);
        add(parts, "retard", late ? "oui" : null);
        add(parts, "type", kind);
        add(parts, "agence", agency == null ? null : agency.toString());
        add(parts, "gravite", grade);
        add(parts, "q", words);
        add(parts, "personne", holder);
        return String.join("&", parts);
    }

    /** The list with these filters, from its beginning. */
    public String list() {
        return with(null, null);
    }

    /** The same list, this task beside it. */
    public String show(String taskId) {
        return with(taskId, after);
    }

    public String more(String key) {
        return with(null, key);
    }

    public String who(String who) {
        return replaced("qui", who);
    }

    public String toggleLate() {
        return replaced("retard", late ? "" : "oui");
    }

    public String ofKind(@Nullable String other) {
        return replaced("type", other == null || other.equals(kind) ? "" : other);
    }

    private String replaced(String name, String value) {
        var parameters = UriComponentsBuilder.newInstance()
                .query(query())
                .build()
                .getQueryParams()
                .toSingleValueMap();
        parameters.replaceAll((key, old) -> UriUtils.decode(old, "UTF-8"));
        parameters.put(name, value);
        return of(parameters).list();
    }

    private String with(@Nullable String shown, @Nullable String key) {
        List<String> parts = new ArrayList<>();
        if (!query().isEmpty()) {
            parts.add(query());
        }
        add(parts, "apres", key);
        add(parts, "tache", shown);
        return PATH + (parts.isEmpty() ? "" : "?" + String.join("&", parts));
    }

    private static void add(List<String> parts, String name, @Nullable String value) {
        if (value != null) {
            parts.add(name + "=" + UriUtils.encode(value, "UTF-8"));
        }
    }
}
