package fr.allervers.inventory.signature;

import fr.allervers.inventory.declaration.Inventory;
import fr.allervers.inventory.settings.HeatingStarts;
import fr.allervers.inventory.settings.InventoryRules;
import fr.allervers.inventory.settings.InventorySetting;
import fr.allervers.inventory.settings.InventorySettings;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** When something may be added to an entry inventory. */
@Component
public class AdditionWindow {

    private final InventorySettings settings;
    private final HeatingStarts heatings;
    private final Clock clock;

    AdditionWindow(InventorySettings settings, HeatingStarts heatings, Clock clock) {
        this.settings = settings;
        this.heatings = heatings;
        this.clock = clock;
    }

    /** What an addition is about. */
    public enum Kind {
        /** Anything, some days after the entry. */
        DAYS,
        /** The heating, in its first month. */
        HEATING
    }

    /** What may be added today. */
    public Set<Kind> open(Inventory of) {
        var today = LocalDate.now(clock);
        var open = EnumSet.noneOf(Kind.class);
        if (of.sealedAt() != null) {
            if (!today.isAfter(generalUntil(of))) {
                open.add(Kind.DAYS);
            }
            var from = AdditionPolicy.heatingFrom(of.keysOn(), heating(of), heatingDays(of));
            if (!today.isBefore(from) && !today.isAfter(from.plusDays(heatingDays(of)))) {
                open.add(Kind.HEATING);
            }
        }
        return open;
    }

    /** The last day for anything. */
    public LocalDate generalUntil(Inventory of) {
        return AdditionPolicy.generalUntil(made(of), rules(of).number(InventorySetting.ADDITION_DAYS));
    }

    /** The last day for the heating. */
    public LocalDate heatingUntil(Inventory of) {
        return AdditionPolicy.heatingUntil(of.keysOn(), heating(of), heatingDays(of));
    }

    /** The moment at which nothing may be added any more. */
    public Instant endsAt(Inventory of) {
        var general = generalUntil(of);
        var heating = heatingUntil(of);
        return (general.isAfter(heating) ? general : heating)
                .plusDays(1)
                .atStartOfDay(clock.getZone())
                .toInstant();
    }

    private LocalDate made(Inventory of) {
        return of.sealedAt() == null
                ? of.keysOn()
                : of.sealedAt().atZone(clock.getZone()).toLocalDate();
    }

    private MonthDay heating(Inventory of) {
        return heatings.ofDwelling(of.dwellingId(), made(of))
                .orElseGet(() -> rules(of).monthDay(InventorySetting.HEATING_FROM));
    }

    private int heatingDays(Inventory of) {
        return rules(of).number(InventorySetting.HEATING_DAYS);
    }

    /** As they stood when the inventory was made. */
    private InventoryRules rules(Inventory of) {
        return settings.at(made(of));
    }
}
