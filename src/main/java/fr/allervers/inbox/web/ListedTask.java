package fr.allervers.inbox.web;

import fr.allervers.inbox.InboxItem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

/** A task as a row shows it: how urgent, by words and an icon, and under which picture. */
record ListedTask(InboxItem item, String sla, String slaIcon, String icon) {

    private static final Map<String, String> ICONS = Map.of(
            "household-call", "bi-telephone",
            "call-campaign", "bi-megaphone",
            "partner-referral", "bi-house-heart",
            "field-check", "bi-person-walking",
            "social-follow-up", "bi-chat-heart",
            "regular-calls", "bi-arrow-repeat");

    static ListedTask of(InboxItem item, Clock clock) {
        var late = item.dueAt().isBefore(clock.instant());
        var today = item.dueAt().atZone(clock.getZone()).toLocalDate().equals(LocalDate.now(clock));
        return new ListedTask(
                item,
                late ? "late" : today ? "wait" : "ok",
                late ? "bi-alarm" : today ? "bi-hourglass-split" : "bi-calendar-check",
                ICONS.getOrDefault(item.caseKind(), "bi-check2-square"));
    }

    public boolean late() {
        return sla.equals("late");
    }
}
