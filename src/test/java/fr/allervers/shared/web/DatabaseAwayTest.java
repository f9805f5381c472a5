package fr.allervers.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.testing.ApplicationTest;
import fr.allervers.testing.Statements;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.WebApplicationContext;

/** What people read while there is no database; DatabaseAwayIT stops one. */
@ApplicationTest
class DatabaseAwayTest {

    private static final Exception NO_CONNECTION = new IllegalStateException(
            "secret of the inside", new SQLTransientConnectionException("HikariPool-1 - Connection is not available"));

    @Autowired
    DatabaseAway filter;

    @Autowired
    WebApplicationContext application;

    private MockHttpServletRequest request(String method, String path) {
        var request = new MockHttpServletRequest(application.getServletContext(), method, path);
        request.setAttribute(RequestReference.NAME, "0a1b2c3d4e");
        return request;
    }

    private MockHttpServletResponse answer(MockHttpServletRequest request) throws Exception {
        var response = new MockHttpServletResponse();
        filter.doFilter(request, response, (asked, answered) -> {
            ((HttpServletResponse) answered).setHeader("Content-Disposition", "attachment");
            ((HttpServletResponse) answered).setHeader("Content-Security-Policy", "default-src 'self'");
            answered.getOutputStream().print("half a page");
            throw new ServletException(NO_CONNECTION);
        });
        return response;
    }

    @Test
    void aPageSaysSoInTheReadersLanguageWithAReferenceAndWithoutItsCause() throws Exception {
        var request = request("GET", "/a-faire");
        request.setQueryString("vue=3");
        var response = answer(request);
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("10");
        assertThat(response.getContentType()).startsWith("text/html");
        assertThat(response.getHeader("Content-Disposition")).isNull();
        assertThat(response.getHeader("Content-Security-Policy")).isNotNull();
        assertThat(response.getContentAsString())
                .startsWith("<!DOCTYPE html>")
                .contains("lang=\"fr\"", "Attendez une minute", "0a1b2c3d4e", "href=\"/a-faire?vue=3\"")
                .doesNotContain("half a page", "secret", "Hikari", "Exception");

        var english = request("GET", "/a-faire");
        english.setCookies(new Cookie("langue", "en"));
        assertThat(answer(english).getContentAsString()).contains("lang=\"en\"", "Wait a minute");
    }

    @Test
    void aFormLeadsBackToItsPageAndNoAddressElsewhere() throws Exception {
        var form = request("POST", "/a-faire/12");
        form.addHeader("Referer", "http://localhost/a-faire/12/ouvrir");
        assertThat(answer(form).getContentAsString()).contains("href=\"/a-faire/12/ouvrir\"");
        assertThat(answer(request("GET", "//elsewhere.example.org/x")).getContentAsString())
                .doesNotContain("elsewhere");
    }

    @Test
    void scriptsAndProgramsAreAnsweredInTheirShape() throws Exception {
        var script = request("POST", "/a-faire/12");
        script.addHeader("HX-Request", "true");
        var fragment = answer(script);
        assertThat(fragment.getStatus()).isEqualTo(503);
        assertThat(fragment.getHeader("HX-Retarget")).isEqualTo("#problem");
        assertThat(fragment.getContentAsString()).contains("role=\"alert\"").doesNotContain("<html", "<main");

        var program = answer(request("POST", "/api/v1/register-imports"));
        assertThat(program.getContentType()).startsWith("application/problem+json");
        assertThat(program.getContentAsString()).contains("\"status\":503", "0a1b2c3d4e");
    }

    @Test
    void nothingOfItAsksTheDatabase() throws Exception {
        assertThat(Statements.during(() -> answer(request("GET", "/a-faire")))).isZero();
    }

    @Test
    void whatIsNoOutageOrHasBegunToLeaveGoesItsUsualWay() {
        assertThatThrownBy(
                        () -> filter.doFilter(request("GET", "/"), new MockHttpServletResponse(), (asked, answered) -> {
                            throw new ServletException("other");
                        }))
                .hasMessage("other");
        assertThatThrownBy(
                        () -> filter.doFilter(request("GET", "/"), new MockHttpServletResponse(), (asked, answered) -> {
                            answered.flushBuffer();
                            throw new ServletException(NO_CONNECTION);
                        }))
                .hasCause(NO_CONNECTION);
    }

    static Stream<Arguments> errors() {
        return Stream.of(
                Arguments.of(new SQLException("gone", "08S01", 0), true),
                Arguments.of(new SQLException("Server shutdown in progress", "HY000", 1053), true),
                Arguments.of(new SQLException("Connection was killed", "70100", 1927), true),
                Arguments.of(new java.sql.SQLNonTransientConnectionException("closed"), true),
                Arguments.of(new SQLException("Connection is closed"), true),
                Arguments.of(new SQLException("Duplicate entry", "23000", 1062), false),
                Arguments.of(new SQLException("Deadlock", "40001", 1213), false),
                Arguments.of(new SQLException("stateless"), false),
                Arguments.of(new IllegalStateException(), false));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void onlyALostConnectionIsAnOutage(Exception error, boolean outage) {
        assertThat(DatabaseAway.isCauseOf(new RuntimeException(error))).isEqualTo(outage);
    }
}
