package fr.allervers.inventory.settings;

import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** The rule of every dated row: administrators add it, it counts from a day to come, and it says where it is from. */
@Component
public class DatedEntry {

    private static final int SOURCE_LENGTH = 300;

    private final CurrentStaff currentStaff;
    private final Clock clock;

    DatedEntry(CurrentStaff currentStaff, Clock clock) {
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    /**
     * Refuses what may not be added.
     *
     * @param source where it is written, 1 to 300 characters
     * @return the user name of who adds it
     * @throws UserError when the day is not to come or the source is missing
     */
    public String by(LocalDate validFrom, String source) {
        var by = byAdministrator();
        requireToCome(validFrom);
        if (source.isBlank() || source.length() > SOURCE_LENGTH) {
            throw new UserError("inventory.error.setting-source");
        }
        return by;
    }

    /** Refuses a person who does not keep the settings; else the user name. */
    public String byAdministrator() {
        var by = currentStaff.require();
        if (!by.is(Role.ADMINISTRATOR)) {
            throw new AccessDeniedException("Administrators change settings");
        }
        return by.username();
    }

    /** What counts today, or did, is never changed. */
    public void requireToCome(LocalDate validFrom) {
        if (!validFrom.isAfter(LocalDate.now(clock))) {
            throw new UserError("inventory.error.setting-day");
        }
    }
}
