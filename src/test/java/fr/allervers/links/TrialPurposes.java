package fr.allervers.links;

import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/** Two purposes for the tests of the gate: one that shows its subject at once, one that asks for a birth date first. */
@TestConfiguration(proxyBeanMethods = false)
class TrialPurposes {

    static final LocalDate BIRTH = LocalDate.of(1942, 3, 1);

    @Bean
    LinkPurpose open() {
        return purpose("trial-open", "essai", false);
    }

    @Bean
    LinkPurpose guarded() {
        return purpose("trial-guarded", "secret", true);
    }

    private static LinkPurpose purpose(String key, String page, boolean guarded) {
        return new LinkPurpose() {
            @Override
            public String key() {
                return key;
            }

            @Override
            public String page() {
                return page;
            }

            @Override
            public boolean asksBirthDate() {
                return guarded;
            }

            @Override
            public boolean isBirthDate(long subjectId, LocalDate given) {
                return given.equals(BIRTH);
            }
        };
    }

    /** What they show; a member of a configuration is a bean of its own accord. */
    @RestController
    static class Pages {

        @GetMapping("/l/{token}/essai")
        @PermitAll
        String open(@RequestAttribute(PublicLink.ATTRIBUTE) PublicLink link) {
            return "Sujet " + link.subjectId();
        }

        @PostMapping("/l/{token}/essai")
        @PermitAll
        String act(@RequestAttribute(PublicLink.ATTRIBUTE) PublicLink link) {
            return "Fait " + link.subjectId();
        }

        @GetMapping("/l/{token}/secret")
        @PermitAll
        String guarded(@RequestAttribute(PublicLink.ATTRIBUTE) PublicLink link) {
            return "Sujet " + link.subjectId();
        }
    }
}
