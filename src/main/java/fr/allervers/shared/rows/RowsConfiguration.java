package fr.allervers.shared.rows;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class RowsConfiguration {

    @Bean
    JdbcClient jdbcClient(NamedParameterJdbcTemplate jdbc) {
        return new RecordRowsClient(JdbcClient.create(jdbc));
    }
}
