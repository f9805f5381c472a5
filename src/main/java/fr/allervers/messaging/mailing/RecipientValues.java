package fr.allervers.messaging.mailing;

import fr.allervers.messaging.template.MessageField;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the register fills in, from a row with the columns civility, first_name, last_name, agency, phone, building, street… */
final class RecipientValues {

    private RecipientValues() {}

    static Map<String, String> of(ResultSet row) throws SQLException {
        var values = new HashMap<String, String>();
        put(values, MessageField.CIVILITY, row.getString("civility"));
        put(values, MessageField.FIRST_NAME, row.getString("first_name"));
        put(values, MessageField.NAME, row.getString("last_name"));
        put(values, MessageField.AGENCY, row.getString("agency"));
        put(values, MessageField.PHONE, row.getString("phone"));
        put(values, MessageField.ADDRESS, row.getString("street"));
        put(values, MessageField.COMMUNE, row.getString("commune"));
        put(values, MessageField.BUILDING, row.getString("building"));
        put(values, MessageField.STAIRWELL, row.getString("stairwell"));
        return values;
    }

    private static void put(Map<String, String> values, MessageField field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            values.put(field.key(), value);
        }
    }
}
