package fr.allervers.e2e;

import fr.allervers.arrears.legal.LegalClock;
import fr.allervers.arrears.legal.LegalFact;
import fr.allervers.arrears.legal.LegalSweep;
import fr.allervers.arrears.plan.PlanSheets;
import fr.allervers.arrears.plan.PlanSweep;
import fr.allervers.arrears.plan.PlanTerms;
import fr.allervers.arrears.plan.RepaymentPlans;
import fr.allervers.arrears.prevention.ArrearsCases;
import fr.allervers.arrears.prevention.ArrearsNight;
import fr.allervers.arrears.prevention.PauseReason;
import fr.allervers.dev.DemoCampaign;
import fr.allervers.dev.DemoLedger;
import fr.allervers.inbox.CaseKind;
import fr.allervers.ledger.Booking;
import fr.allervers.ledger.EntryKind;
import fr.allervers.ledger.Means;
import fr.allervers.ledger.RentAccounts;
import fr.allervers.staff.StaffDirectory;
import fr.allervers.testing.Jobs;
import fr.allervers.testing.MovableClock;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Tasks;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lives half a year of the demo's unpaid rents, day by day: at six the rents and the night's work, at ten tasks are done, at five in the
 * afternoon what fell due. Those who were behind go on paying nothing until the officer reaches them; then they act by their lease's
 * number: one in five pays and goes on paying, keeps a plan, breaks one, is in hospital for three weeks, or never answers and is told to
 * the CCAPEX.
 */
class HalfAYear {

    private static final String OFFICER = "sophie";
    /** The demo's rents, aid, payments and rejected debits are dated so. */
    private static final Set<Integer> BOOKED_ON = Set.of(5, 7, 10, 15);

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final ArrearsNight night;
    private final LegalSweep legalSweep;
    private final LegalClock legalClock;
    private final ArrearsCases arrears;
    private final RepaymentPlans plans;
    private final PlanSheets sheets;
    private final PlanSweep planSweep;
    private final RentAccounts accounts;
    private final Map<String, CaseKind> kinds;
    private final Tasks tasks;
    private final Jobs jobs;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final MovableClock clock;
    private final StaffDirectory staff;
    private final DemoLedger ledger;

    HalfAYear(
            ArrearsNight night,
            LegalSweep legalSweep,
            LegalClock legalClock,
            ArrearsCases arrears,
            RepaymentPlans plans,
            PlanSheets sheets,
            PlanSweep planSweep,
            RentAccounts accounts,
            List<CaseKind> kinds,
            Tasks tasks,
            Jobs jobs,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            MovableClock clock,
            StaffDirectory staff,
            DemoLedger ledger) {
        this.night = night;
        this.legalSweep = legalSweep;
        this.legalClock = legalClock;
        this.arrears = arrears;
        this.plans = plans;
        this.sheets = sheets;
        this.planSweep = planSweep;
        this.accounts = accounts;
        this.kinds = kinds.stream().collect(Collectors.toMap(CaseKind::key, kind -> kind));
        this.tasks = tasks;
        this.jobs = jobs;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.staff = staff;
        this.ledger = ledger;
    }

    /** A task that stands open. */
    private record Open(String caseKind, long caseId, String step, long arrearsId, long leaseId) {}

    /** A plan that runs. */
    private record Running(long planId, long leaseId) {}

