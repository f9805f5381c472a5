package fr.allervers.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.allervers.dev.DemoUser;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.People;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.test.web.servlet.MockMvc;

/** Public pages and the staff's share no filter and no session. */
@ApplicationTest
class PublicChainTest {

    @Autowired
    FilterChainProxy chains;

    @Autowired
    SessionRepository<? extends Session> sessions;

    @Autowired
    People people;

    @Autowired
    MockMvc mvc;

    private static <S extends Session> String open(SessionRepository<S> sessions, StaffMember person) {
        var user = new DemoUser(person);
        var session = sessions.createSession();
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(
                        UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities())));
        sessions.save(session);
        return session.getId();
    }

    @Test
    void eachHasItsOwnChain() {
        assertThat(chains.getFilters("/l/abc/rendez-vous"))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(chains.getFilters("/a-faire"));
        assertThat(chains.getFilters("/l/abc")).hasSameElementsAs(chains.getFilters("/l/abc/rendez-vous"));
    }

    @Test
    void aColleaguesSessionIsNobodysOnAPublicPage() throws Exception {
        var person = people.somebody(Role.ADMINISTRATOR);
        var id = open(sessions, person);
        var cookie = new Cookie("SESSION", Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8)));
        mvc.perform(get("/a-faire").cookie(cookie))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(person.displayName())));
        mvc.perform(get("/l/abc/rendez-vous").cookie(cookie))
                .andExpect(status().isNotFound())
                .andExpect(header().doesNotExist("Set-Cookie"))
                .andExpect(content().string(not(containsString(person.displayName()))));
        assertThat(sessions.findById(id)).as("it goes on where it was made for").isNotNull();
    }
}
