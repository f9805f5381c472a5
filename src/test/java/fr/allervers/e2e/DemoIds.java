package fr.allervers.e2e;

import fr.allervers.audit.ActTable;
import fr.allervers.links.LinkPurpose;
import fr.allervers.testing.Route;
import java.lang.reflect.Parameter;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestParam;

/** Real addresses of every route, with the demo's own ids, and what its forms ask for. */
final class DemoIds {

    /** A table for each kind of subject of audit-acts.txt. */
    private static final Map<String, String> TABLES = Map.ofEntries(
            Map.entry("household", "household"),
            Map.entry("lease", "rent_account"),
            Map.entry("household-call", "household_call"),
            Map.entry("call-campaign", "campaign"),
            Map.entry("series-call", "series_call"),
            Map.entry("housing-application", "housing_application"),
            Map.entry("allocation-import", "allocation_import"),
            Map.entry("offered-dwelling", "offered_dwelling"),
            Map.entry("temporary-occupancy", "temporary_occupancy"),
            Map.entry("register-export", "register_export"),
            Map.entry("allocation-offer", "allocation_outcome"),
            Map.entry("urgent-allocation", "urgent_allocation"),
            Map.entry("committee", "committee"),
            Map.entry("allocation-item", "session_item"),
            Map.entry("allocation-session", "allocation_session"),
            Map.entry("suspense-item", "suspense_item"),
            Map.entry("declarative-inventory", "inventory"),
            Map.entry("vacant-dwelling", "dwelling"),
            Map.entry("unpaid-rent-prevention", "arrears_case"),
            Map.entry("message-template", "message_template"),
            Map.entry("outbox-message", "outbox_message"),
            Map.entry("mass-message", "mailing"),
            Map.entry("opening-range", "opening_range"),
            Map.entry("appointment", "appointment"),
            Map.entry("absence", "absence"),
            Map.entry("partner", "partner"),
            Map.entry("register-import", "register_import"),
            Map.entry("ledger-import", "ledger_import"));

    /** A table for each purpose of a link. */
    private static final Map<String, String> PURPOSES = Map.of(
            "plan-signature", "repayment_plan",
            "appointment-offer", "appointment_offer",
            "inventory", "inventory",
            "application-papers", "housing_application",
            "allocation-decision", "candidate_outcome");

    private final JdbcClient jdbc;
    private final ActTable acts;

    DemoIds(JdbcClient jdbc, ActTable acts) {
        this.jdbc = jdbc;
        this.acts = acts;
    }

    /** The newest thing of this kind; none where the demo has none. */
    Optional<Long> newest(String kind) {
        var table = TABLES.get(kind);
        if (table == null) {
            return Optional.empty();
        }
        var id = table.equals("rent_account") ? "lease_id" : "id";
        return jdbc.sql("select max(" + id + ") from " + table)
                .query(Long.class)
                .optional();
    }

    /** What a link of this purpose is about in the demo: the newest. */
    long subjectOf(String purpose) {
        var table = PURPOSES.get(purpose);
        if (table == null) {
            throw new IllegalArgumentException("A purpose without a table: " + purpose);
        }
        return jdbc.sql("select max(id) from " + table).query(Long.class).single();
    }

    /** The answer that opens the link. */
    Map<String, String> birthDate(LinkPurpose purpose, long subject) {
        return jdbc
                .sql("select birth_date from occupant where birth_date is not null union select birth_date from"
                        + " housing_application")
                .query(LocalDate.class)
                .stream()
                .filter(day -> purpose.isBirthDate(subject, day))
                .findFirst()
                .map(day -> Map.of("naissance", day.toString()))
                .orElseThrow();
    }

    List<String> caseKinds() {
        return jdbc.sql("select distinct case_kind from inbox_item order by 1")
                .query(String.class)
                .list();
    }

    long caseOf(String kind) {
        return jdbc.sql("select max(case_id) from inbox_item where case_kind = ?")
                .param(kind)
                .query(Long.class)
                .single();
    }

    String task() {
        return jdbc.sql("select task_id from inbox_item order by task_id limit 1")
                .query(String.class)
                .single();
    }

    /** Addresses of the route with ids that there are; none where the demo has nothing of the kind. */
    List<String> addresses(Route route) {
        if (route.pattern().startsWith("/dossiers/{kind}/{id}")) {
            return caseKinds().stream()
                    .map(kind -> filled(
                            route.pattern().replace("{kind}", kind).replace("{id}", Long.toString(caseOf(kind)))))
                    .toList();
        }
        if (route.pattern().startsWith("/a-faire/{taskId}")) {
            return List.of(route.pattern().replace("{taskId}", task()));
        }
        var kind = acts.subjectKind(route.pattern());
        if (kind.isEmpty()) {
            return List.of(filled(route.pattern()));
        }
        return newest(kind.get()).stream()
                .map(id -> filled(route.pattern().replaceFirst("\\{[^/]*?(\\{[^}]*})?[^/{}]*}", Long.toString(id))))
                .toList();
    }

    private static String filled(String pattern) {
        return pattern.replace("{typology}", "T3")
                .replaceAll("\\{table:[^}]*}", "grades")
                .replaceAll("\\{[^/]*?(\\{[^}]*})?[^/{}]*}", "1");
    }

    /** A value for everything that the handler asks for, so that it comes as far as its facade. */
    static Map<String, String> form(Route route) {
        var form = new LinkedHashMap<String, String>();
        Stream.of(route.handler().getMethod().getParameters()).forEach(parameter -> {
            var asked = parameter.getAnnotation(RequestParam.class);
            if (asked != null && !Map.class.isAssignableFrom(parameter.getType())) {
                var name = asked.name().isEmpty() ? asked.value() : asked.name();
                form.put(name.isEmpty() ? parameter.getName() : name, value(parameter));
            }
        });
        return form;
    }

    private static String value(Parameter parameter) {
        var type = parameter.getType();
        if (type.isEnum()) {
            return type.getEnumConstants()[0].toString();
        }
        if (type == LocalDate.class) {
            return "2026-12-01";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true";
        }
        return type == String.class ? "10" : "1";
    }
}
