package fr.allervers.privacy;

import fr.allervers.shared.personal.DataKind;
import fr.allervers.shared.personal.PersonKeys;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What keeps a person's data although its erasure was asked for (RGPD art. 17.3): one query for each reason. */
@Component
@Transactional(readOnly = true)
class LegalHolds {

    private final PersonalUnits units;
    private final JdbcClient jdbc;
    private final Clock clock;

    LegalHolds(PersonalUnits units, JdbcClient jdbc, Clock clock) {
        this.units = units;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The reason for which each kind is kept now; kinds that are not are left out. */
    Map<DataKind, String> of(PersonKeys person) {
        var kept = new EnumMap<DataKind, String>(DataKind.class);
        for (var hold : units.holds()) {
            var count = jdbc.sql(hold.sql())
                    .params(person.parameters())
                    .param("today", LocalDate.now(clock))
                    .query(Integer.class)
                    .single();
            if (count > 0) {
                hold.kinds().forEach(kind -> kept.putIfAbsent(kind, hold.reason()));
            }
        }
        return kept;
    }
}
