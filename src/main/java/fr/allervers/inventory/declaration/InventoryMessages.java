package fr.allervers.inventory.declaration;

import fr.allervers.links.PublicLinks;
import fr.allervers.messaging.HouseholdMessages;
import fr.allervers.shared.DayFormat;
import fr.allervers.tenancy.Household;
import fr.allervers.tenancy.Households;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What tenants are written about their inventory: once each, by a key that says what it is. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class InventoryMessages {

    /** A link outlives the day of the keys: additions, the exit's settlement and its discussion go through it. */
    private static final Duration AFTER_KEYS = Duration.ofDays(120);

    private final HouseholdMessages messages;
    private final Households households;
    private final PublicLinks links;
    private final Clock clock;

    InventoryMessages(HouseholdMessages messages, Households households, PublicLinks links, Clock clock) {
        this.messages = messages;
        this.households = households;
        this.links = links;
        this.clock = clock;
    }

    /**
     * Writes with a link of its own: the token is told only when it is made, so every message carries a fresh one, and those
     * before stay good.
     *
     * @param what makes the message one of its kind, for example "reminder/2"
     * @param template code of the landlord's text
     */
    public void write(Inventory of, String what, String template) {
        write(of, what, template, Map.of());
    }

    public void write(Inventory of, String what, String template, Map<String, String> fields) {
        var to = reader(of);
        var values = new HashMap<>(fields);
        values.put("lien", address(of));
        values.put("jour", day(of));
        var key = Inventory.PROCESS + "/" + of.id() + "/" + what;
        if (of.emergency()) {
            // Who flees may share a mailbox with who is fled from: the telephone alone, where there is one.
            messages.write(key, InventoryDiary.ref(of.id()), to, template, values);
        } else {
            messages.writeEveryWay(key, InventoryDiary.ref(of.id()), to, template, values);
        }
    }

    /** In the language that the tenant chose on the page, whatever the register says. */
    private Household reader(Inventory of) {
        return households.require(of.householdId()).reading(of.language());
    }

    /** The same message with another link, as often as somebody asks for it. */
    void writeAgain(Inventory of, String template) {
        write(of, "again/" + clock.instant().toEpochMilli(), template);
    }

    /** A message without a link, by the first way that there is: a code needs no second one. */
    public void tell(Inventory of, String what, String template, Map<String, String> fields) {
        messages.write(
                Inventory.PROCESS + "/" + of.id() + "/" + what,
                InventoryDiary.ref(of.id()),
                reader(of),
                template,
                fields);
    }

    /** A fresh link's address. */
    public String address(Inventory of) {
        return links.address(links.issue(InventoryLink.PURPOSE, of.id(), expires(of)));
    }

    private Instant expires(Inventory of) {
        var from = of.keysOn().isAfter(LocalDate.now(clock)) ? of.keysOn() : LocalDate.now(clock);
        return from.atStartOfDay(clock.getZone()).toInstant().plus(AFTER_KEYS);
    }

    private static String day(Inventory of) {
        return DayFormat.of("d MMMM yyyy", Locale.forLanguageTag(of.language())).format(of.keysOn());
    }
}
