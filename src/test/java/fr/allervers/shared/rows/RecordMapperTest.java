package fr.allervers.shared.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.testing.ApplicationTest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class RecordMapperTest {

    private static final String KINDS = """
            select 1 row_id, 7 how_many, 2.50 exact_share, 'Éloi' first_name, true is_open, 'MONDAY' week_day, date '2026-11-23' due_on,
                   timestamp '2026-11-23 08:30:00.123456' due_at, time '08:30:00' opens_at, x'00ff' sha_256, null note, null sent_on
            """;

    @Autowired
    JdbcClient jdbc;

    record Kinds(
            long rowId,
            @Nullable Integer howMany,
            BigDecimal exactShare,
            String firstName,
            boolean isOpen,
            DayOfWeek weekDay,
            LocalDate dueOn,
            Instant dueAt,
            LocalTime opensAt,
            byte[] sha_256,
            @Nullable String note,
            @Nullable LocalDate sentOn) {}

    record Count(int openCases) {}

    @Test
    void readsWhatSpringReads() {
        var ours = jdbc.sql(KINDS).query(Kinds.class).single();
        assertThat(ours)
                .usingRecursiveComparison()
                .isEqualTo(jdbc.sql(KINDS)
                        .query(new SimplePropertyRowMapper<>(Kinds.class))
                        .single());
        assertThat(ours.weekDay()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(ours.dueAt()).isEqualTo("2026-11-23T08:30:00.123456Z");
        assertThat(ours.note()).isNull();
    }

    @Test
    void asksTheDriverForNoColumnThatIsNotThere() {
        var asked = new ArrayList<String>();
        RowMapper<Kinds> mapper = new RecordMapper<>(Kinds.class);
        jdbc.sql(KINDS)
                .query((row, number) -> mapper.mapRow(noting(row, asked), number))
                .single();
        assertThat(asked)
                .containsExactly(
                        "row_id",
                        "how_many",
                        "exact_share",
                        "first_name",
                        "is_open",
                        "week_day",
                        "due_on",
                        "due_at",
                        "opens_at",
                        "sha_256",
                        "note",
                        "sent_on");
    }

    @Test
    void namedAndPlacedParametersReachTheSameMapper() {
        var expected = new Count(3);
        for (var statement : List.of(
                jdbc.sql("select :n open_cases").param("n", 3),
                jdbc.sql("select ? open_cases").param(3),
                jdbc.sql("select ? open_cases").params(List.of(3)))) {
            assertThat(statement).isInstanceOf(jdbc.sql("select 1").getClass());
            assertThat(statement.query(Count.class).list()).containsExactly(expected);
        }
    }

    @Test
    void aNullWhereNoneCanBeIsAnErrorNotANought() {
        assertThatThrownBy(() -> jdbc.sql("select cast(null as int) open_cases")
                        .query(Count.class)
                        .single())
                .isInstanceOf(ConversionFailedException.class);
    }

    private static ResultSet noting(ResultSet row, List<String> asked) {
        return (ResultSet) Proxy.newProxyInstance(
                ResultSet.class.getClassLoader(), new Class<?>[] {ResultSet.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("findColumn")) {
                        asked.add((String) arguments[0]);
                    }
                    try {
                        return method.invoke(row, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