    void live() {
        DemoCampaign.signIn(staff, OFFICER);
        try {
            days();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private void days() {
        var first = LocalDate.now(clock).plusDays(1);
        for (var day = first; day.isBefore(first.plusMonths(6)); day = day.plusDays(1)) {
            at(day, LocalTime.of(6, 0));
            if (BOOKED_ON.contains(day.getDayOfMonth())) {
                ledger.bookSince(day.minusDays(1));
            }
            night.run();
            legalSweep.sweep();
            planSweep.sweep();
            at(day, LocalTime.of(10, 0));
            open().forEach(this::act);
            reports(day);
            payDay(day);
            court(day);
            at(day, LocalTime.of(17, 0));
        }
    }

    private void at(LocalDate day, LocalTime time) {
        clock.set(day.atTime(time).atZone(PARIS).toInstant());
        jobs.runDue();
    }

    private List<Open> open() {
        return jdbc.sql("""
                        select i.case_kind, i.case_id, i.step, a.id as arrears_id, a.lease_id from inbox_item i
                          join arrears_case a on a.id = if(i.case_kind = 'unpaid-rent-prevention', i.case_id, (select p.case_id from repayment_plan p where p.id = i.case_id))
                         where i.case_kind in ('unpaid-rent-prevention', ?) order by i.case_kind, i.case_id
                        """).param(RepaymentPlans.KIND).query(Open.class).list();
    }

    private void act(Open task) {
        var tenant = task.leaseId() % 5;
        switch (task.step().replaceFirst("-late$", "")) {
            case "call-tenant" -> call(task, tenant);
            case "visit-tenant" -> {
                if (tenant == 3) {
                    complete(task, Map.of("outcome", "REACHED"));
                    pay(task.leaseId(), debt(task.leaseId()));
                } else {
                    complete(task, Map.of("outcome", "NOBODY"));
                }
            }
            case "contact-after-breach" -> complete(task, Map.of("outcome", "END"));
            case "decide-next" -> decide(task, tenant);
            default -> {
                // Stays for people.
            }
        }
    }

    private void call(Open task, long tenant) {
        if (tenant == 3) {
            complete(task, Map.of("outcome", "NO_ANSWER"));
            arrears.pause(
                    task.arrearsId(), PauseReason.HOSPITAL, LocalDate.now(clock).plusWeeks(3), "Hospitalisation");
            return;
        }
        complete(task, Map.of("outcome", tenant == 4 ? "NO_ANSWER" : "REACHED"));
        if (tenant == 0) {
            pay(task.leaseId(), debt(task.leaseId()));
        } else if (tenant < 3) {
            var debt = plans.debtToSpread(task.arrearsId());
            var first = YearMonth.from(LocalDate.now(clock)).plusMonths(1);
            plans.signAtDesk(
                    plans.draft(task.arrearsId(), new PlanTerms(debt, 0, null, (debt + 1) / 2, first, 10), false));
        }
        jobs.runDue();
    }

    private void decide(Open task, long tenant) {
        if (tenant == 2) {
            complete(task, Map.of("outcome", "LITIGATION", "note", "Sans nouvelles"));
        } else if (!legalClock.sheet(task.arrearsId()).facts().containsKey(LegalFact.SUMMONS_PLANNED)) {
            legalClock.enter(
                    task.arrearsId(),
                    LegalFact.SUMMONS_PLANNED,
                    LocalDate.now(clock).plusDays(75),
                    false);
        }
    }

    /** The officer tells the CAF when the day comes near, but for those whom nobody has looked at. */
    private void reports(LocalDate day) {
        for (var deadline :
                jdbc.sql("""
                        select d.id from inbox_item i join legal_deadline d on d.id = i.case_id join arrears_case a on a.id = d.case_id
                         where i.case_kind = ? and d.kind = 'CAF_REPORT' and mod(a.lease_id, 5) <> 2
                        """).param(LegalClock.KIND).query(Long.class).list()) {
            legalClock.done(deadline, day);
        }
    }

    /** The CCAPEX is told a week after the summons was planned. */
    private void court(LocalDate day) {
        for (var caseId :
                jdbc.sql("""
                        select d.case_id from legal_fact d where d.kind = 'SUMMONS_PLANNED' and d.on_day = ?
                         and not exists (select 1 from legal_fact c where c.case_id = d.case_id and c.kind = 'CCAPEX_REFERRED')
                        """).param(day.plusDays(68)).query(Long.class).list()) {
            legalClock.enter(caseId, LegalFact.CCAPEX_REFERRED, day, false);
        }
    }

    /** On the tenth who keeps a plan pays what is due of it and the rents that came since; who has paid all goes on paying. */
    private void payDay(LocalDate day) {
        if (day.getDayOfMonth() != 10) {
            return;
        }
        for (var one : jdbc.sql("""
                        select p.id as plan_id, a.lease_id from repayment_plan p join arrears_case a on a.id = p.case_id
                         where p.status = 'SIGNED' and mod(a.lease_id, 5) = 1
                        """).query(Running.class).list()) {
            var sheet = sheets.sheet(one.planId());
            var due = sheet.lines().stream()
                    .filter(line -> !line.dueOn().isAfter(day))
                    .mapToLong(line -> line.cents() - line.paidCents())
                    .sum();
            pay(one.leaseId(), debt(one.leaseId()) - sheet.leftCents() + due);
        }
        jdbc.sql("""
                        select lease_id from arrears_case group by lease_id
                        having sum(close_reason = 'DEBT_CLEARED') > 0 and sum(status <> 'CLOSED') = 0
                        """).query(Long.class).list().forEach(lease -> pay(lease, debt(lease)));
    }

    private long debt(long leaseId) {
        return accounts.standing(leaseId, LocalDate.now(clock)).debtCents();
    }

    private void pay(long leaseId, long cents) {
        var today = LocalDate.now(clock);
        if (cents > 0) {
            accounts.book(new Booking(
                    "half-year/" + leaseId + "/" + today,
                    leaseId,
                    EntryKind.PAYMENT,
                    Means.TRANSFER,
                    cents,
                    today,
                    "Virement",
                    null));
            planSweep.sweep();
            jobs.runDue();
        }
    }

    private void complete(Open task, Map<String, Object> answers) {
        var kind = kinds.get(task.caseKind());
        var officer = staff.byUsername(OFFICER).orElseThrow();
        transaction.executeWithoutResult(status -> tasks.open(new CaseRef(task.caseKind(), task.caseId()), task.step())
                .ifPresent(id -> tasks.complete(id, kind.complete(task.caseId(), task.step(), answers, officer))));
        jobs.runDue();
    }
}
