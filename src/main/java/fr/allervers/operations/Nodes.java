package fr.allervers.operations;

import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which nodes are there: each writes again and again that it is. */
@Component
@Transactional
class Nodes {

    /** Four heartbeats missed. */
    static final Duration SILENT_AFTER = Duration.ofMinutes(1);

    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(7);

    private final String self = UUID.randomUUID().toString();
    private final Instant startedAt =
            Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
    private final JdbcClient jdbc;
    private final Clock clock;

    Nodes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param silent not heard of for a minute: stopped, lost, or cut off from the database */
    record Node(String host, String version, Instant startedAt, Instant seenAt, boolean silent, boolean self) {}

    /** Says that this node is there, and forgets those of last week. */
    public void beat() {
        var now = clock.instant();
        jdbc.sql("""
                        insert into node_heartbeat (node, host, version, started_at, seen_at) values (?, ?, ?, ?, ?)
                        on duplicate key update seen_at = values(seen_at)
                        """).params(self, host(), version(), startedAt, now).update();
        jdbc.sql("delete from node_heartbeat where seen_at < ?")
                .param(now.minus(FORGOTTEN_AFTER))
                .update();
    }

    /** Says that this node goes, so that nobody looks for it. */
    public void leave() {
        jdbc.sql("delete from node_heartbeat where node = ?").param(self).update();
    }

    @Transactional(readOnly = true)
    public List<Node> all() {
        var now = clock.instant();
        return jdbc.sql("""
                        select host, version, started_at, seen_at, seen_at < :silent as silent, node = :self as self
                          from node_heartbeat order by started_at, node
                        """)
                .param("silent", now.minus(SILENT_AFTER))
                .param("self", self)
                .query(Node.class)
                .list();
    }

    private static String version() {
        return Objects.requireNonNullElse(Nodes.class.getPackage().getImplementationVersion(), "–");
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return ManagementFactory.getRuntimeMXBean().getName();
        }
    }
}
