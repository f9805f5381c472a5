package fr.allervers.allocation.ballot;

import static java.util.Objects.requireNonNull;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariConfigMXBean;
import com.zaxxer.hikari.HikariDataSource;
import fr.allervers.shared.rows.RecordRowsClient;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The connections that ballots come by. Only a handful of statements run here, always in a transaction: the server keeps
 * them prepared, and no connection is switched into a transaction and out of it (docs/adr/0043).
 */
@Configuration(proxyBeanMethods = false)
class BallotConnections {

    static final String TRANSACTIONS = "ballotTransactions";

    /** Twelve members who vote at once hold one for some milliseconds each; more would only wait in the database. */
    private static final int MOST = 8;

    /** Where the application's own database is, with its settings. */
    @Bean(defaultCandidate = false)
    @Qualifier("ballots")
    HikariDataSource ballotDataSource(DataSource application) {
        var config = new HikariConfig();
        requireNonNull(DataSourceUnwrapper.unwrap(application, HikariConfigMXBean.class, HikariDataSource.class))
                .copyStateTo(config);
        config.setPoolName("ballots");
        config.setAutoCommit(false);
        config.setMaximumPoolSize(MOST);
        config.setMinimumIdle(1);
        var url = config.getJdbcUrl();
        config.setJdbcUrl(url + (url.contains("?") ? "&" : "?") + "useServerPrepStmts=true");
        return new HikariDataSource(config);
    }

    @Bean(name = TRANSACTIONS, defaultCandidate = false)
    PlatformTransactionManager ballotTransactions(@Qualifier("ballots") DataSource ballots) {
        return new JdbcTransactionManager(ballots);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("ballots")
    JdbcClient ballotJdbcClient(@Qualifier("ballots") DataSource ballots) {
        return new RecordRowsClient(JdbcClient.create(ballots));
    }
}
