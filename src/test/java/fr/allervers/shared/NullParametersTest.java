package fr.allervers.shared;

import static org.assertj.core.api.Assertions.assertThat;

import fr.allervers.testing.ApplicationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** A null goes to the database with its statement: {@code spring.properties} says so, and why. */
@ApplicationTest
class NullParametersTest {

    @Autowired
    JdbcClient jdbc;

    @Test
    @Transactional
    void theServerIsNotAskedForTheTypeOfANull() {
        var before = prepared();
        assertThat(jdbc.sql("select ? is null").param(null).query(Boolean.class).single())
                .isTrue();
        assertThat(prepared()).isEqualTo(before);
    }

    /** How often this connection let the server prepare a statement. */
    private long prepared() {
        return jdbc.sql("select variable_value from information_schema.session_status where variable_name ="
                        + " 'Com_stmt_prepare'")
                .query(Long.class)
                .single();
    }
}
