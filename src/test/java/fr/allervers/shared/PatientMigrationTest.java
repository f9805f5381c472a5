package fr.allervers.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change of a table that somebody is using is tried again; any other failure is told at once. */
@ApplicationTest
class PatientMigrationTest {

    @TempDir
    Path migrations;

    private String url;
    private Connection user;
    private int failures;

    @BeforeEach
    void somebodyUsesTheTable() throws Exception {
        url = TestDatabase.server().schema("patient");
        user = DriverManager.getConnection(url, "root", "");
        for (var statement : new String[] {
            "drop table if exists flyway_schema_history",
            "drop table if exists made",
            "drop table if exists in_use",
            "create table in_use (id bigint primary key)"
        }) {
            user.createStatement().execute(statement);
        }
        user.setAutoCommit(false);
        user.createStatement().executeQuery("select * from in_use");
        Files.writeString(
                migrations.resolve("V1__more.sql"),
                "create table if not exists made (id bigint primary key);\nalter table in_use add column if not exists more int;");
    }

    @AfterEach
    void nobodyDoes() throws SQLException {
        user.close();
    }

    @Test
    void itIsTriedAgainFromItsFirstStatement() throws Exception {
        new PatientMigration().migrate(flyway(1));
        assertThat(failures).isOne();
        var applied = flyway(0).info();
        assertThat(applied.current().getVersion().getVersion()).isEqualTo("1");
        assertThat(applied.all()).noneMatch(one -> one.getState().isFailed());
        user.createStatement().executeQuery("select id, more from in_use");
        user.createStatement().executeQuery("select id from made");
    }

    @Test
    void theThirdTimeItIsGivenUp() {
        assertThatThrownBy(() -> new PatientMigration().migrate(flyway(4)))
                .isInstanceOf(FlywayException.class)
                .hasMessageContaining("V1__more.sql");
        assertThat(failures).isEqualTo(3);
    }

    @Test
    void whatIsWrongIsToldAtOnce() throws Exception {
        Files.writeString(migrations.resolve("V1__more.sql"), "alter table nowhere add column more int;");
        assertThatThrownBy(() -> new PatientMigration().migrate(flyway(4))).hasMessageContaining("nowhere");
        assertThat(failures).isOne();
    }

    /** Waits a second for a table; after so many failures the table is free. */
    private Flyway flyway(int until) {
        return Flyway.configure()
                .dataSource(url + (url.contains("?") ? "&" : "?") + "sessionVariables=lock_wait_timeout=1", "root", "")
                .locations("filesystem:" + migrations)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .callbacks(new BaseCallback() {
                    @Override
                    public boolean supports(Event event, Context context) {
                        return event == Event.AFTER_EACH_MIGRATE_ERROR;
                    }

                    @Override
                    public void handle(Event event, Context context) {
                        failures++;
                        if (failures == until) {
                            free();
                        }
                    }
                })
                .load();
    }

    private void free() {
        try {
            user.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
