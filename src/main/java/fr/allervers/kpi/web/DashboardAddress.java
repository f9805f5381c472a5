package fr.allervers.kpi.web;

import fr.allervers.kpi.figure.Period;
import fr.allervers.kpi.figure.Period.Unit;
import fr.allervers.kpi.figure.Scope;
import fr.allervers.staff.StaffMember;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * The dashboard's address: period, agency and campaign stand in it, so that what one sees can be sent, kept and printed.
 *
 * @param path of the page
 * @param from, to days of one's own choice; none with a named period
 */
record DashboardAddress(
        String path,
        Unit unit,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Long agency,
        @Nullable Long campaign) {

    static final String HOME = "/tableau";

    /** Reads parameters; what is none of ours or malformed is passed over. */
    static DashboardAddress of(String path, Map<String, String> parameters) {
        var from = day(parameters.get("du"));
        var to = day(parameters.get("au"));
        var chosen = from != null && to != null;
        var unit = Arrays.stream(Unit.values())
                .filter(one -> one.key().equals(parameters.get("periode")))
                .findFirst()
                .orElse(Unit.DAYS);
        return new DashboardAddress(
                path,
                chosen ? Unit.DAYS : unit,
                chosen ? from : null,
                chosen ? to : null,
                number(parameters.get("agence")),
                number(parameters.get("campagne")));
    }

    static DashboardAddress ofQuery(String path, String query) {
        var parameters = UriComponentsBuilder.newInstance()
                .query(query)
                .build()
                .getQueryParams()
                .toSingleValueMap();
        parameters.replaceAll((name, value) -> value == null ? "" : UriUtils.decode(value, "UTF-8"));
        return of(path, parameters);
    }

    Period period(LocalDate today) {
        return from == null || to == null ? Period.of(unit, today) : Period.days(from, to);
    }

    Scope scope(StaffMember reader) {
        return Scope.of(reader, agency, campaign);
    }

    /** The filters alone; empty for none. */
    public String query() {
        var parts = new ArrayList<String>();
        if (from != null) {
            parts.add("du=" + from);
            parts.add("au=" + to);
        } else if (unit != Unit.DAYS) {
            parts.add("periode=" + unit.key());
        }
        if (agency != null) {
            parts.add("agence=" + agency);
        }
        if (campaign != null) {
            parts.add("campagne=" + campaign);
        }
        return String.join("&", parts);
    }

    /** This page with these filters. */
    public String here() {
        return at(path);
    }

    /** Another page, which may have parameters of its own, with these filters. */
    public String at(String other) {
        var filters = query();
        return filters.isEmpty() ? other : other + (other.contains("?") ? "&" : "?") + filters;
    }

    /** The same of another agency. */
    public String atAgency(String other, long id) {
        return new DashboardAddress(path, unit, from, to, id, campaign).at(other);
    }

    private static @Nullable Long number(@Nullable String value) {
        return value != null && value.matches("\\d{1,18}") ? Long.valueOf(value) : null;
    }

    private static @Nullable LocalDate day(@Nullable String value) {
        try {
            return value == null || value.isBlank() ? null : LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
