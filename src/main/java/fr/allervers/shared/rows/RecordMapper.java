package fr.allervers.shared.rows;

import java.lang.reflect.Constructor;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.util.ClassUtils;

/**
 * Reads a row into a record: component {@code dueAt} from column {@code due_at}. Spring's own mappers ask the driver for a column named
 * {@code dueAt} first, which is an exception for each component of each row (docs/adr/0042). Values are read and converted as Spring's
 * do. Safe for many threads.
 */
public class RecordMapper<T> implements RowMapper<T> {

    private final Constructor<T> constructor;
    private final String[] columns;
    private final TypeDescriptor[] types;

    /**
     * @param type a record
     * @throws IllegalArgumentException when it is none
     */
    public RecordMapper(Class<T> type) {
        var components = type.getRecordComponents();
        if (components == null) {
            throw new IllegalArgumentException(type + " is no record");
        }
        constructor = BeanUtils.getResolvableConstructor(type);
        constructor.setAccessible(true);
        columns = new String[components.length];
        types = new TypeDescriptor[components.length];
        for (var at = 0; at < components.length; at++) {
            columns[at] = JdbcUtils.convertPropertyNameToUnderscoreName(components[at].getName());
            types[at] = new TypeDescriptor(new MethodParameter(constructor, at));
        }
    }

    @Override
    public T mapRow(ResultSet row, int number) throws SQLException {
        var values = new Object[columns.length];
        for (var at = 0; at < columns.length; at++) {
            var type = types[at].getType();
            var value = value(row, row.findColumn(columns[at]), type);
            values[at] = ClassUtils.isAssignableValue(type, value) ? value : converted(value, types[at]);
        }
        return BeanUtils.instantiateClass(constructor, values);
    }

    /** The value of one column, before it is converted to what the component wants. */
    protected @Nullable Object value(ResultSet row, int column, Class<?> type) throws SQLException {
        return JdbcUtils.getResultSetValue(row, column, type);
    }

    private static @Nullable Object converted(@Nullable Object value, TypeDescriptor type) {
        return DefaultConversionService.getSharedInstance().convert(value, type);
    }
}
