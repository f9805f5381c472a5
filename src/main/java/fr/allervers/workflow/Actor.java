package fr.allervers.workflow;

import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.StaffMember;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Tells the engine who acts, for as long as the act lasts. */
@Component
class Actor {

    private final IdentityService identities;
    private final CurrentStaff currentStaff;

    Actor(IdentityService identities, CurrentStaff currentStaff) {
        this.identities = identities;
        this.currentStaff = currentStaff;
    }

    void run(Runnable act) {
        call(() -> {
            act.run();
            return true;
        });
    }

    <T> T call(Supplier<T> act) {
        var before = identities.getCurrentAuthentication();
        identities.setAuthenticatedUserId(
                currentStaff.find().map(StaffMember::username).orElse(null));
        try {
            return act.get();
        } catch (OptimisticLockingException e) {
            // In Spring's words, so that callers retry it without knowing the engine.
            throw new OptimisticLockingFailureException("Another transaction changed the case", e);
        } finally {
            identities.setAuthentication(before);
        }
    }
}
