package fr.allervers.arrears.appointment;

/** How people meet. */
public enum MeetingKind {
    /** The officer calls. */
    PHONE,
    /** At an agency or another place of the landlord's (permanence). */
    OFFICE,
    /** At the tenant's. */
    HOME,
    VIDEO;

    /** Whether a range of this kind must say where: an address, or the address of the video room. */
    public boolean needsPlace() {
        return this == OFFICE || this == VIDEO;
    }
}
