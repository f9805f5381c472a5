package fr.allervers.tenancy;

import fr.allervers.shared.sealed.ValueSealing;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is disabled (handicap): sealed in the register, for everybody, so that the database alone tells of nobody whether he is. A filter
 * opens the flags of all occupants, about a microsecond each, and asks for their ids (docs/adr/0032).
 */
@Component
@Transactional(readOnly = true)
public class Disabilities {

    private static final String PLACE = "occupant.disability/";

    private final ValueSealing sealing;
    private final JdbcClient jdbc;

    Disabilities(ValueSealing sealing, JdbcClient jdbc) {
        this.sealing = sealing;
        this.jdbc = jdbc;
    }

    /** The ids of the disabled people of the register. */
    public Set<Long> occupants() {
        var ids = new HashSet<Long>();
        jdbc.sql("select id, code, disability from occupant where disability is not null and deceased_on is null")
                .query(row -> {
                    if (isDisabled(row.getString("code"), row.getString("disability"))) {
                        ids.add(row.getLong("id"));
                    }
                });
        return ids;
    }

    boolean isDisabled(String code, @Nullable String sealed) {
        return sealing.openFlag(PLACE + code, sealed);
    }

    String seal(String code, boolean disabled) {
        return sealing.sealFlag(PLACE + code, disabled);
    }
}
