package fr.allervers.audit;

import java.time.Clock;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the log: one row and one statement an act; chaining it is left to {@link Sealing}. */
@Component
class AuditTrail {

    private static final int LONGEST_ROUTE = 160;
    private static final int LONGEST_DETAIL = 300;

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Writes one act down.
     *
     * @param route method and pattern of the address, never the address itself: it may hold a secret
     * @param detail what else is worth knowing, without names
     */
    void write(
            Actor actor, Act act, Outcome outcome, @Nullable Subject subject, String route, @Nullable String detail) {
        jdbc.sql("""
                        insert into audit_entry (at, actor, actor_id, act, outcome, subject_kind, subject_id, route, detail, reference) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        clock.instant(),
                        actor.kind().name(),
                        actor.id(),
                        act.name(),
                        outcome.name(),
                        subject == null ? null : subject.kind(),
                        subject == null ? null : subject.id(),
                        cut(route, LONGEST_ROUTE),
                        detail == null ? null : cut(detail, LONGEST_DETAIL),
                        MDC.get("reference")))
                .update();
    }

    private static String cut(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }
}
