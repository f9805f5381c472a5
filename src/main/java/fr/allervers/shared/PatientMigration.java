package fr.allervers.shared;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Migrates the schema while other nodes work on it. An insert below a table holds that table for the storage engine, a change
 * of the table holds it for the server, and neither sees that they wait for each other: after fifty seconds the change is
 * given up. It is tried again then, from the migration's first statement, which is why migrations are written so that they
 * can run twice (docs/changing.md, A table).
 */
@Component
public final class PatientMigration implements FlywayMigrationStrategy {

    private static final int TRIES = 3;

    @Override
    public void migrate(Flyway flyway) {
        migrate(flyway, TRIES);
    }

    private static void migrate(Flyway flyway, int tries) {
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            if (tries == 1 || !Retry.isConflict(e)) {
                throw e;
            }
            // Takes the failed try out of the history; the checksums of the others were looked at just before.
            flyway.repair();
            migrate(flyway, tries - 1);
        }
    }
}
