package fr.allervers.audit;

import fr.allervers.staff.ForeignForm;
import fr.allervers.staff.RightsChanged;
import fr.allervers.staff.SignedIn;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Writes down who comes and goes, whom the sign-in refused, whose rights it changed, and forms that are not of the session
 * in whose name they came.
 */
@Component
class SignInRecording {

    private static final String ROUTE = "sign-in";

    private final AuditTrail trail;

    SignInRecording(AuditTrail trail) {
        this.trail = trail;
    }

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        trail.write(actor(event.getAuthentication()), Act.SIGNED_IN, Outcome.DONE, null, ROUTE, null);
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        trail.write(actor(event.getAuthentication()), Act.SIGNED_OUT, Outcome.DONE, null, ROUTE, null);
    }

    /** Neither the name that was typed, which may be a password in the wrong field, nor the token. */
    @EventListener
    void refused(AbstractAuthenticationFailureEvent event) {
        trail.write(
                Actor.NOBODY,
                Act.SIGN_IN_REFUSED,
                Outcome.REFUSED,
                null,
                ROUTE,
                event.getException().getClass().getSimpleName());
    }

    /** The address of a page for staff holds ids and no secret. */
    @EventListener
    void formRefused(ForeignForm form) {
        trail.write(
                new Actor(Actor.Kind.STAFF, form.staffId()),
                Act.FORM_REFUSED,
                Outcome.REFUSED,
                null,
                form.method() + " " + form.path(),
                null);
    }

    /** In the transaction that changes them. */
    @EventListener
    void rightsChanged(RightsChanged change) {
        trail.write(
                new Actor(Actor.Kind.STAFF, change.staffId()),
                Act.RIGHTS_CHANGED,
                Outcome.DONE,
                new Subject("staff", change.staffId()),
                ROUTE,
                change.before() + " → " + change.after());
    }

    private static Actor actor(Authentication authentication) {
        return authentication.getPrincipal() instanceof SignedIn person
                ? new Actor(Actor.Kind.STAFF, person.staffMember().id())
                : Actor.NOBODY;
    }
}
