package fr.allervers.outreach.followup;

import static java.util.Objects.requireNonNull;

import fr.allervers.inbox.CaseCard;
import fr.allervers.inbox.CaseFact;
import fr.allervers.tenancy.Household;
import fr.allervers.tenancy.Households;
import fr.allervers.tenancy.Occupant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What all kinds of follow-up say of a household. */
@Component
class HouseholdCards {

    private final MessageSource messages;
    private final Households households;

    HouseholdCards(MessageSource messages, Households households) {
        this.messages = messages;
        this.households = households;
    }

    /** The cards of these rows, by id, in the queries that the households take; {@code what} says what a row is. */
    <T extends FollowUpRow> Map<Long, CaseCard> cards(Map<Long, T> rows, Function<T, String> what) {
        var homes = households.byIds(
                rows.values().stream().map(FollowUpRow::householdId).collect(Collectors.toSet()));
        return rows.values().stream()
                .filter(row -> homes.containsKey(row.householdId()))
                .collect(Collectors.toMap(
                        FollowUpRow::id,
                        row -> card(row, requireNonNull(homes.get(row.householdId())), what.apply(row))));
    }

    private static CaseCard card(FollowUpRow row, Household home, String what) {
        return new CaseCard(title(home), what + " · " + place(home), home.id(), row.agencyId(), null, null);
    }

    /** The person one speaks to: the lease holder, else the household's name. */
    static String title(Household household) {
        return household.occupants().stream()
                .map(Occupant::fullName)
                .findFirst()
                .orElse(household.name());
    }

    static String place(Household household) {
        return household.address().isEmpty()
                ? household.agencyName()
                : household.address() + ", " + household.commune();
    }

    /** Where they live and how to call them. */
    List<CaseFact> facts(long householdId) {
        var household = households.require(householdId);
        var facts = new ArrayList<CaseFact>();
        facts.add(fact("followup.fact.address", place(household)));
        for (var occupant : household.occupants()) {
            for (var phone : occupant.phones()) {
                if (!phone.dead() && !occupant.doNotCall()) {
                    facts.add(new CaseFact(occupant.fullName(), phone.display(), "tel:" + phone.e164()));
                }
            }
        }
        return facts;
    }

    /** A form's answer as text; none when the question was left empty. */
    static @Nullable String text(Map<String, Object> answers, String field) {
        var answer = answers.get(field);
        return answer == null ? null : answer.toString();
    }

    CaseFact fact(String label, String value) {
        return new CaseFact(words(label), value, null);
    }

    /** In the reader's language. */
    String words(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }

    /** In the language of what is written down: timeline, inbox. */
    String french(String key, Object... args) {
        return messages.getMessage(key, args, Locale.FRENCH);
    }
}
