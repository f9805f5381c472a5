package fr.allervers.staff;

/** What the security context's principal must be, whichever way the person signed in. */
public interface SignedIn {
    StaffMember staffMember();
}
