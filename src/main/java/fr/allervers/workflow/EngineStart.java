package fr.allervers.workflow;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;

/**
 * Lets one node at a time make or change the engine's tables: the engine's own lock is a row of a table that it has to make
 * first, so that two nodes that start at once on an empty database would both make it, and both fail. The lock goes with its
 * connection, whatever happens to the node.
 */
final class EngineStart extends AbstractProcessEnginePlugin {

    /** Making the tables takes seconds; on a slow disk some minutes. */
    private static final int WAIT_SECONDS = 600;

    private final DataSource database;
    private @Nullable Connection held;

    EngineStart(DataSource database) {
        this.database = database;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        try {
            held = database.getConnection();
            held.setAutoCommit(false);
            try (var statement = held.createStatement()) {
                statement.execute("set innodb_lock_wait_timeout = " + WAIT_SECONDS);
                statement.execute("select id from engine_start where id = 1 for update");
                statement.execute("set innodb_lock_wait_timeout = default");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The start of the engine could not be held for this node", e);
        }
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        if (held == null) {
            return;
        }
        try (var done = held) {
            done.rollback();
            done.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException("The start of the engine could not be left to other nodes", e);
        }
    }
}
