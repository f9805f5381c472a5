package fr.allervers.kpi.figure;

import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the landlord aims at with each figure, and from where on somebody is told. */
@Component
@Transactional
public class FigureSettings {

    private static final BigDecimal MOST = new BigDecimal("99999999");

    private final JdbcClient jdbc;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    FigureSettings(JdbcClient jdbc, CurrentStaff currentStaff, Clock clock) {
        this.jdbc = jdbc;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    /**
     * A figure's setting, in the unit of its value.
     *
     * @param toConfirm a usual value that nobody of the landlord has confirmed yet
     */
    public record Setting(@Nullable Double target, @Nullable Double alertAt, boolean toConfirm) {

        static final Setting NONE = new Setting(null, null, false);
    }

    private record Row(
            String figure,
            @Nullable Double target,
            @Nullable Double alertAt,
            boolean toConfirm) {}

    /** One of every figure. */
    @Transactional(readOnly = true)
    public Map<Figure, Setting> all() {
        var all = new EnumMap<Figure, Setting>(Figure.class);
        Arrays.stream(Figure.values()).forEach(figure -> all.put(figure, Setting.NONE));
        jdbc.sql("select figure, target, alert_at, to_confirm from kpi_setting")
                .query(Row.class)
                .list()
                .forEach(row -> Figure.at(row.figure())
                        .ifPresent(
                                figure -> all.put(figure, new Setting(row.target(), row.alertAt(), row.toConfirm()))));
        return all;
    }

    /**
     * Sets them, for the director.
     *
     * @throws UserError when a number cannot be a value of this figure
     */
    public void set(Figure figure, @Nullable BigDecimal target, @Nullable BigDecimal alertAt) {
        var by = currentStaff.require();
        if (!by.is(Role.DIRECTOR)) {
            throw new AccessDeniedException("The director sets what is aimed at");
        }
        check(figure, target);
        check(figure, alertAt);
        jdbc.sql("""
                        insert into kpi_setting (figure, target, alert_at, to_confirm, changed_by, changed_at) values (:figure, :target, :alert, false, :by, :now)
                        on duplicate key update target = :target, alert_at = :alert, to_confirm = false, changed_by = :by, changed_at = :now
                        """)
                .param("figure", figure.key())
                .param("target", target)
                .param("alert", alertAt)
                .param("by", by.username())
                .param("now", clock.instant())
                .update();
    }

    private static void check(Figure figure, @Nullable BigDecimal value) {
        var most = figure.kind() == Figure.Kind.SHARE ? BigDecimal.valueOf(100) : MOST;
        if (value != null && (value.signum() < 0 || value.compareTo(most) > 0)) {
            throw new UserError("kpi.error.setting", most.toPlainString());
        }
    }
}
