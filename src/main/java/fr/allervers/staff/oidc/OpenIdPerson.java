package fr.allervers.staff.oidc;

import fr.allervers.staff.Role;
import fr.allervers.staff.SignedIn;
import fr.allervers.staff.StaffMember;
import java.util.Collection;
import java.util.Objects;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** Somebody signed in at Keycloak. */
final class OpenIdPerson extends DefaultOidcUser implements SignedIn {

    private static final long serialVersionUID = 1;

    private final StaffMember staffMember;

    OpenIdPerson(StaffMember staffMember, OidcIdToken token) {
        super(authorities(staffMember), token, "preferred_username");
        this.staffMember = staffMember;
    }

    static Collection<? extends GrantedAuthority> authorities(StaffMember person) {
        return person.roles().stream()
                .map(Role::name)
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }

    @Override
    public StaffMember staffMember() {
        return staffMember;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OpenIdPerson person && super.equals(other) && staffMember.equals(person.staffMember);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), staffMember);
    }
}
