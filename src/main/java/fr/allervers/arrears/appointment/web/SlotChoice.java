package fr.allervers.arrears.appointment.web;

import fr.allervers.arrears.appointment.MeetingKind;
import fr.allervers.arrears.appointment.Slot;
import fr.allervers.arrears.appointment.SlotDays;
import fr.allervers.shared.web.UserError;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/** What the pages to choose a slot have in common: two weeks at a time, one kind at a time. */
final class SlotChoice {

    static final int DAYS = 14;

    private SlotChoice() {}

    /** The first day to show: the one asked for, from today on and within the horizon. */
    static LocalDate from(@Nullable LocalDate asked, LocalDate today, LocalDate horizon) {
        return asked == null || asked.isBefore(today) || asked.isAfter(horizon) ? today : asked;
    }

    static void show(Model model, List<Slot> slots, @Nullable MeetingKind kind, LocalDate from, LocalDate horizon) {
        var later = from.plusDays(DAYS);
        model.addAttribute("choice", SlotDays.of(slots, kind == null ? MeetingKind.OFFICE : kind));
        model.addAttribute("from", from);
        model.addAttribute("later", later.isAfter(horizon) ? null : later);
    }

    static Slot.Key key(String typed) {
        return Slot.Key.read(typed).orElseThrow(() -> new UserError("appointment.choose"));
    }
}
