package fr.allervers.staff;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.People;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ApplicationTest
class SignInTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Test
    void aPageAsksWhoOneIs() throws Exception {
        mvc.perform(get("/")).andExpect(status().is3xxRedirection()).andExpect(redirectedUrlPattern("**/connexion"));
    }

    @Test
    void everyoneMayReadTheAccessibilityStatement() throws Exception {
        mvc.perform(get("/accessibilite"))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("partiellement conforme")))
                .andExpect(header().exists("Content-Security-Policy"));
    }

    @Test
    void thePageNamesThePersonSignedIn() throws Exception {
        var person = people.somebody(Role.SUPERVISOR);
        mvc.perform(get("/accessibilite").with(People.as(person)))
                .andExpect(content().string(Matchers.containsString(person.displayName())));
    }
}
