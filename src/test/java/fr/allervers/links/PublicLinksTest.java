package fr.allervers.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.allervers.testing.Addresses;
import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.MovableClock;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ApplicationTest
@Import(TrialPurposes.class)
class PublicLinksTest {

    private static final AtomicInteger NUMBER = new AtomicInteger(1);
    private static final String GONE = "Ce lien ne marche plus";

    @Autowired
    PublicLinks links;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Autowired
    MockMvc mvc;

    private final long subject = 900_000 + NUMBER.getAndIncrement();
    private String address = Addresses.next();

    @AfterEach
    void afterwards() {
        clock.reset();
    }

    private String forAWeek() {
        return links.issue("trial-open", subject, clock.instant().plus(Duration.ofDays(7)));
    }

    private MockHttpServletRequestBuilder from(MockHttpServletRequestBuilder request) {
        return request.with(Addresses.from(address));
    }

    private MockHttpServletResponse answer(String path) throws Exception {
        return mvc.perform(from(get(path))).andReturn().getResponse();
    }

    private void opens(String token) throws Exception {
        mvc.perform(from(get("/l/" + token + "/essai")))
                .andExpect(status().isOk())
                .andExpect(content().string("Sujet " + subject));
    }

    private void isGone(String token) throws Exception {
        mvc.perform(from(get("/l/" + token + "/essai")))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString(GONE)));
    }

    @Test
    void theAddressLeadsToThePageOfThePurpose() throws Exception {
        var token = forAWeek();
        assertThat(links.address(token)).isEqualTo("http://localhost:8080/l/" + token);
        mvc.perform(from(get("/l/" + token)))
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl("/l/" + token + "/essai"));
        opens(token);
    }

    @Test
    void aLinkOpensUntilItExpiresAndNotAMillisecondLonger() throws Exception {
        var token = forAWeek();
        clock.advance(Duration.ofDays(6));
        opens(token);
        clock.advance(Duration.ofDays(1).minusMillis(1));
        opens(token);
        clock.advance(Duration.ofMillis(1));
        isGone(token);
        clock.advance(Duration.ofDays(1));
        isGone(token);
    }

    @Test
    void aRevokedLinkIsGoneAndItsSubjectMayGetANewOne() throws Exception {
        var first = forAWeek();
        var second = forAWeek();
        links.revoke("trial-open", subject);
        isGone(first);
        isGone(second);
        opens(forAWeek());
    }

    @Test
    void revokingAnotherPurposeOrSubjectLeavesItAlone() throws Exception {
        var token = forAWeek();
        links.revoke("trial-guarded", subject);
        links.revoke("trial-open", subject + 1);
        opens(token);
    }

    @Test
    void unknownExpiredAndRevokedLinksAreToldInTheSameWords() throws Exception {
        var expired = links.issue("trial-open", subject, clock.instant());
        var revoked = forAWeek();
        links.revoke("trial-open", subject);
        var unknown = answer("/l/" + Tokens.fresh() + "/essai");
        for (var token : new String[] {expired, revoked, "abc", "a.b~c"}) {
            var told = answer("/l/" + token + "/essai");
            assertThat(told.getStatus()).isEqualTo(unknown.getStatus()).isEqualTo(404);
            assertThat(withoutFormToken(told)).isEqualTo(withoutFormToken(unknown));
        }
        // A purpose that nobody declares any more is not a special case either.
        assertThat(withoutFormToken(
                        answer("/l/" + links.issue("former", 1, clock.instant().plusSeconds(60)) + "/essai")))
                .isEqualTo(withoutFormToken(unknown));
    }

    private static String withoutFormToken(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    @Test
    void aLinkOfOnePurposeDoesNotOpenTheOthersPages() throws Exception {
        mvc.perform(from(get("/l/" + forAWeek() + "/secret")))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString(GONE)));
    }

    @Test
    void nothingIsLeftInTheBrowserNorAtOthers() throws Exception {
        mvc.perform(from(get("/l/" + forAWeek() + "/essai")).cookie(new Cookie("SESSION", "c29tZS1zZXNzaW9u")))
                .andExpect(status().isOk())
                .andExpect(header().doesNotExist("Set-Cookie"))
                .andExpect(header().string("Referrer-Policy", "no-referrer"))
                .andExpect(header().string("X-Robots-Tag", containsString("noindex")))
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andExpect(header().string("Content-Security-Policy", containsString("default-src 'none'")));
        assertThat(answer("/l/abc/essai").getHeader("Set-Cookie")).isNull();
    }

    @Test
    void theStaffsPagesStillAskForASignIn() throws Exception {
        mvc.perform(get("/a-faire")).andExpect(status().is3xxRedirection());
    }

    @Test
    void aFormIsTakenOnlyWithTheValueOfItsLink() throws Exception {
        var token = forAWeek();
        mvc.perform(from(post("/l/" + token + "/essai"))).andExpect(status().isForbidden());
        mvc.perform(from(post("/l/" + token + "/essai")).param("_csrf", LinkCsrf.value(forAWeek())))
                .andExpect(status().isForbidden());
        mvc.perform(from(post("/l/" + token + "/essai")).param("_csrf", LinkCsrf.value(token)))
                .andExpect(status().isOk())
                .andExpect(content().string("Fait " + subject));
    }

    @Test
    void whoTriesTokensIsStoppedAndOthersAreNot() throws Exception {
        var token = forAWeek();
        var tries = 0;
        while (answer("/l/" + Tokens.fresh()).getStatus() == 404) {
            tries++;
            assertThat(tries).isLessThan(50);
        }
        assertThat(tries).isEqualTo(12);
        mvc.perform(from(get("/l/" + token + "/essai")))
                .andExpect(status().isTooManyRequests())
                .andExpect(header().string("Retry-After", "60"))
                .andExpect(content().string(containsString("Attendez une minute")));
        address = Addresses.next();
        opens(token);
    }

    @Test
    void aStoppedAddressIsServedAgainAMinuteLater() throws Exception {
        while (answer("/l/" + Tokens.fresh()).getStatus() == 404) {
            continue;
        }
        clock.advance(Duration.ofMinutes(1));
        opens(forAWeek());
    }

    @Test
    void oneLinkIsNotAskedForMoreThanFortyTimesAMinuteFromWhereverItIs() throws Exception {
        var token = forAWeek();
        for (var time = 0; time < 40; time++) {
            address = Addresses.next();
            opens(token);
        }
        address = Addresses.next();
        assertThat(answer("/l/" + token + "/essai").getStatus()).isEqualTo(429);
    }

    @Test
    void onlyTheHashIsStoredAndOpeningsAreCounted() throws Exception {
        var token = forAWeek();
        opens(token);
        opens(token);
        assertThat(jdbc.sql("select opened from public_link where token_hash = unhex(sha2(?, 256))")
                        .param(token)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(links.open(token).orElseThrow().toString()).doesNotContain(token);
    }

    @Test
    void aGuardedLinkShowsNothingBeforeTheBirthDateAndOnlyToTheBrowserThatGaveIt() throws Exception {
        var token = guarded();
        mvc.perform(from(get("/l/" + token + "/secret")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Est-ce bien vous")))
                .andExpect(content().string(not(containsString("Sujet"))));

        var proof = proof(token, TrialPurposes.BIRTH.toString());
        var cookie = Objects.requireNonNull(proof.getCookie(LinkProofs.COOKIE));
        assertThat(proof.getStatus()).isEqualTo(303);
        assertThat(cookie.getPath()).isEqualTo("/l/" + token);
        assertThat(cookie.isHttpOnly()).isTrue();

        mvc.perform(from(get("/l/" + token + "/secret")).cookie(cookie))
                .andExpect(content().string("Sujet " + subject));
        mvc.perform(from(get("/l/" + token + "/secret"))).andExpect(content().string(not(containsString("Sujet"))));
        clock.advance(Duration.ofMinutes(30));
        mvc.perform(from(get("/l/" + token + "/secret")).cookie(cookie))
                .andExpect(content().string(not(containsString("Sujet"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1942-03-02", "", "hier", "1942-02-30"})
    void anyOtherAnswerIsWrong(String answer) throws Exception {
        var told = proof(guarded(), answer);
        assertThat(told.getStatus()).isEqualTo(422);
        assertThat(told.getContentAsString()).contains("Cette date ne correspond pas");
        assertThat(told.getHeader("Set-Cookie")).isNull();
    }

    @Test
    void afterFiveWrongBirthDatesEvenTheRightOneDoesNotHelp() throws Exception {
        var token = guarded();
        for (var time = 0; time < 4; time++) {
            assertThat(proof(token, "1950-01-01").getStatus()).isEqualTo(422);
        }
        // The fifth may still be right, and then the count begins anew.
        assertThat(proof(token, "1942-03-01").getStatus()).isEqualTo(303);
        for (var time = 0; time < 5; time++) {
            assertThat(proof(token, "1950-01-01").getStatus()).isEqualTo(422);
        }
        assertThat(proof(token, "1942-03-01").getStatus()).isEqualTo(404);
    }

    private String guarded() {
        return links.issue("trial-guarded", subject, clock.instant().plus(Duration.ofDays(7)));
    }

    private MockHttpServletResponse proof(String token, String answer) throws Exception {
        return mvc.perform(from(post("/l/" + token + "/" + LinkPages.PROOF))
                        .param("_csrf", LinkCsrf.value(token))
                        .param("naissance", answer))
                .andReturn()
                .getResponse();
    }
}
