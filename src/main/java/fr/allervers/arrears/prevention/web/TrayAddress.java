package fr.allervers.arrears.prevention.web;

import fr.allervers.arrears.prevention.BulkReminders;
import fr.allervers.arrears.prevention.CaseStatus;
import fr.allervers.arrears.prevention.TrayFilter;
import fr.allervers.shared.Money;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The worktray's address: its filters stand in it. */
record TrayAddress(
        @Nullable Long agency,
        @Nullable String act,
        @Nullable CaseStatus status,
        @Nullable Long atLeastCents) {

    static final String PATH = "/impayes";

    private static final TrayFilter EVERYTHING = new TrayFilter(null, null, null, null);

    /** Reads parameters; what is none of ours or malformed is passed over. */
    static TrayAddress of(Map<String, String> parameters) {
        UnaryOperator<@Nullable String> given = name -> {
            var value = parameters.get(name);
            return value == null || value.isBlank() ? null : value.strip();
        };
        var agency = given.apply("agence");
        var act = given.apply("acte");
        var status = given.apply("etat");
        var amount = given.apply("montant");
        return new TrayAddress(
                agency != null && agency.matches("\\d{1,18}") ? Long.valueOf(agency) : null,
                act != null && act.matches("[A-Za-z_-]{1,40}") ? act : null,
                Arrays.stream(CaseStatus.values())
                        .filter(one -> one.name().equals(status))
                        .findFirst()
                        .orElse(null),
                Optional.ofNullable(amount)
                        .flatMap(Money::read)
                        .map(Money::cents)
                        .filter(cents -> cents > 0)
                        .orElse(null));
    }

    TrayFilter filter() {
        return new TrayFilter(agency, act, status, atLeastCents);
    }

    /** The same list with this act, or all acts. */
    public String withAct(@Nullable String other) {
        return build(other, null);
    }

    public String more(String key) {
        return build(act, key);
    }

    /** Where one writes to the same list. */
    public String writing(BulkReminders.Kind kind) {
        return build(PATH + "/ecrire", act, null) + (filter().equals(EVERYTHING) ? "?" : "&") + "envoi=" + kind;
    }

    private String build(@Nullable String ofAct, @Nullable String after) {
        return build(PATH, ofAct, after);
    }

    private String build(String path, @Nullable String ofAct, @Nullable String after) {
        var address = UriComponentsBuilder.fromPath(path);
        add(address, "agence", agency);
        add(address, "acte", ofAct);
        add(address, "etat", status);
        add(address, "montant", atLeastCents == null ? null : atLeastCents / 100);
        add(address, "apres", after);
        return address.encode().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable Object value) {
        if (value != null) {
            address.queryParam(name, value);
        }
    }
}
