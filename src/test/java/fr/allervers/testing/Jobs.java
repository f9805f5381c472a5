package fr.allervers.testing;

import org.camunda.bpm.engine.ManagementService;

/** Runs the engine's jobs that are due by the tests' clock. */
public class Jobs {

    private final ManagementService management;

    Jobs(ManagementService management) {
        this.management = management;
    }

    /** Runs everything due, also what becomes due by it, and says how many jobs ran. */
    public int runDue() {
        var count = 0;
        for (var due = due(); !due.isEmpty(); due = due()) {
            for (var job : due) {
                management.executeJob(job.getId());
                count++;
            }
        }
        return count;
    }

    private java.util.List<org.camunda.bpm.engine.runtime.Job> due() {
        return management
                .createJobQuery()
                .executable()
                .active()
                .orderByJobDuedate()
                .asc()
                .listPage(0, 100);
    }
}
