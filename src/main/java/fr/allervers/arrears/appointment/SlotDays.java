package fr.allervers.arrears.appointment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Slots as people choose them: by kind, then by day, each time once however many officers are free at it.
 *
 * @param kinds those in which something is free
 * @param days those with something free in the kind shown
 */
public record SlotDays(Set<MeetingKind> kinds, MeetingKind shown, Map<LocalDate, List<Slot>> days) {

    /** Groups slots that are sorted by time; of a kind in which nothing is free, another one is shown. */
    public static SlotDays of(List<Slot> slots, MeetingKind wanted) {
        var kinds = new LinkedHashSet<MeetingKind>();
        slots.stream().map(Slot::kind).sorted().forEach(kinds::add);
        var shown = kinds.contains(wanted) || kinds.isEmpty()
                ? wanted
                : kinds.iterator().next();
        var days = new LinkedHashMap<LocalDate, List<Slot>>();
        for (var slot : slots) {
            if (slot.kind() == shown) {
                var day = days.computeIfAbsent(
                        slot.startsAt().atZone(SlotPolicy.PARIS).toLocalDate(), any -> new ArrayList<>());
                if (day.stream()
                        .noneMatch(one -> one.startsAt().equals(slot.startsAt())
                                && one.place().equals(slot.place()))) {
                    day.add(slot);
                }
            }
        }
        return new SlotDays(kinds, shown, days);
    }

    /** The one place of all that is shown, empty where people are called or visited; none when there are several. */
    public @Nullable String place() {
        var places = days.values().stream()
                .flatMap(List::stream)
                .map(Slot::place)
                .distinct()
                .toList();
        return places.size() == 1 ? places.get(0) : null;
    }

    public boolean isEmpty() {
        return days.isEmpty();
    }
}
