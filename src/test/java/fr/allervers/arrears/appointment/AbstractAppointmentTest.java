package fr.allervers.arrears.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.inbox.CaseKind;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffDirectory;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.Jobs;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.testing.Tenants;
import fr.allervers.testing.Tenants.Tenant;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Cases;
import fr.allervers.workflow.Tasks;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An officer who receives on Friday mornings, and a tenant. The clock stands on Tuesday 24 November 2026, 10:00 in Paris. */
@ApplicationTest
abstract class AbstractAppointmentTest {

    static final AtomicLong CASE = new AtomicLong(7_000);

    @Autowired
    Appointments appointments;

    @Autowired
    AppointmentNoting noting;

    @Autowired
    OpeningRanges ranges;

    @Autowired
    OpeningRangeRows rangeRows;

    @Autowired
    AppointmentRows rows;

    @Autowired
    Offers offers;

    @Autowired
    StaffDirectory staff;

    @Autowired
    Cases cases;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskService engineTasks;

    @Autowired
    List<CaseKind> kinds;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Jobs jobs;

    @Autowired
    People people;

    @Autowired
    Tenants tenants;

    @Autowired
    MovableClock clock;

    Tenant tenant;
    StaffMember officer;
    CaseRef of;
    long rangeId;

    @BeforeEach
    void anOfficerReceivesOnFridayMornings() {
        tenant = tenants.tenant();
        officer = people.somebodyOf(tenant.agencyId(), Role.RENT_OFFICER);
        of = new CaseRef("trial", CASE.incrementAndGet());
        rangeId = opens(officer, 5, "09:00", "11:00", 30);
        people.signOut();
    }

    @AfterEach
    void afterwards() {
        people.signOut();
        clock.reset();
    }

    long opens(StaffMember who, int day, String from, String to, int minutes) {
        people.signIn(who);
        assertThat(ranges.add(draft(who, day, from, to, minutes))).isEmpty();
        var all = rangeRows.ofOfficer(who.id());
        return all.stream().mapToLong(OpeningRange::id).max().orElseThrow();
    }

    OpeningRanges.Draft draft(StaffMember who, int day, String from, String to, int minutes) {
        return new OpeningRanges.Draft(
                who.id(),
                tenant.agencyId(),
                MeetingKind.OFFICE,
                day,
                LocalTime.parse(from),
                LocalTime.parse(to),
                minutes,
                "Agence Centre",
                LocalDate.of(2026, 1, 1),
                null);
    }

    static Instant paris(String local) {
        return LocalDateTime.parse(local).atZone(SlotPolicy.PARIS).toInstant();
    }

    Slot.Key at(String local) {
        return new Slot.Key(rangeId, paris(local));
    }

    long offer(CaseRef to, long household) {
        return transaction.execute(status -> offers.open(to, household, null));
    }

    long offer() {
        return offer(of, tenant.householdId());
    }

    List<String> sms() {
        return jdbc.sql("select body from outbox_message where household_id = ? and channel = 'SMS' order by id")
                .param(tenant.householdId())
                .query(String.class)
                .list();
    }

    boolean runs(Appointment appointment) {
        return transaction.execute(status ->
                !cases.running(Appointment.KIND, List.of(appointment.id())).isEmpty());
    }

    String task(Appointment appointment, String step) {
        return transaction.execute(
                status -> tasks.open(appointment.self(), step).orElse(""));
    }
}
