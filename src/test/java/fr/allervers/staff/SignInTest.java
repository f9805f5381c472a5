package fr.allervers.staff;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.allervers.shared.web.UserError;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.People;
import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

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
                .andExpect(content().string(containsString("partiellement conforme")))
                .andExpect(header().exists("Content-Security-Policy"));
    }

    @Test
    void thePageNamesThePersonSignedIn() throws Exception {
        var person = people.somebody(Role.SUPERVISOR);
        mvc.perform(get("/accessibilite").with(People.as(person)))
                .andExpect(content().string(containsString(person.displayName())));
    }

    @Test
    void aScriptOfALostSessionIsToldSoAndNotGivenTheSignInPage() throws Exception {
        mvc.perform(get("/a-faire").header("HX-Request", "true"))
                .andExpect(status().isUnauthorized())
                .andExpect(content().string(""));
        mvc.perform(post("/a-faire/vues").header("HX-Request", "true")).andExpect(status().isUnauthorized());
        mvc.perform(get("/a-faire").header("HX-Request", "true").header("HX-History-Restore-Request", "true"))
                .andExpect(redirectedUrlPattern("**/connexion"));
    }

    @Test
    void aFormOfALostSessionIsAnsweredThatNothingWasSavedAndLeadsBackThroughTheSignIn() throws Exception {
        told(post("/a-faire/vues").header("Referer", "http://localhost/a-faire?qui=moi"))
                .andExpect(content().string(containsString("Votre session a expiré, rien n’a été enregistré")))
                .andExpect(content().string(containsString("href=\"/a-faire?qui=moi\"")))
                .andExpect(content().string(containsString("Se reconnecter")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://elsewhere.example.org/a-faire",
                "http://localhost//elsewhere.example.org",
                "%",
                "about:blank"
            })
    void theWayBackStaysInTheHouse(String referer) throws Exception {
        told(post("/a-faire/vues").header("Referer", referer))
                .andExpect(content().string(containsString("href=\"/\">Se reconnecter")));
    }

    @Test
    void aPageOlderThanTheSignInIsAskedToBeOpenedAgain() throws Exception {
        told(post("/a-faire/vues").with(People.as(people.somebody(Role.SUPERVISOR))))
                .andExpect(content().string(containsString("Page trop ancienne, rien n’a été enregistré")))
                .andExpect(content().string(containsString("Rouvrir la page")));
    }

    @Test
    void whoLacksTheRoleIsNotToldOfASession() throws Exception {
        mvc.perform(get("/equipe").with(People.as(people.somebody(Role.CALLER))))
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("ouverte à votre rôle")));
    }

    /** Without a valid token: refused, and what the container's error page then says. */
    private ResultActions told(MockHttpServletRequestBuilder request) throws Exception {
        var refused = mvc.perform(request).andExpect(status().isForbidden()).andReturn();
        var page = get("/error")
                .requestAttr(
                        RequestDispatcher.ERROR_STATUS_CODE,
                        refused.getResponse().getStatus())
                .requestAttr(UserError.TOLD, refused.getRequest().getAttribute(UserError.TOLD));
        var referer = refused.getRequest().getHeader("Referer");
        return mvc.perform(referer == null ? page : page.header("Referer", referer))
                .andExpect(status().isForbidden());
    }
}
