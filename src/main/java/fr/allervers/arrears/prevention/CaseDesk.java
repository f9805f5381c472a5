package fr.allervers.arrears.prevention;

import fr.allervers.inbox.CasePages;
import fr.allervers.inbox.InboxItem;
import fr.allervers.ledger.RentAccounts;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.tenancy.Households;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cases as people look at them. */
@Component
@Transactional(readOnly = true)
public class CaseDesk {

    private final ArrearsCases cases;
    private final UnpaidRents rents;
    private final Households households;
    private final RentAccounts accounts;
    private final CasePages pages;
    private final NextActs nextActs;
    private final ObjectProvider<CaseFactSource> sources;
    private final Timeline timeline;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    CaseDesk(
            ArrearsCases cases,
            UnpaidRents rents,
            Households households,
            RentAccounts accounts,
            CasePages pages,
            NextActs nextActs,
            ObjectProvider<CaseFactSource> sources,
            Timeline timeline,
            CurrentStaff currentStaff,
            Clock clock) {
        this.cases = cases;
        this.rents = rents;
        this.households = households;
        this.accounts = accounts;
        this.pages = pages;
        this.nextActs = nextActs;
        this.sources = sources;
        this.timeline = timeline;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    /** The case's own and those of the processes that go on beside it, so that what is recommended can be done from here. */
    private List<InboxItem> openTasks(long id) {
        var beside = sources.orderedStream().flatMap(source -> source.process(id).stream());
        return Stream.concat(Stream.of(CaseDiary.ref(id)), beside)
                .flatMap(of -> pages.openTasks(of).stream())
                .toList();
    }

    /** The case's page, in a fixed number of queries; refused as {@link ArrearsCases#require} does. */
    public CaseSheet sheet(long id) {
        var of = cases.require(id);
        var rent = rents.findById(id).orElseThrow();
        var reader = currentStaff.require();
        var today = LocalDate.now(clock);
        var household = households.require(of.householdId());
        var next = rent.nextAct();
        return new CaseSheet(
                of,
                household,
                UnpaidRentKind.addressee(household),
                accounts.standing(of.leaseId(), today),
                accounts.holds(of.leaseId(), today),
                clock.instant(),
                next.act(),
                next.on(),
                next.reason(),
                next.urgency(),
                nextActs.booked(List.of(id)).get(id),
                openTasks(id),
                sources.orderedStream()
                        .flatMap(source -> source.facts(id, reader).stream())
                        .toList(),
                timeline.ofCase(CaseDiary.ref(id), reader.isAny(Role.SOCIAL_ADVISOR, Role.SUPERVISOR)),
                rents.findByLeaseIdAndIdNotOrderByIdDesc(of.leaseId(), id).stream()
                        .map(UnpaidRent::view)
                        .toList(),
                of.isOpen() && reader.isAny(Role.RENT_OFFICER, Role.SOCIAL_ADVISOR, Role.SUPERVISOR),
                of.isOpen() && reader.is(Role.SUPERVISOR));
    }
}
