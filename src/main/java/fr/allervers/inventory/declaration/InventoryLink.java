package fr.allervers.inventory.declaration;

import fr.allervers.links.LinkPurpose;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tenant's link: good for the whole case, on several telephones, after the birth date of somebody of the lease. */
@Component
public class InventoryLink implements LinkPurpose {

    public static final String PURPOSE = "inventory";
    public static final String PAGE = "etat-des-lieux";

    private final JdbcClient jdbc;

    InventoryLink(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String key() {
        return PURPOSE;
    }

    @Override
    public String page() {
        return PAGE;
    }

    @Override
    public boolean asksBirthDate() {
        return true;
    }

    /** An inventory takes an afternoon, with hours without network. */
    @Override
    public Duration proofLasts() {
        return Duration.ofHours(24);
    }

    /** Photos come in parts: a fast network sends some hundred a minute. */
    @Override
    public Integer requestsAMinute() {
        return 600;
    }

    /** As the register says, until the tenant chooses another on the page. */
    @Override
    public @Nullable String language(long subjectId) {
        return jdbc.sql("select language from inventory where id = ?")
                .param(subjectId)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    @Override
    public boolean isBirthDate(long subjectId, LocalDate given) {
        return jdbc.sql("""
                        select count(*) from inventory i join occupant o on o.household_id = i.household_id
                         where i.id = ? and o.birth_date = ? and o.deceased_on is null
                        """).params(subjectId, given).query(Long.class).single() > 0;
    }
}
