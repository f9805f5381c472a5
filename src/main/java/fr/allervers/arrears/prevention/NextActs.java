package fr.allervers.arrears.prevention;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Keeps the recommended next act of cases with their rows, asking the other parts of arrears once for all of them. */
@Component
class NextActs {

    private final LadderDays days;
    private final ObjectProvider<CaseAppointments> appointments;
    private final ObjectProvider<DueActs> dueActs;
    private final Clock clock;

    NextActs(
            LadderDays days,
            ObjectProvider<CaseAppointments> appointments,
            ObjectProvider<DueActs> dueActs,
            Clock clock) {
        this.days = days;
        this.appointments = appointments;
        this.dueActs = dueActs;
        this.clock = clock;
    }

    void refresh(UnpaidRent rent) {
        refresh(List.of(rent));
    }

    void refresh(Collection<UnpaidRent> rents) {
        var ids = rents.stream().map(UnpaidRent::id).toList();
        var booked = booked(ids);
        var due = due(ids);
        rents.forEach(rent -> rent.next(NextActPolicy.decide(
                rent.situation(days.today(), nextStepOn(rent), day(booked.get(rent.id())), due.get(rent.id())))));
    }

    private @Nullable LocalDate nextStepOn(UnpaidRent rent) {
        return rent.phase(days.today()) == Phase.LADDER ? days.nextStepOn(rent) : null;
    }

    Map<Long, Instant> booked(Collection<Long> ids) {
        var bean = appointments.getIfAvailable();
        return bean == null ? Map.of() : bean.next(ids);
    }

    private Map<Long, DueAct> due(Collection<Long> ids) {
        var first = new HashMap<Long, DueAct>();
        dueActs.stream().forEach(source -> source.next(ids)
                .forEach((id, act) ->
                        first.merge(id, act, (one, other) -> one.until().isAfter(other.until()) ? other : one)));
        return first;
    }

    private @Nullable LocalDate day(@Nullable Instant at) {
        return at == null ? null : at.atZone(clock.getZone()).toLocalDate();
    }
}
