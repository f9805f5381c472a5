package fr.allervers.staff;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;

/**
 * The way people sign in. Exactly one bean gives it: the demo page in development, OpenID Connect in production; its
 * principals are {@link SignedIn}.
 */
public interface SignIn {

    /** Adds this way to the staff's filter chain. */
    void configure(HttpSecurity http) throws Exception;

    /** The page at which it begins, below the application's root. */
    default String path() {
        return "/connexion";
    }

    /** Where else this way's forms lead to, as a source of the content security policy; nothing for nowhere. */
    default String formTargets() {
        return "";
    }
}
