package fr.allervers.allocation.outcome;

import fr.allervers.allocation.Applicants;
import fr.allervers.allocation.Candidacies;
import fr.allervers.allocation.Candidate;
import fr.allervers.allocation.CandidateDecision;
import fr.allervers.allocation.DecisionKind;
import fr.allervers.allocation.ItemDecided;
import fr.allervers.inbox.CaseKind;
import fr.allervers.staff.Role;
import fr.allervers.testing.Fixture;
import fr.allervers.testing.Jobs;
import fr.allervers.testing.MovableClock;
import fr.allervers.testing.People;
import fr.allervers.testing.Tenants;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Tasks;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Decisions for a test, as the president's signature publishes them, and the officers' tasks that follow. Import it with {@link Applicants}. */
@Fixture
public class Decided {

    private static final AtomicLong ITEM = new AtomicLong(1_000_000);
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Applicants applicants;
    private final Candidacies candidacies;
    private final OutcomeRows rows;
    private final Tenants tenants;
    private final People people;
    private final Jobs jobs;
    private final Tasks tasks;
    private final List<CaseKind> kinds;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final MovableClock clock;
    private final JdbcClient jdbc;

    Decided(
            Applicants applicants,
            Candidacies candidacies,
            OutcomeRows rows,
            Tenants tenants,
            People people,
            Jobs jobs,
            Tasks tasks,
            List<CaseKind> kinds,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            MovableClock clock,
            JdbcClient jdbc) {
        this.applicants = applicants;
        this.candidacies = candidacies;
        this.rows = rows;
        this.tenants = tenants;
        this.people = people;
        this.jobs = jobs;
        this.tasks = tasks;
        this.kinds = kinds;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** A dwelling with as many candidates as kinds, decided in this order; gives the outcome's id. The last document of a condition is identity. */
    public long decide(DecisionKind... kinds) {
        var dwelling = applicants.ready(tenants.agency(), Math.max(3, kinds.length));
        var candidates = candidacies.candidates(dwelling);
        var decisions = new ArrayList<CandidateDecision>();
        for (var i = 0; i < kinds.length; i++) {
            decisions.add(decision(candidates.get(i), kinds[i], i + 1));
        }
        var event = new ItemDecided(ITEM.incrementAndGet(), dwelling, decisions);
        publish(event);
        return jdbc.sql("select id from allocation_outcome where offered_dwelling_id = ?")
                .param(dwelling)
                .query(Long.class)
                .single();
    }

    void publish(ItemDecided event) {
        transaction.executeWithoutResult(status -> events.publishEvent(event));
        people.signOut();
        jobs.runDue();
    }

    CandidateDecision decision(Candidate of, DecisionKind kind, int rank) {
        var conditional = kind == DecisionKind.CONDITIONAL_ALLOCATION;
        return new CandidateDecision(
                of.id(),
                kind,
                kind.allocates() ? rank : null,
                conditional ? "Avis d’imposition" : null,
                conditional ? LocalDate.now(clock).plusDays(15) : null,
                kind.allocates() ? List.of() : List.of("RESOURCES"),
                kind.allocates() ? "" : "Ressources au-dessus du plafond");
    }

    List<CandidateOutcome> candidates(long outcomeId) {
        return rows.candidates(outcomeId);
    }

    public CandidateOutcome candidate(long outcomeId, int index) {
        return rows.candidates(outcomeId).get(index);
    }

    Outcome outcome(long outcomeId) {
        return rows.require(outcomeId);
    }

    /** Moves the clock to this time of a day in Paris and runs what is due then. */
    public void on(LocalDate day, int hour, int minute) {
        clock.set(day.atTime(LocalTime.of(hour, minute)).atZone(PARIS).toInstant());
        jobs.runDue();
    }

    boolean waits(String kind, long id, String step) {
        return transaction.execute(
                status -> tasks.open(new CaseRef(kind, id), step).isPresent());
    }

    /** Does an officer's task with these answers. */
    public void task(String kind, long id, String step, Map<String, Object> answers) {
        var officer = people.somebody(Role.ALLOCATION_OFFICER);
        people.signIn(officer);
        transaction.executeWithoutResult(status -> {
            var task = tasks.open(new CaseRef(kind, id), step).orElseThrow();
            var of = kinds.stream()
                    .filter(one -> one.key().equals(kind))
                    .findFirst()
                    .orElseThrow();
            tasks.complete(task, of.complete(id, step, answers, officer));
        });
        people.signOut();
        jobs.runDue();
    }

    /** The messages of an outcome by this template, SMS only. */
    public List<String> sms(long outcomeId, String template) {
        return jdbc.sql("select body from outbox_message where case_kind = 'allocation-offer' and case_id = ? and"
                        + " channel = 'SMS' and dedupe_key like ? order by id")
                .params(outcomeId, "%/" + template + "/%")
                .query(String.class)
                .list();
    }

    /** The token in a message. */
    public static String token(String message) {
        var found = java.util.regex.Pattern.compile("/l/([A-Za-z0-9_-]{43})").matcher(message);
        if (!found.find()) {
            throw new IllegalArgumentException("No link in " + message);
        }
        return found.group(1);
    }

    @Nullable
    String dwellingState(long outcomeId) {
        return jdbc.sql("select w.state from offered_dwelling w join allocation_outcome o on o.offered_dwelling_id ="
                        + " w.id where o.id = ?")
                .param(outcomeId)
                .query(String.class)
                .single();
    }
}
