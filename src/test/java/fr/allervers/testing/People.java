package fr.allervers.testing;

import fr.allervers.dev.DemoUser;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffDirectory;
import fr.allervers.staff.StaffMember;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Makes people for a test and signs them in. */
public class People {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final JdbcClient jdbc;
    private final StaffDirectory directory;

    People(JdbcClient jdbc, StaffDirectory directory) {
        this.jdbc = jdbc;
        this.directory = directory;
    }

    /** A new person with these roles who works for every agency. */
    public StaffMember somebody(Role... roles) {
        return person(true, Set.of(), roles);
    }

    /** A new person with these roles who works for this agency only. */
    public StaffMember somebodyOf(long agencyId, Role... roles) {
        return person(false, Set.of(agencyId), roles);
    }

    /** Signs the person in on this thread, for calls of facades. */
    public void signIn(StaffMember person) {
        var user = new DemoUser(person);
        SecurityContextHolder.getContext()
                .setAuthentication(new UsernamePasswordAuthenticationToken(user, null, user.getAuthorities()));
    }

    /** Everybody made so far leaves. */
    void retire() {
        jdbc.sql("update staff_member set active = false where username like ?")
                .param("person%-" + ProcessHandle.current().pid())
                .update();
    }

    public void signOut() {
        SecurityContextHolder.clearContext();
    }

    /** Signs the person in for one request through MockMvc. */
    public static RequestPostProcessor as(StaffMember person) {
        return org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user(
                new DemoUser(person));
    }

    private StaffMember person(boolean allAgencies, Set<Long> agencies, Role... roles) {
        var username = "person" + NUMBER.incrementAndGet() + "-"
                + ProcessHandle.current().pid();
        jdbc.sql("insert into staff_member (username, display_name, all_agencies) values (?, ?, ?)")
                .params(username, "Personne " + NUMBER.get(), allAgencies)
                .update();
        var id = jdbc.sql("select id from staff_member where username = ?")
                .param(username)
                .query(Long.class)
                .single();
        for (var role : roles) {
            jdbc.sql("insert into staff_role values (?, ?)")
                    .params(id, role.name())
                    .update();
        }
        for (var agency : agencies) {
            jdbc.sql("insert into staff_agency values (?, ?)")
                    .params(id, agency)
                    .update();
        }
        return directory.byUsername(username).orElseThrow();
    }
}
