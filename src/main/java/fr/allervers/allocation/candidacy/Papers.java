package fr.allervers.allocation.candidacy;

import java.util.EnumSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which documents an application is asked for. */
@Component
class Papers {

    private final JdbcClient jdbc;

    Papers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What its situation asks for; what came already stays as it is. */
    static Set<PaperKind> asked(ApplicationEntry entry) {
        var kinds = EnumSet.noneOf(PaperKind.class);
        for (var kind : PaperKind.values()) {
            if (kind.always()) {
                kinds.add(kind);
            }
        }
        if (entry.children() > 0) {
            kinds.add(PaperKind.FAMILY);
        }
        if (entry.disabled()) {
            kinds.add(PaperKind.DISABILITY);
        }
        if (entry.priorities().contains(PriorityKind.VIOLENCE)) {
            kinds.add(PaperKind.VIOLENCE);
        }
        if (entry.priorities().contains(PriorityKind.EVICTION)) {
            kinds.add(PaperKind.EVICTION);
        }
        return kinds;
    }

    void ask(long applicationId, ApplicationEntry entry) {
        for (var kind : asked(entry)) {
            jdbc.sql("insert ignore into application_paper (application_id, kind, state) values (?, ?, 'MISSING')")
                    .params(applicationId, kind.name())
                    .update();
        }
    }
}
