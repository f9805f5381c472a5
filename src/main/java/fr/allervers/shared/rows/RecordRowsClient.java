package fr.allervers.shared.rows;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.KeyHolder;

/** Spring's client, whose {@code query(SomeRecord.class)} reads with {@link RecordMapper}; all else is Spring's. */
public final class RecordRowsClient implements JdbcClient {

    private final JdbcClient client;
    private final Map<Class<?>, RecordMapper<?>> mappers = new ConcurrentHashMap<>();

    /** Over the client of a pool; the application's own is a bean. */
    public RecordRowsClient(JdbcClient client) {
        this.client = client;
    }

    @Override
    public StatementSpec sql(String sql) {
        return new Statement(client.sql(sql));
    }

    @SuppressWarnings("unchecked") // Each class is the key of its own mapper.
    private <T> RecordMapper<T> mapper(Class<T> type) {
        return (RecordMapper<T>) mappers.computeIfAbsent(type, RecordMapper::new);
    }

    /** Each of these returns this statement, or its query would be Spring's. */
    private final class Statement implements StatementSpec {

        private final StatementSpec statement;

        private Statement(StatementSpec statement) {
            this.statement = statement;
        }

        @Override
        public <T> MappedQuerySpec<T> query(Class<T> type) {
            return type.isRecord() ? statement.query(mapper(type)) : statement.query(type);
        }

        @Override
        public <T> MappedQuerySpec<T> query(RowMapper<T> mapper) {
            return statement.query(mapper);
        }

        @Override
        public ResultQuerySpec query() {
            return statement.query();
        }

        @Override
        public void query(RowCallbackHandler handler) {
            statement.query(handler);
        }

        @Override
        public <T> T query(ResultSetExtractor<T> extractor) {
            return statement.query(extractor);
        }

        @Override
        public StatementSpec param(@Nullable Object value) {
            statement.param(value);
            return this;
        }

        @Override
        public StatementSpec param(int index, @Nullable Object value) {
            statement.param(index, value);
            return this;
        }

        @Override
        public StatementSpec param(int index, @Nullable Object value, int sqlType) {
            statement.param(index, value, sqlType);
            return this;
        }

        @Override
        public StatementSpec param(String name, @Nullable Object value) {
            statement.param(name, value);
            return this;
        }

        @Override
        public StatementSpec param(String name, @Nullable Object value, int sqlType) {
            statement.param(name, value, sqlType);
            return this;
        }

        @Override
        public StatementSpec params(@Nullable Object... values) {
            statement.params(values);
            return this;
        }

        @Override
        public StatementSpec params(List<?> values) {
            statement.params(values);
            return this;
        }

        @Override
        public StatementSpec params(Map<String, ?> values) {
            statement.params(values);
            return this;
        }

        @Override
        public StatementSpec paramSource(Object source) {
            statement.paramSource(source);
            return this;
        }

        @Override
        public StatementSpec paramSource(SqlParameterSource source) {
            statement.paramSource(source);
            return this;
        }

        @Override
        public int update() {
            return statement.update();
        }

        @Override
        public int update(KeyHolder keys) {
            return statement.update(keys);
        }

        @Override
        public int update(KeyHolder keys, String... columns) {
            return statement.update(keys, columns);
        }
    }
}
