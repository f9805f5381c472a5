package fr.allervers.outreach.campaign;

import fr.allervers.shared.Retry;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Launches everything that is listed, by several threads at once. What a failure leaves is taken up by the next run:
 * nothing but the rows themselves says what is still to do.
 */
@Component
public class LaunchWork {

    private static final Logger LOG = LoggerFactory.getLogger(LaunchWork.class);

    private final CampaignLaunch launch;
    private final JdbcClient jdbc;
    private final int threads;

    LaunchWork(CampaignLaunch launch, JdbcClient jdbc, @Value("${allervers.launch.threads:4}") int threads) {
        this.launch = launch;
        this.jdbc = jdbc;
        this.threads = threads;
    }

    /** Starts the cases of all listed households of running campaigns and says how many; failures are noted, not thrown. */
    public int run() {
        if (!anythingListed()) {
            return 0;
        }
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var workers = IntStream.range(0, threads)
                    .mapToObj(number -> pool.submit((Callable<Integer>) this::work))
                    .collect(Collectors.toList());
            return workers.stream().mapToInt(LaunchWork::result).sum();
        } finally {
            pool.shutdown();
        }
    }

    private int work() {
        var started = 0;
        try {
            for (var chunk = next(); !chunk.isEmpty(); chunk = next()) {
                started += chunk.started();
            }
            clearProblem();
        } catch (RuntimeException e) {
            LOG.warn("A chunk of a launch failed and stays listed", e);
            noteProblem(e);
        }
        return started;
    }

    private LaunchChunk next() {
        return Retry.onConflict(launch::next);
    }

    private boolean anythingListed() {
        return jdbc.sql("""
                        select exists (select 1 from household_call h join campaign c on c.id = h.campaign_id
                                        where h.state = 'LISTED' and c.state = 'RUNNING')
                        """).query(Boolean.class).single();
    }

    private void noteProblem(RuntimeException e) {
        var message = String.valueOf(e.getMessage());
        jdbc.sql("""
                        update campaign set launch_problem = ? where state = 'RUNNING'
                           and id in (select campaign_id from household_call where state = 'LISTED')
                        """)
                .param(message.substring(0, Math.min(300, message.length())))
                .update();
    }

    private void clearProblem() {
        jdbc.sql("""
                        update campaign set launch_problem = null where launch_problem is not null
                           and id not in (select campaign_id from household_call where state = 'LISTED' and campaign_id is not null)
                        """).update();
    }

    private static int result(Future<Integer> worker) {
        try {
            return worker.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
