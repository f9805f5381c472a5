package fr.allervers.inventory.signature;

import fr.allervers.inventory.declaration.Inventory;
import fr.allervers.inventory.settings.InventorySetting;
import fr.allervers.inventory.settings.InventorySettings;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When something may be added to an entry inventory. */
@Component
public class AdditionWindow {

    private final InventorySettings settings;
    private final JdbcClient jdbc;
    private final Clock clock;

    AdditionWindow(InventorySettings settings, JdbcClient jdbc, Clock clock) {
        this.settings = settings;
        this.jdbc = jdbc;
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
        return jdbc.sql("""
                        select h.starts_month * 100 + h.starts_day from building_heating h join dwelling d on d.building_id = h.building_id where d.id = ?
                        """)
                .param(of.dwellingId())
                .query(Integer.class)
                .optional()
                .map(number -> MonthDay.of(number / 100, number % 100))
                .orElseGet(() -> rules(of).monthDay(InventorySetting.HEATING_FROM));
    }

    private int heatingDays(Inventory of) {
        return rules(of).number(InventorySetting.HEATING_DAYS);
    }

    /** As they stood when the inventory was made. */
    private fr.allervers.inventory.settings.InventoryRules rules(Inventory of) {
        return settings.at(made(of));
    }
}
