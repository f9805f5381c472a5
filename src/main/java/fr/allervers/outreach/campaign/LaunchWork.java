package fr.allervers.outreach.campaign;

import fr.allervers.shared.ChunkWork;
import java.util.concurrent.atomic.AtomicBoolean;
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
        var failed = new AtomicBoolean();
        var started = new ChunkWork(threads).run(() -> launch.next().started(), problem -> {
            LOG.warn("A chunk of a launch failed and stays listed", problem);
            noteProblem(problem);
            failed.set(true);
        });
        if (!failed.get()) {
            clearProblem();
        }
        return started;
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
}
