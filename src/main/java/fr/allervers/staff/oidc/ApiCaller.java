package fr.allervers.staff.oidc;

import fr.allervers.staff.SignedIn;
import fr.allervers.staff.StaffMember;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;

/** Another program, by a bearer token: the scopes say what the token is for, the account's groups what it may. */
final class ApiCaller extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    /** As whom it acts here. */
    record Program(StaffMember staffMember) implements SignedIn {}

    private final Program program;
    private final transient Jwt token;

    ApiCaller(StaffMember person, Jwt token) {
        super(authorities(person, token));
        this.program = new Program(person);
        this.token = token;
        setAuthenticated(true);
    }

    private static List<GrantedAuthority> authorities(StaffMember person, Jwt token) {
        var all = new ArrayList<GrantedAuthority>(OpenIdPerson.authorities(person));
        Collection<GrantedAuthority> scopes = new JwtGrantedAuthoritiesConverter().convert(token);
        all.addAll(Objects.requireNonNullElse(scopes, List.of()));
        return all;
    }

    @Override
    public Object getCredentials() {
        return token;
    }

    @Override
    public Object getPrincipal() {
        return program;
    }

    @Override
    public String getName() {
        return program.staffMember().username();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApiCaller caller && super.equals(other) && program.equals(caller.program);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), program);
    }
}
