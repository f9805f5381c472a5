package fr.allervers.audit.web;

import fr.allervers.audit.Act;
import fr.allervers.audit.AuditFilter;
import fr.allervers.audit.Outcome;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.util.UriComponentsBuilder;

/** The filter as it stands in the address. */
record AskedFilter(
        @Nullable Long personne,
        @Nullable Long foyer,
        @Nullable String nature,
        @Nullable Long numero,
        @Nullable Act acte,
        @Nullable Outcome issue,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate du,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate au) {

    AuditFilter filter() {
        return new AuditFilter(
                personne, foyer, nature == null || nature.isBlank() ? null : nature, numero, acte, issue, du, au);
    }

    /** Whether anything is filtered. */
    public boolean any() {
        return !query("").isEmpty();
    }

    /** The address of this page of the log, or of its file, with the same filter. */
    public String address(String path, @Nullable String before) {
        var query = query(before == null ? "" : before);
        return query.isEmpty() ? path : path + "?" + query;
    }

    private String query(String before) {
        var to = UriComponentsBuilder.newInstance();
        add(to, "personne", personne);
        add(to, "foyer", foyer);
        add(to, "nature", nature);
        add(to, "numero", numero);
        add(to, "acte", acte);
        add(to, "issue", issue);
        add(to, "du", du);
        add(to, "au", au);
        add(to, "avant", before);
        var query = to.encode().build().getQuery();
        return query == null ? "" : query;
    }

    private static void add(UriComponentsBuilder to, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            to.queryParam(name, value);
        }
    }
}
