package fr.allervers.inventory.course;

import fr.allervers.inbox.CaseCard;
import fr.allervers.inbox.CaseFact;
import fr.allervers.inbox.CaseKind;
import fr.allervers.inventory.declaration.Inventory;
import fr.allervers.inventory.declaration.InventoryRows;
import fr.allervers.shared.Dates;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.tenancy.Household;
import fr.allervers.tenancy.Households;
import fr.allervers.tenancy.Occupant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Inventories in the inbox. Cards are written down there, in French; facts are in the reader's language. */
@Component
@Transactional
class DeclarativeInventoryKind implements CaseKind {

    private static final Set<String> OWN_PAGE = Set.of(
            "review-inventory",
            "review-inventory-late",
            "countersign-inventory",
            "countersign-inventory-late",
            "follow-bailiff",
            "follow-bailiff-late",
            "settle-exit",
            "settle-exit-late");

    private final InventoryRows rows;
    private final InventoryTasks tasks;
    private final Households households;
    private final MessageSource messages;
    private final Dates dates;

    DeclarativeInventoryKind(
            InventoryRows rows, InventoryTasks tasks, Households households, MessageSource messages, Dates dates) {
        this.rows = rows;
        this.tasks = tasks;
        this.households = households;
        this.messages = messages;
        this.dates = dates;
    }

    @Override
    public String key() {
        return Inventory.PROCESS;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, CaseCard> cards(Collection<Long> ids) {
        var found = rows.byIds(ids);
        var homes = households.byIds(found.stream().map(Inventory::householdId).collect(Collectors.toSet()));
        var cards = new HashMap<Long, CaseCard>();
        for (var of : found) {
            var home = homes.get(of.householdId());
            if (home != null) {
                cards.put(of.id(), card(of, home));
            }
        }
        return cards;
    }

    private CaseCard card(Inventory of, Household home) {
        return new CaseCard(
                home.occupants().stream().map(Occupant::fullName).findFirst().orElse(home.name()),
                messages.getMessage(
                        "inventory.card." + of.kind(),
                        new Object[] {dates.day(of.keysOn()), home.address() + ", " + home.commune()},
                        Locale.FRENCH),
                home.id(),
                of.agencyId(),
                null,
                of.lastMessageAt());
    }

    @Override
    @Transactional(readOnly = true)
    public List<CaseFact> facts(long id, StaffMember reader) {
        var of = rows.require(id);
        var facts = new ArrayList<CaseFact>();
        facts.add(new CaseFact(words("inventory.fact.kind"), words("inventory.kind." + of.kind()), null));
        facts.add(new CaseFact(words("inventory.fact.status"), words("inventory.status." + of.status()), null));
        facts.add(new CaseFact(words("inventory.fact.keys"), dates.day(of.keysOn()), null));
        households.require(of.householdId()).occupants().forEach(occupant -> occupant.phones().stream()
                .filter(phone -> !phone.dead() && !occupant.doNotCall())
                .forEach(
                        phone -> facts.add(new CaseFact(occupant.fullName(), phone.display(), "tel:" + phone.e164()))));
        facts.add(new CaseFact(
                words("inventory.fact.page"), words("inventory.fact.page.open"), "/etats-des-lieux/" + id));
        return facts;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayRead(long id, StaffMember reader) {
        return reader.isAny(Role.FIELD_MANAGER, Role.RENT_OFFICER, Role.SUPERVISOR, Role.DIRECTOR, Role.SOCIAL_ADVISOR)
                && rows.find(id).filter(of -> reader.worksFor(of.agencyId())).isPresent();
    }

    @Override
    public @Nullable String pageOf(long id, String step) {
        return OWN_PAGE.contains(step) ? "/etats-des-lieux/" + id : null;
    }

    @Override
    public Map<String, Object> complete(long id, String step, Map<String, Object> answers, StaffMember by) {
        return tasks.complete(id, step, answers);
    }

    private String words(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
