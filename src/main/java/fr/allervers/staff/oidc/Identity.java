package fr.allervers.staff.oidc;

import fr.allervers.staff.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.ClaimAccessor;

/**
 * What a token says of somebody. Groups are paths: {@code /roles/social-advisor}, {@code /agences/A01} by the agency's code,
 * {@code /agences/toutes} for all. Groups that mean nothing here are left aside.
 *
 * @param subject the account's unchanging id in the realm
 * @param agencies codes
 */
record Identity(
        String subject,
        String username,
        String displayName,
        @Nullable String email,
        String language,
        Set<Role> roles,
        Set<String> agencies,
        boolean allAgencies) {

    private static final String ROLES = "/roles/";
    private static final String AGENCIES = "/agences/";
    private static final String ALL = "toutes";
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_SHOWN = 120;

    /** @throws IncompleteToken when the token lacks what makes somebody known here */
    static Identity of(ClaimAccessor token) {
        var subject = token.getClaimAsString("sub");
        var username = token.getClaimAsString("preferred_username");
        if (subject == null || username == null || username.isBlank() || username.length() > LONGEST_NAME) {
            throw new IncompleteToken();
        }
        var groups = Objects.requireNonNullElse(token.getClaimAsStringList("groups"), List.<String>of());
        var agencies = below(AGENCIES, groups);
        var all = agencies.remove(ALL);
        return new Identity(
                subject,
                username,
                shown(Objects.requireNonNullElse(token.getClaimAsString("name"), username)),
                token.getClaimAsString("email"),
                "en".equals(token.getClaimAsString("locale")) ? "en" : "fr",
                roles(below(ROLES, groups)),
                agencies,
                all);
    }

    /** A name of any length, as far as lists show it. */
    private static String shown(String name) {
        return name.length() > LONGEST_SHOWN ? name.substring(0, LONGEST_SHOWN) : name;
    }

    private static Set<String> below(String group, Collection<String> paths) {
        var names = new HashSet<String>();
        for (var path : paths) {
            if (path.startsWith(group)) {
                names.add(path.substring(group.length()));
            }
        }
        return names;
    }

    private static Set<Role> roles(Set<String> names) {
        var roles = new HashSet<Role>();
        Arrays.stream(Role.values())
                .filter(role -> names.contains(role.group()))
                .forEach(roles::add);
        return roles;
    }

    /** The realm does not tell what is needed: its mappers are not those of the realm in the repository. */
    static final class IncompleteToken extends RuntimeException {
        IncompleteToken() {
            super("The token names neither an account nor a user name of at most " + LONGEST_NAME + " characters");
        }
    }
}
