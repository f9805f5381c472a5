package fr.allervers.dev;

import fr.allervers.staff.SignedIn;
import fr.allervers.staff.StaffMember;
import java.util.Collection;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** A person signed in by the demo page. */
public record DemoUser(StaffMember staffMember) implements SignedIn, UserDetails {

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return staffMember.roles().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
    }

    @Override
    public String getPassword() {
        return "{noop}demo";
    }

    @Override
    public String getUsername() {
        return staffMember.username();
    }
}
