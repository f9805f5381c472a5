package fr.allervers.arrears.appointment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Cuts opening ranges into the slots that are free. Ranges are in local time: a slot at nine is at nine in summer and in
 * winter. A clock time that daylight saving leaves out, or shows twice, is not offered.
 */
final class SlotPolicy {

    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private SlotPolicy() {}

    /** Time that an officer has given away. */
    record Taken(long staffId, Instant startsAt, Instant endsAt) {

        boolean overlaps(Slot slot) {
            return staffId == slot.staffId()
                    && startsAt.isBefore(slot.endsAt())
                    && slot.startsAt().isBefore(endsAt);
        }
    }

    /**
     * From when until when one may book.
     *
     * @param earliest the first moment at which a slot may begin
     * @param latest the last day on which it may be
     */
    record Window(Instant earliest, LocalDate latest) {

        /** The part of it from this day on, so many days long. */
        Window part(LocalDate from, int days) {
            var begin = from.atStartOfDay(PARIS).toInstant();
            var last = from.plusDays(days - 1L);
            return new Window(begin.isAfter(earliest) ? begin : earliest, last.isBefore(latest) ? last : latest);
        }
    }

    /**
     * The free slots of these ranges, by time.
     *
     * @param away whether an officer is not there on a day, or nobody is
     */
    static List<Slot> free(
            List<OpeningRange> ranges, List<Taken> taken, BiPredicate<Long, LocalDate> away, Window window) {
        var slots = new ArrayList<Slot>();
        for (var day = window.earliest().atZone(PARIS).toLocalDate();
                !day.isAfter(window.latest());
                day = day.plusDays(1)) {
            for (var range : ranges) {
                if (range.isOn(day) && !away.test(range.staffId(), day)) {
                    cut(range, day, slots);
                }
            }
        }
        slots.removeIf(slot ->
                slot.startsAt().isBefore(window.earliest()) || taken.stream().anyMatch(one -> one.overlaps(slot)));
        slots.sort(
                Comparator.comparing(Slot::startsAt).thenComparing(Slot::kind).thenComparing(Slot::rangeId));
        return slots;
    }

    private static void cut(OpeningRange range, LocalDate day, List<Slot> into) {
        var end = day.atTime(range.toTime());
        for (var at = day.atTime(range.fromTime());
                !at.plusMinutes(range.minutes()).isAfter(end);
                at = at.plusMinutes(range.minutes())) {
            if (isOnceOnTheClock(at)) {
                into.add(new Slot(
                        range.id(),
                        range.staffId(),
                        range.kind(),
                        range.place(),
                        at.atZone(PARIS).toInstant(),
                        range.minutes()));
            }
        }
    }

    private static boolean isOnceOnTheClock(LocalDateTime at) {
        return PARIS.getRules().getValidOffsets(at).size() == 1;
    }
}
