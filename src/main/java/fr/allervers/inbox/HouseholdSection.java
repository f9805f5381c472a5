package fr.allervers.inbox;

import fr.allervers.staff.StaffMember;
import fr.allervers.tenancy.Household;
import java.util.Optional;

/**
 * What a process module shows of its cases on the household page. One bean per section; the page costs the queries of its
 * sections, each a fixed number.
 */
public interface HouseholdSection {

    /** Sections are shown by this number, lowest first. */
    int order();

    /** The section for this person, who works for the household's agency; none when there is nothing for them to see. */
    Optional<Shown> of(Household household, StaffMember reader);

    /**
     * A section ready to be shown.
     *
     * @param template holds a fragment "section" that brings its own heading (h2)
     * @param content what the fragment reads as {@code section}
     */
    record Shown(String template, Object content) {}
}
