package fr.allervers.staff;

import java.util.Optional;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The person in front of the screen. Templates call it {@code @currentStaff}. */
@Component
public class CurrentStaff {

    /** The signed-in person; refuses when nobody is. */
    public StaffMember require() {
        return find().orElseThrow(() -> new AccessDeniedException("Nobody is signed in"));
    }

    /** The signed-in person; nobody in work that the application does by itself. */
    public Optional<StaffMember> find() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn.staffMember())
                : Optional.empty();
    }

    /** Refuses (HTTP 403) a person who does not work for the agency. */
    public StaffMember requireAgency(long agencyId) {
        var person = require();
        if (!person.worksFor(agencyId)) {
            throw new AccessDeniedException("Another agency's case");
        }
        return person;
    }
}
