package fr.allervers.inbox;

import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Filters that people keep under a name, for themselves or for everybody. A view gives no right: only a filter. */
@Component
@Transactional
public class SavedViews {

    private final JdbcClient jdbc;
    private final CurrentStaff currentStaff;

    SavedViews(JdbcClient jdbc, CurrentStaff currentStaff) {
        this.jdbc = jdbc;
        this.currentStaff = currentStaff;
    }

    /**
     * A filter with a name.
     *
     * @param query as in the page's address
     */
    public record View(long id, String name, String query, boolean shared, boolean own) {}

    /** One's own and the shared ones of a page, by name. */
    @Transactional(readOnly = true)
    public List<View> mine(String page) {
        return jdbc.sql("""
                        select id, name, query, shared, owner = :me as own from saved_view where owner = :me and page = :page
                        union select id, name, query, shared, false from saved_view where shared and page = :page and owner <> :me
                        order by name, id limit 50
                        """)
                .param("me", currentStaff.require().username())
                .param("page", page)
                .query(View.class)
                .list();
    }

    /**
     * Keeps a view; only those who lead share one.
     *
     * @param page its address, by which its views are found
     */
    public void keep(String page, String name, String query, boolean shared) {
        var owner = currentStaff.require();
        if (shared && !InboxRights.leads(owner)) {
            throw new AccessDeniedException("Only those who lead share views");
        }
        if (name.isBlank() || name.length() > 60 || query.length() > 500) {
            throw new UserError("inbox.error.view-name");
        }
        try {
            jdbc.sql("insert into saved_view (owner, page, name, query, shared) values (?, ?, ?, ?, ?)")
                    .params(owner.username(), page, name.strip(), query, shared)
                    .update();
        } catch (DuplicateKeyException e) {
            throw new UserError("inbox.error.view-exists", name.strip());
        }
    }

    /** Forgets a view of one's own; a colleague's stays. */
    public void forget(long id) {
        jdbc.sql("delete from saved_view where id = ? and owner = ?")
                .params(id, currentStaff.require().username())
                .update();
    }
}
