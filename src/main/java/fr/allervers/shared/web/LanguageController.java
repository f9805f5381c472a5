package fr.allervers.shared.web;

import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** French first, whatever the browser says; English for who asks, kept in a cookie. */
@Controller
class LanguageController {

    private final LocaleResolver locales;

    LanguageController(LocaleResolver locales) {
        this.locales = locales;
    }

    @PostMapping("/langue")
    @PermitAll
    String choose(@RequestParam String langue, HttpServletRequest request, HttpServletResponse response) {
        locales.setLocale(request, response, "en".equals(langue) ? Locale.ENGLISH : Locale.FRENCH);
        return "redirect:/";
    }

    @Configuration(proxyBeanMethods = false)
    static class Languages {

        @Bean
        LocaleResolver localeResolver() {
            var resolver = new CookieLocaleResolver("langue");
            resolver.setDefaultLocale(Locale.FRENCH);
            resolver.setCookieMaxAge(Duration.ofDays(365));
            resolver.setCookieSameSite("Lax");
            resolver.setCookieHttpOnly(true);
            return resolver;
        }
    }
}
