package fr.allervers.allocation.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.testing.ApplicationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Ballots have settings of their own, which the application's connections must not have (docs/adr/0043). */
@ApplicationTest
class BallotConnectionsTest {

    private static final String ISOLATION = "select @@tx_isolation";

    @Autowired
    JdbcClient application;

    @Autowired
    @Qualifier("ballots")
    JdbcClient ballots;

    @Autowired
    @Qualifier(BallotConnections.TRANSACTIONS)
    PlatformTransactionManager transactions;

    @Test
    void aStatementIsPreparedOnceAndForAll() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            var before = prepared(ballots);
            for (var time = 0; time < 3; time++) {
                assertThat(ballots.sql("select ? + 1")
                                .param(time)
                                .query(Integer.class)
                                .single())
                        .isEqualTo(time + 1);
            }
            assertThat(prepared(ballots)).isEqualTo(before + 1);
        });
    }

    @Test
    void theyAreAlwaysInATransactionOfTheApplicationsKind() {
        assertThat(one(ballots, "select @@autocommit")).isEqualTo("0");
        assertThat(one(application, "select @@autocommit")).isEqualTo("1");
        assertThat(one(ballots, ISOLATION))
                .isEqualTo(one(application, ISOLATION))
                .isEqualTo("READ-COMMITTED");
    }

    private static String one(JdbcClient jdbc, String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }

    /** How often this connection let the server prepare a statement. */
    private static long prepared(JdbcClient jdbc) {
        return jdbc.sql("select variable_value from information_schema.session_status where variable_name ="
                        + " 'Com_stmt_prepare'")
                .query(Long.class)
                .single();
    }
}
