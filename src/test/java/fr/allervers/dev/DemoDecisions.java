package fr.allervers.dev;

import fr.allervers.allocation.Candidacies;
import fr.allervers.allocation.CandidateDecision;
import fr.allervers.allocation.DecisionKind;
import fr.allervers.allocation.ItemDecided;
import fr.allervers.allocation.candidacy.OfferedDwellings;
import fr.allervers.allocation.outcome.Answers;
import fr.allervers.allocation.outcome.Refusal;
import fr.allervers.allocation.urgent.UrgentAllocation.Reason;
import fr.allervers.allocation.urgent.UrgentAllocations;
import fr.allervers.staff.StaffDirectory;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What follows three earlier decisions of the demo: one that waits for its first candidate's answer, one refused by the first and
 * offered to the second, one accepted whose lease is to be signed. The other dwellings stay for the demo's sessions.
 */
@Order(9)
public class DemoDecisions implements ApplicationRunner {

    private static final int DWELLINGS = 4;
    private static final int SECONDS = 60;

    private final Candidacies candidacies;
    private final OfferedDwellings dwellings;
    private final Answers answers;
    private final UrgentAllocations urgents;
    private final StaffDirectory staff;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final JdbcClient jdbc;
    private final Clock clock;

    DemoDecisions(
            Candidacies candidacies,
            OfferedDwellings dwellings,
            Answers answers,
            UrgentAllocations urgents,
            StaffDirectory staff,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            RuntimeService runtime,
            ManagementService management,
            JdbcClient jdbc,
            Clock clock) {
        this.candidacies = candidacies;
        this.dwellings = dwellings;
        this.answers = answers;
        this.urgents = urgents;
        this.staff = staff;
        this.events = events;
        this.transaction = transaction;
        this.runtime = runtime;
        this.management = management;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        if (jdbc.sql("select count(*) from allocation_outcome")
                        .query(Long.class)
                        .single()
                > 0) {
            return;
        }
        DemoCampaign.signIn(staff, "julien");
        try {
            // The last ones that are ready: sessions begin with the first.
            var ready = jdbc.sql(
                            "select id from offered_dwelling where state = 'READY' and few is null and not exists (select 1 from session_item i where i.live_dwelling_id = offered_dwelling.id) order by id desc limit ?")
                    .param(DWELLINGS)
                    .query(Long.class)
                    .list();
            for (var number = 0; number < ready.size(); number++) {
                decide(ready.get(number), -1L - number);
            }
            awaitOffers(ready.size());
            var offered = offered();
            if (offered.size() == DWELLINGS) {
                answers.atDesk(offered.get(1), Refusal.PLACE, "Trop loin de son travail");
                answers.atDesk(offered.get(2), null, "");
                AnswerTime.letPass(offered.get(3), jdbc, runtime, management, clock);
            }
            var vacant = jdbc.sql("""
                            select d.code from dwelling d where not exists (select 1 from lease l where l.dwelling_id = d.id) and not exists (select 1 from offered_dwelling o where o.dwelling_id = d.id) order by d.id limit 1
                            """).query(String.class).single();
            var whom = jdbc.sql(
                            "select unique_number from housing_application where state = 'ACTIVE' order by id desc limit 1")
                    .query(String.class)
                    .single();
            urgents.ask(
                    vacant,
                    whom,
                    Reason.DISASTER,
                    "Incendie dans l’immeuble, logement inhabitable, trois enfants à l’hôtel.");
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** Ranked, the last one under the condition of a document or not at all. */
    private void decide(long dwellingId, long itemId) {
        var candidates = candidacies.candidates(dwellings.require(dwellingId).id());
        var decisions = new ArrayList<CandidateDecision>();
        for (var candidate : candidates) {
            var last = decisions.size() == candidates.size() - 1;
            var missing = candidate.missingDocuments();
            var kind = last
                    ? missing.isEmpty() ? DecisionKind.NON_ALLOCATION : DecisionKind.CONDITIONAL_ALLOCATION
                    : DecisionKind.RANKED_ALLOCATION;
            var conditional = kind == DecisionKind.CONDITIONAL_ALLOCATION;
            decisions.add(new CandidateDecision(
                    candidate.id(),
                    kind,
                    kind.allocates() ? decisions.size() + 1 : null,
                    conditional ? missing.get(0) : null,
                    conditional ? LocalDate.now(clock).plusDays(15) : null,
                    kind.allocates() ? List.of() : List.of("OTHER"),
                    kind.allocates() ? "" : "D’autres demandes sont plus anciennes"));
        }
        transaction.executeWithoutResult(status -> events.publishEvent(new ItemDecided(itemId, dwellingId, decisions)));
    }

    /** The notices leave by a job of the engine. */
    private void awaitOffers(int wanted) throws InterruptedException {
        for (var tries = 0; tries < SECONDS * 4 && offered().size() < wanted; tries++) {
            TimeUnit.MILLISECONDS.sleep(250);
        }
    }

    private List<Long> offered() {
        return jdbc.sql("select id from candidate_outcome where state = 'OFFERED' order by id")
                .query(Long.class)
                .list();
    }
}
