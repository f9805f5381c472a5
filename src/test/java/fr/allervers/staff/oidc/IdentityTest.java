package fr.allervers.staff.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.allervers.staff.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.ClaimAccessor;

class IdentityTest {

    private final Map<String, Object> claims = new HashMap<>(Map.of("sub", "s-1", "preferred_username", "camille"));

    private Identity identity() {
        ClaimAccessor token = () -> claims;
        return Identity.of(token);
    }

    @Test
    void groupsBecomeRolesAndAgencies() {
        claims.put("groups", List.of("/roles/caller", "/roles/rent-officer", "/agences/A01", "/agences/A02"));
        assertThat(identity().roles()).containsExactlyInAnyOrder(Role.CALLER, Role.RENT_OFFICER);
        assertThat(identity().agencies()).containsExactlyInAnyOrder("A01", "A02");
        assertThat(identity().allAgencies()).isFalse();
    }

    @Test
    void allAgenciesIsAGroupOfItsOwn() {
        claims.put("groups", List.of("/agences/toutes"));
        assertThat(identity().allAgencies()).isTrue();
        assertThat(identity().agencies()).isEmpty();
    }

    @Test
    void groupsThatOnlyLookLikeOnesOfOursGiveNothing() {
        claims.put(
                "groups",
                List.of(
                        "/roles/ADMINISTRATOR",
                        "administrator",
                        "/roles",
                        "/roles/administrator/x",
                        "/x/roles/caller"));
        assertThat(identity().roles()).isEmpty();
    }

    @Test
    void aTokenWithoutGroupsGivesNoRight() {
        assertThat(identity().roles()).isEmpty();
        assertThat(identity().allAgencies()).isFalse();
        assertThat(identity().displayName()).isEqualTo("camille");
        assertThat(identity().language()).isEqualTo("fr");
    }

    @Test
    void aTokenThatNamesNobodyIsRefused() {
        claims.put("preferred_username", " ");
        assertThatThrownBy(this::identity).isInstanceOf(Identity.IncompleteToken.class);
        claims.put("preferred_username", "x".repeat(65));
        assertThatThrownBy(this::identity).isInstanceOf(Identity.IncompleteToken.class);
        claims.put("preferred_username", "camille");
        claims.remove("sub");
        assertThatThrownBy(this::identity).isInstanceOf(Identity.IncompleteToken.class);
    }
}
