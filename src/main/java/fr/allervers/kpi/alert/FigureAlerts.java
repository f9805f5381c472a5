package fr.allervers.kpi.alert;

import fr.allervers.kpi.figure.AgencyFigures;
import fr.allervers.kpi.figure.Figure;
import fr.allervers.kpi.figure.FigureSettings;
import fr.allervers.kpi.figure.FigureWords;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Cases;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks at the month's figures of each agency: the first time that one passes its limit, it becomes a case with a task for those who lead there.
 * A unique key makes it once for a figure, an agency and a month, however many nodes look and however often the figure comes and goes.
 */
@Component
@Transactional
public class FigureAlerts {

    /** Of fewer cases a share says nothing. */
    static final int LEAST_CASES = 5;

    private static final String ROWS = "select id, figure, agency_id, month, value, alert_at, opened_at from kpi_alert";

    private final AgencyFigures figures;
    private final FigureSettings settings;
    private final Cases cases;
    private final Timeline timeline;
    private final MessageSource messages;
    private final FigureWords words;
    private final JdbcClient jdbc;
    private final Clock clock;

    FigureAlerts(
            AgencyFigures figures,
            FigureSettings settings,
            Cases cases,
            Timeline timeline,
            MessageSource messages,
            FigureWords words,
            JdbcClient jdbc,
            Clock clock) {
        this.figures = figures;
        this.settings = settings;
        this.cases = cases;
        this.timeline = timeline;
        this.messages = messages;
        this.words = words;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Looks at this month's figures until today, and gives how many alerts that opened. */
    public int look() {
        var today = LocalDate.now(clock);
        var limits = settings.all();
        var opened = 0;
        for (var value : figures.ofMonth(today)) {
            var limit = Objects.requireNonNull(limits.get(value.figure())).alertAt();
            if (limit != null && value.cases() >= LEAST_CASES && passes(value.figure(), value.value(), limit)) {
                opened += open(value, limit, today.withDayOfMonth(1));
            }
        }
        return opened;
    }

    private static boolean passes(Figure figure, double value, double limit) {
        return figure.betterWhenMore()
                .map(more -> more ? value < limit : value > limit)
                .orElse(false);
    }

    private int open(AgencyFigures.Value value, double limit, LocalDate month) {
        var id = jdbc.sql("""
                        insert ignore into kpi_alert (figure, agency_id, month, value, alert_at, state, opened_at) values (?, ?, ?, ?, ?, 'OPEN', ?) returning id
                        """)
                .params(value.figure().key(), value.agencyId(), month, value.value(), limit, clock.instant())
                .query(Long.class)
                .optional();
        id.ifPresent(found -> {
            var of = new CaseRef(FigureAlert.KIND, found);
            var text = messages.getMessage(
                    "kpi.alert.opened",
                    new Object[] {
                        messages.getMessage("kpi.figure." + value.figure().key(), null, Locale.FRENCH),
                        words.text(value.figure(), value.value(), Locale.FRENCH),
                        words.text(value.figure(), limit, Locale.FRENCH)
                    },
                    Locale.FRENCH);
            timeline.record(of, null, Timeline.Kind.ALERT, text, null, false);
            cases.start(of, Map.of());
        });
        return id.isPresent() ? 1 : 0;
    }

    @Transactional(readOnly = true)
    Map<Long, FigureAlert> byIds(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : jdbc.sql(ROWS + " where id in (:ids)").param("ids", ids).query(FigureAlert.class).list().stream()
                        .collect(Collectors.toMap(FigureAlert::id, Function.identity()));
    }

    @Transactional(readOnly = true)
    FigureAlert require(long id) {
        return Optional.ofNullable(byIds(List.of(id)).get(id)).orElseThrow();
    }

    void decide(long id, String outcome) {
        jdbc.sql("update kpi_alert set outcome = ? where id = ?")
                .params(outcome, id)
                .update();
    }

    void close(long id) {
        jdbc.sql("update kpi_alert set state = 'CLOSED', closed_at = ? where id = ? and state = 'OPEN'")
                .params(clock.instant(), id)
                .update();
    }
}
