package fr.allervers.staff.oidc;

import fr.allervers.shared.Retry;
import fr.allervers.staff.RightsChanged;
import fr.allervers.staff.StaffDirectory;
import fr.allervers.staff.StaffMember;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the landlord's people as Keycloak names them: name, roles and agencies follow each token. */
class StaffAccounts {

    private final JdbcClient jdbc;
    private final StaffDirectory directory;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    StaffAccounts(
            JdbcClient jdbc,
            StaffDirectory directory,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.transaction = transaction;
        this.events = events;
    }

    /**
     * The person of this token, made or brought up to date.
     *
     * @throws TakenName when another account has that user name here
     */
    StaffMember takeOver(Identity identity) {
        var id = Objects.requireNonNull(Retry.onConflict(() -> transaction.execute(status -> keep(identity))));
        return Objects.requireNonNull(directory.byIds(Set.of(id)).get(id));
    }

    private record Known(long id, @Nullable String subject) {}

    private long keep(Identity identity) {
        var id = known(identity)
                .or(() -> insert(identity))
                .or(() -> known(identity))
                .orElseThrow();
        var before = rights(id);
        update(id, identity);
        setRoles(id, identity);
        setAgencies(id, identity);
        var after = rights(id);
        if (!after.equals(before)) {
            events.publishEvent(new RightsChanged(id, before, after));
        }
        return id;
    }

    private String rights(long id) {
        var person = Objects.requireNonNull(directory.byIds(Set.of(id)).get(id));
        var agencies = person.allAgencies() ? "*" : new TreeSet<>(person.agencies()).toString();
        return new TreeSet<>(person.roles()) + " " + agencies;
    }

    /** By the account's id; somebody who was listed before their first sign-in, by their user name. */
    private Optional<Long> known(Identity identity) {
        var known = jdbc.sql("""
                        select id, subject from staff_member where subject = :subject or username = :username
                         order by subject = :subject desc limit 1 for update
                        """)
                .param("subject", identity.subject())
                .param("username", identity.username())
                .query(Known.class)
                .optional();
        known.map(Known::subject)
                .filter(subject -> !subject.equals(identity.subject()))
                .ifPresent(other -> {
                    throw new TakenName(identity.username());
                });
        return known.map(Known::id);
    }

    /** None where another screen of the same person has just done so. */
    private Optional<Long> insert(Identity identity) {
        return jdbc.sql("""
                        insert ignore into staff_member (subject, username, display_name, language) values (?, ?, ?, ?) returning id
                        """)
                .params(identity.subject(), identity.username(), identity.displayName(), identity.language())
                .query(Long.class)
                .optional();
    }

    private void update(long id, Identity identity) {
        jdbc.sql("""
                        update staff_member set subject = ?, username = ?, display_name = ?, email = ?, language = ?, all_agencies = ?, active = true where id = ?
                        """)
                .params(Arrays.asList(
                        identity.subject(),
                        identity.username(),
                        identity.displayName(),
                        identity.email(),
                        identity.language(),
                        identity.allAgencies(),
                        id))
                .update();
    }

    private void setRoles(long id, Identity identity) {
        var wanted = identity.roles().stream().map(Enum::name).toList();
        jdbc.sql("delete from staff_role where staff_id = :id and role not in (:wanted)")
                .param("id", id)
                .param("wanted", wanted.isEmpty() ? List.of("") : wanted)
                .update();
        wanted.forEach(role -> jdbc.sql("insert ignore into staff_role (staff_id, role) values (?, ?)")
                .params(id, role)
                .update());
    }

    /** Agencies that the register does not know are none. */
    private void setAgencies(long id, Identity identity) {
        var codes = identity.agencies().isEmpty() ? List.of("") : List.copyOf(identity.agencies());
        jdbc.sql(
                        "delete from staff_agency where staff_id = :id and agency_id not in (select a.id from agency a where a.code in (:codes))")
                .param("id", id)
                .param("codes", codes)
                .update();
        jdbc.sql(
                        "insert ignore into staff_agency (staff_id, agency_id) select :id, a.id from agency a where a.code in (:codes)")
                .param("id", id)
                .param("codes", codes)
                .update();
    }

    /** Two accounts of the realm cannot be one person here; an administrator has to look at it. */
    static final class TakenName extends RuntimeException {
        TakenName(String username) {
            super("The user name " + username + " belongs to another account");
        }
    }
}
