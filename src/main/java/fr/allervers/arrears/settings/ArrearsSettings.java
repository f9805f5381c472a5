package fr.allervers.arrears.settings;

import java.time.LocalDate;
import java.util.EnumMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The dated settings of unpaid-rent prevention. A value counts from its day on until a later one; the past is never changed. */
@Component
@Transactional(readOnly = true)
public class ArrearsSettings {

    private final JdbcClient jdbc;

    ArrearsSettings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What counts on this day, in one query. */
    public RulesOn at(LocalDate day) {
        var values = new EnumMap<Setting, Long>(Setting.class);
        jdbc.sql("""
                        select s.setting, s.value from arrears_setting s
                         where s.value is not null and s.valid_from = (select max(n.valid_from) from arrears_setting n
                                                                        where n.setting = s.setting and n.valid_from <= ?)
                        """).param(day).query(row -> {
            values.put(Setting.valueOf(row.getString("setting")), row.getLong("value"));
        });
        return new RulesOn(day, values);
    }
}
