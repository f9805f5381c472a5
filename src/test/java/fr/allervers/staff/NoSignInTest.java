package fr.allervers.staff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

class NoSignInTest {

    @Test
    void withoutAWayToSignInTheApplicationDoesNotStartAndSaysWhatIsMissing() {
        new WebApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        SecurityAutoConfiguration.class,
                        SecurityFilterAutoConfiguration.class,
                        WebMvcAutoConfiguration.class))
                .withUserConfiguration(SecurityConfiguration.class, CurrentStaff.class)
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("ALLERVERS_SIGN_IN_ISSUER"));
    }
}
