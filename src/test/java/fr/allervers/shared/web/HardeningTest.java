package fr.allervers.shared.web;

import static fr.allervers.testing.People.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.allervers.staff.Role;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.People;
import fr.allervers.testing.Route;
import jakarta.persistence.Entity;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What nobody gets to do through an address, a form or a failure. */
@ApplicationTest
class HardeningTest {

    private static final Pattern REFERENCE =
            Pattern.compile("Référence à donner si vous demandez de l’aide : ([0-9a-f]{10})<");

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    ErrorAdvice advice;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example.org/",
                "//elsewhere.example.org",
                "/\\elsewhere.example.org",
                "javascript:alert(1)",
                "qui=moi\r\nSet-Cookie: a=b",
                "../../deconnexion",
            })
    void theWayBackToTheInboxStaysInTheInbox(String back) throws Exception {
        var location = mvc.perform(post("/a-faire/vues/999999999/oublier")
                        .param("_retour", back)
                        .with(csrf())
                        .with(as(people.somebody(Role.SUPERVISOR))))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(location).matches("/a-faire(\\?[^\\r\\n]*)?");
    }

    @Test
    void theLanguageLeadsHomeWhereverOneComesFrom() throws Exception {
        mvc.perform(post("/langue")
                        .param("langue", "https://elsewhere.example.org")
                        .header("Referer", "https://elsewhere.example.org/")
                        .with(csrf()))
                .andExpect(redirectedUrl("/"));
    }

    /** Mass assignment: a request can only fill what a form of the page's own has. */
    @Test
    void nothingIsBoundFromARequestButAFormOfItsOwnPackage() {
        assertThat(Route.all(handlers).stream()
                        .flatMap(route -> Arrays.stream(route.handler().getMethodParameters()))
                        .filter(parameter -> parameter.getParameterAnnotations().length == 0
                                || parameter.hasParameterAnnotation(ModelAttribute.class))
                        .map(MethodParameter::getParameterType)
                        .filter(type -> type.getName().startsWith("fr.allervers") && !BeanUtils.isSimpleProperty(type))
                        .filter(type -> type.isAnnotationPresent(Entity.class)
                                || !type.getPackageName().endsWith(".web")))
                .isEmpty();
    }

    @Test
    void everyAnswerHasAReferenceOfItsOwnAndTakesOverNone() throws Exception {
        var first = reference("mine");
        assertThat(first).matches("[0-9a-f]{10}");
        assertThat(reference(first)).isNotEqualTo(first);
    }

    private String reference(String sent) throws Exception {
        return mvc.perform(get("/accessibilite").header("X-Reference", sent))
                .andReturn()
                .getResponse()
                .getHeader("X-Reference");
    }

    @Test
    void anErrorPageShowsTheReferenceOfItsRequest() throws Exception {
        var answer = mvc.perform(get("/equipe").with(as(people.somebody(Role.CALLER))))
                .andExpect(status().isForbidden())
                .andReturn()
                .getResponse();
        assertThat(answer.getContentAsString()).containsPattern(REFERENCE).contains(answer.getHeader("X-Reference"));
        mvc.perform(get("/api/v1/register-imports/999999999").with(as(people.somebody(Role.CALLER))))
                .andExpect(header().string("Content-Type", containsString("application/problem+json")))
                .andExpect(content().string(containsString("\"reference\"")));
    }

    @Test
    void aFailureTellsNothingOfItsCause() throws Exception {
        var response = new MockHttpServletResponse();
        var page = advice.failed(
                new IllegalStateException("secret of the inside"), new MockHttpServletRequest(), response);
        assertThat(response.getStatus()).isEqualTo(500);
        assertThat(page).isNotNull();
        assertThat(page.getModel().toString()).contains("panne").doesNotContain("secret", "Exception");
    }
}
