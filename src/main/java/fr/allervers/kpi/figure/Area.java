package fr.allervers.kpi.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The four processes that supervisors watch, each a family of diagrams. */
public enum Area {
    OUTREACH(
            "appels",
            List.of(
                    "household-call",
                    "partner-referral",
                    "field-check",
                    "social-follow-up",
                    "regular-calls",
                    "call-campaign")),
    ARREARS(
            "impayes",
            List.of(
                    "unpaid-rent-prevention",
                    "repayment-plan",
                    "aid-request",
                    "relief-measure",
                    "legal-deadline",
                    "appointment")),
    ALLOCATION(
            "attributions",
            List.of(
                    "allocation-offer",
                    "allocation-item",
                    "allocation-session",
                    "inadmissible-removal",
                    "urgent-allocation",
                    "temporary-occupancy")),
    INVENTORY("etats-des-lieux", List.of("declarative-inventory"));

    private final String path;
    private final List<String> kinds;

    Area(String path, List<String> kinds) {
        this.path = path;
        this.kinds = kinds;
    }

    /** Last part of its page's address. */
    public String path() {
        return path;
    }

    /** Its processes, the main one first. */
    public List<String> kinds() {
        return kinds;
    }

    /** Whether its cases belong to campaigns. */
    public boolean hasCampaigns() {
        return this == OUTREACH;
    }

    public static Optional<Area> at(String path) {
        return Arrays.stream(values()).filter(area -> area.path.equals(path)).findFirst();
    }

    public static Optional<Area> of(String kind) {
        return Arrays.stream(values()).filter(area -> area.kinds.contains(kind)).findFirst();
    }
}
