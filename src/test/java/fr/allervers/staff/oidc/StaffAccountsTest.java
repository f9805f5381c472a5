package fr.allervers.staff.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.staff.Role;
import fr.allervers.staff.StaffDirectory;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
class StaffAccountsTest {

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StaffDirectory directory;

    @Autowired
    TransactionTemplate transaction;

    private StaffAccounts accounts;
    private final String subject = UUID.randomUUID().toString();
    private final String username = "u" + subject.substring(0, 8);

    @BeforeEach
    void accounts() {
        accounts = new StaffAccounts(jdbc, directory, transaction, events);
    }

    private Identity identity(String subject, Set<Role> roles, Set<String> agencies, boolean all) {
        return new Identity(subject, username, "Camille Ferrand", null, "fr", roles, agencies, all);
    }

    private String agency() {
        var code = "K" + UUID.randomUUID().toString().substring(0, 8);
        jdbc.sql("insert into agency (code, name) values (?, 'Kermadec')")
                .param(code)
                .update();
        return code;
    }

    private long idOf(String code) {
        return jdbc.sql("select id from agency where code = ?")
                .param(code)
                .query(Long.class)
                .single();
    }

    @Test
    void rolesAndAgenciesFollowEachToken() {
        var north = agency();
        var south = agency();
        var first = accounts.takeOver(identity(subject, Set.of(Role.CALLER), Set.of(north, "unknown"), false));
        assertThat(first.roles()).containsExactly(Role.CALLER);
        assertThat(first.agencies()).containsExactly(idOf(north));
        var then = accounts.takeOver(identity(subject, Set.of(Role.SUPERVISOR), Set.of(south), false));
        assertThat(then.id()).isEqualTo(first.id());
        assertThat(then.roles()).containsExactly(Role.SUPERVISOR);
        assertThat(then.agencies()).containsExactly(idOf(south));
        var last = accounts.takeOver(identity(subject, Set.of(), Set.of(), false));
        assertThat(last.roles()).isEmpty();
        assertThat(last.agencies()).isEmpty();
        assertThat(last.allAgencies()).isFalse();
    }

    @Test
    void whoWasListedBeforeTheirFirstSignInIsTheSamePerson() {
        jdbc.sql("insert into staff_member (username, display_name, active) values (?, 'Ancienne fiche', false)")
                .param(username)
                .update();
        var id = jdbc.sql("select id from staff_member where username = ?")
                .param(username)
                .query(Long.class)
                .single();
        var person = accounts.takeOver(identity(subject, Set.of(Role.CALLER), Set.of(), true));
        assertThat(person.id()).isEqualTo(id);
        assertThat(person.displayName()).isEqualTo("Camille Ferrand");
        assertThat(directory.byUsername(username)).isPresent();
    }

    @Test
    void anotherAccountCannotTakeAPersonsNameOver() {
        accounts.takeOver(identity(subject, Set.of(Role.ADMINISTRATOR), Set.of(), true));
        var other = identity(UUID.randomUUID().toString(), Set.of(Role.CALLER), Set.of(), false);
        assertThatThrownBy(() -> accounts.takeOver(other)).isInstanceOf(StaffAccounts.TakenName.class);
        assertThat(directory.byUsername(username).orElseThrow().roles()).containsExactly(Role.ADMINISTRATOR);
    }

    @Test
    void signingInOnSeveralScreensAtOnceMakesOnePerson() throws Exception {
        var pool = Executors.newFixedThreadPool(6);
        try {
            Callable<StaffMember> signIn =
                    () -> accounts.takeOver(identity(subject, Set.of(Role.CALLER), Set.of(), true));
            var ids = new HashSet<Long>();
            for (var one : pool.invokeAll(Collections.nCopies(12, signIn))) {
                ids.add(one.get().id());
            }
            assertThat(ids).hasSize(1);
        } finally {
            pool.shutdownNow();
        }
    }
}
