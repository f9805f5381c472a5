package fr.allervers.arrears;

import fr.allervers.arrears.prevention.ArrearsCases;
import fr.allervers.inbox.CaseKind;
import fr.allervers.kpi.fact.LiveFigures;
import fr.allervers.ledger.Hold;
import fr.allervers.ledger.RentAccounts;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.Jobs;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.testing.Tenants;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Cases;
import fr.allervers.workflow.Tasks;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** A household that owes the rent of November 2026, its open case, and a rent officer of its agency who is signed in. */
@ApplicationTest
public abstract class AbstractArrearsTest {

    @Autowired
    LiveFigures figures;

    @Autowired
    protected ArrearsCases arrears;

    @Autowired
    protected RentAccounts accounts;

    @Autowired
    protected List<CaseKind> kinds;

    @Autowired
    protected Cases cases;

    @Autowired
    protected Tasks tasks;

    @Autowired
    protected Tenants tenants;

    @Autowired
    protected People people;

    @Autowired
    protected Jobs jobs;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected TransactionTemplate transaction;

    @Autowired
    protected MovableClock clock;

    @Autowired
    protected MockMvc mvc;

    protected Debtor debtor;
    protected StaffMember officer;
    protected long caseId;

    /** What the household owes, in cents. */
    protected long debt() {
        return 50_000;
    }

    @BeforeEach
    void aHouseholdOwes() {
        figures.mark();
        debtor = Debtor.since(LocalDate.of(2020, 1, 1), tenants, jdbc, accounts, transaction)
                .rent("2026-11-01", debt());
        officer = person(Role.RENT_OFFICER);
        people.signIn(officer);
        caseId = arrears.open(debtor.leaseId, "Test");
    }

    @AfterEach
    void afterwards() {
        figures.assertAsCountedAgain();
        people.signOut();
        clock.reset();
    }

    protected StaffMember person(Role role) {
        return people.somebodyOf(debtor.tenant.agencyId(), role);
    }

    /** Moves the clock to this moment in Paris and runs what is due. */
    protected void on(String local) {
        clock.set(LocalDateTime.parse(local).atZone(ZoneId.of("Europe/Paris")).toInstant());
        jobs.runDue();
    }

    protected Optional<String> task(String kind, long id, String step) {
        return transaction.execute(status -> tasks.open(new CaseRef(kind, id), step));
    }

    protected boolean runs(String kind, long id) {
        return Boolean.TRUE.equals(
                transaction.execute(status -> !cases.running(kind, List.of(id)).isEmpty()));
    }

    /** Sends a step's form as the inbox does. */
    protected void complete(String kind, long id, String step, Map<String, Object> answers, StaffMember by) {
        var answered =
                kinds.stream().filter(one -> one.key().equals(kind)).findFirst().orElseThrow();
        transaction.executeWithoutResult(status -> tasks.complete(
                tasks.open(new CaseRef(kind, id), step).orElseThrow(), answered.complete(id, step, answers, by)));
    }

    /** What the ledger holds today, in cents. */
    protected long held() {
        return accounts.holds(debtor.leaseId, LocalDate.now(clock)).stream()
                .mapToLong(Hold::amountCents)
                .sum();
    }
}
