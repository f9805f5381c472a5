package fr.allervers.arrears.prevention;

import fr.allervers.inbox.CaseCard;
import fr.allervers.inbox.CaseFact;
import fr.allervers.inbox.CaseKind;
import fr.allervers.ledger.RentAccounts;
import fr.allervers.shared.Dates;
import fr.allervers.shared.Euros;
import fr.allervers.shared.Money;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.tenancy.Household;
import fr.allervers.tenancy.Households;
import fr.allervers.tenancy.Occupant;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cases of unpaid rent in the inbox. Cards are written down there, in French; facts are in the reader's language. */
@Component
@Transactional
class UnpaidRentKind implements CaseKind {

    private final UnpaidRents rents;
    private final UnpaidRentTasks tasks;
    private final NextActs nextActs;
    private final Households households;
    private final RentAccounts accounts;
    private final ObjectProvider<CaseFactSource> sources;
    private final MessageSource messages;
    private final Dates dates;
    private final Euros euros;
    private final Clock clock;

    UnpaidRentKind(
            UnpaidRents rents,
            UnpaidRentTasks tasks,
            NextActs nextActs,
            Households households,
            RentAccounts accounts,
            ObjectProvider<CaseFactSource> sources,
            MessageSource messages,
            Dates dates,
            Euros euros,
            Clock clock) {
        this.rents = rents;
        this.tasks = tasks;
        this.nextActs = nextActs;
        this.households = households;
        this.accounts = accounts;
        this.sources = sources;
        this.messages = messages;
        this.dates = dates;
        this.euros = euros;
        this.clock = clock;
    }

    @Override
    public String key() {
        return ArrearsCases.KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, CaseCard> cards(Collection<Long> ids) {
        var found = rents.findAllById(ids).stream()
                .filter(rent -> !rent.isAnonymised())
                .toList();
        var homes = households.byIds(found.stream().map(UnpaidRent::householdId).collect(Collectors.toSet()));
        var cards = new HashMap<Long, CaseCard>();
        for (var rent : found) {
            var home = homes.get(rent.householdId());
            if (home != null) {
                cards.put(rent.id(), card(rent.view(), home));
            }
        }
        return cards;
    }

    private CaseCard card(ArrearsCase of, Household home) {
        return new CaseCard(
                addressee(home),
                messages.getMessage(
                        "arrears.card",
                        new Object[] {
                            new Money(of.debtCents()).text(Locale.FRENCH),
                            of.monthsOwed(),
                            home.address().isEmpty() ? home.agencyName() : home.address() + ", " + home.commune()
                        },
                        Locale.FRENCH),
                home.id(),
                of.agencyId(),
                null,
                of.lastContactAt());
    }

    /** The person one speaks to: the lease holder, else the household's name. */
    static String addressee(Household home) {
        return home.occupants().stream().map(Occupant::fullName).findFirst().orElse(home.name());
    }

    @Override
    @Transactional(readOnly = true)
    public List<CaseFact> facts(long id, StaffMember reader) {
        var rent = rents.findById(id).orElseThrow();
        var of = rent.view();
        var standing = accounts.standing(of.leaseId(), LocalDate.now(clock));
        var facts = new ArrayList<CaseFact>();
        facts.add(fact("debt", euros.text(standing.debtCents())));
        if (standing.heldCents() > 0) {
            facts.add(fact("collectable", euros.text(standing.collectableCents())));
        }
        facts.add(fact(
                "months",
                standing.monthsOwed().stripTrailingZeros().toPlainString().replace('.', ',')));
        if (standing.debtSince() != null) {
            facts.add(fact("since", dates.day(standing.debtSince())));
        }
        if (standing.aidMonthCents() > 0) {
            facts.add(fact("aid", euros.text(standing.aidMonthCents())));
        }
        if (standing.lastPaymentOn() != null) {
            facts.add(fact(
                    "last-payment",
                    euros.text(standing.lastPaymentCents()) + ", " + dates.day(standing.lastPaymentOn())));
        }
        facts.add(fact("status", words("arrears.status." + of.status())));
        if (of.pausedUntil() != null && of.pauseReason() != null) {
            facts.add(fact("pause", words("arrears.pause." + of.pauseReason()) + ", " + dates.day(of.pausedUntil())));
        }
        if (of.lastContactAt() != null) {
            facts.add(fact("last-contact", dates.moment(of.lastContactAt())));
        }
        var booked = nextActs.booked(List.of(id)).get(id);
        if (booked != null) {
            facts.add(fact("appointment", dates.moment(booked)));
        }
        sources.orderedStream().forEach(source -> facts.addAll(source.facts(id, reader)));
        facts.addAll(reach(households.require(of.householdId())));
        facts.add(new CaseFact(words("arrears.fact.acts"), words("arrears.fact.acts.open"), "/impayes/" + id));
        return facts;
    }

    private List<CaseFact> reach(Household home) {
        return home.occupants().stream()
                .filter(occupant -> !occupant.doNotCall())
                .flatMap(occupant -> occupant.phones().stream()
                        .filter(phone -> !phone.dead())
                        .map(phone -> new CaseFact(occupant.fullName(), phone.display(), "tel:" + phone.e164())))
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean mayRead(long id, StaffMember reader) {
        return reader.isAny(Role.RENT_OFFICER, Role.SOCIAL_ADVISOR, Role.FIELD_MANAGER, Role.SUPERVISOR, Role.DIRECTOR)
                && rents.findById(id)
                        .filter(rent -> reader.worksFor(rent.agencyId()))
                        .isPresent();
    }

    @Override
    public Map<String, Object> complete(long id, String step, Map<String, Object> answers, StaffMember by) {
        tasks.complete(id, step, answers);
        return Map.of();
    }

    private CaseFact fact(String key, String value) {
        return new CaseFact(words("arrears.fact." + key), value, null);
    }

    private String words(String key, Object... args) {
        return messages.getMessage(key, args, LocaleContextHolder.getLocale());
    }
}
