package fr.allervers.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.boot.test.autoconfigure.web.servlet.MockMvcBuilderCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.setup.ConfigurableMockMvcBuilder;

/**
 * Refuses Spring's {@code csrf()} on a link's page: it would leave a store of tokens in the filter chain of links that wants
 * a session, for every test that comes after in the same JVM. Such tests take the token from the page, as a browser does.
 */
@Component
public final class LinkTokens implements MockMvcBuilderCustomizer {

    @Override
    public void customize(ConfigurableMockMvcBuilder<?> builder) {
        builder.alwaysDo(result -> {
            if (result.getRequest().getRequestURI().startsWith("/l/")) {
                assertThat(result.getRequest().getAttributeNames().asIterator())
                        .toIterable()
                        .as("csrf() has no place on a link's page")
                        .noneMatch(name -> name.contains("TestCsrfTokenRepository"));
            }
        });
    }
}
