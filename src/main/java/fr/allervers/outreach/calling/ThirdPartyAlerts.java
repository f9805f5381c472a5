package fr.allervers.outreach.calling;

import fr.allervers.outreach.calling.HouseholdCall.State;
import fr.allervers.shared.sealed.ValueSealing;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.tenancy.Household;
import fr.allervers.tenancy.Households;
import fr.allervers.tenancy.Occupant;
import fr.allervers.workflow.Cases;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Worries told by neighbours, caretakers, family: they enter the same queue as calls, or go to an advisor at once. */
@Component
@Transactional
public class ThirdPartyAlerts {

    static final String FACTS = "third_party_alert.facts/";

    private static final Duration THE_SAME = Duration.ofMinutes(1);
    private static final Set<String> SOURCES = Set.of("NEIGHBOUR", "CARETAKER", "FAMILY", "PARTNER", "OTHER");

    /**
     * What somebody told.
     *
     * @param source NEIGHBOUR, CARETAKER, FAMILY, PARTNER or OTHER
     * @param facts at most 280 characters, nothing about health
     * @param concerned ids of the occupants it is about; none: all of the household
     */
    public record Alert(
            long householdId,
            String source,
            @Nullable String sourceName,
            @Nullable String sourcePhone,
            String facts,
            Grade grade,
            Set<Long> concerned) {

        /** About the whole household. */
        public Alert(
                long householdId,
                String source,
                @Nullable String sourceName,
                @Nullable String sourcePhone,
                String facts,
                Grade grade) {
            this(householdId, source, sourceName, sourcePhone, facts, grade, Set.of());
        }
    }

    private final CallRows calls;
    private final Households households;
    private final Cases cases;
    private final CallDiary diary;
    private final CurrentStaff currentStaff;
    private final JdbcClient jdbc;
    private final ValueSealing sealing;
    private final Clock clock;

    ThirdPartyAlerts(
            CallRows calls,
            Households households,
            Cases cases,
            CallDiary diary,
            CurrentStaff currentStaff,
            JdbcClient jdbc,
            ValueSealing sealing,
            Clock clock) {
        this.calls = calls;
        this.households = households;
        this.cases = cases;
        this.diary = diary;
        this.currentStaff = currentStaff;
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.clock = clock;
    }

    /**
     * Takes the alert and gives the call it became. The same facts of the same household told twice within a minute are
     * one alert.
     */
    public long raise(Alert alert) {
        requireValid(alert);
        jdbc.sql("select id from household where id = ? for update")
                .param(alert.householdId())
                .query(Long.class)
                .optional();
        var household = households.require(alert.householdId());
        var by = currentStaff.requireAgency(household.agencyId());
        var concerned = concerned(alert, household);
        var same = same(alert);
        if (same.isPresent()) {
            return same.get();
        }
        var underWay = calls.findByHouseholdIdAndStateIn(household.id(), List.of(State.TO_CALL, State.WAITING));
        var call = calls.saveAndFlush(HouseholdCall.alert(
                household.id(), household.agencyId(), household.language(), alert.grade(), clock.instant()));
        jdbc.sql("""
                        insert into third_party_alert (household_id, call_id, source, source_name, source_phone, facts, grade, taken_by, taken_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        household.id(),
                        call.id(),
                        alert.source(),
                        alert.sourceName(),
                        alert.sourcePhone(),
                        sealed(alert),
                        alert.grade().name(),
                        by.username(),
                        clock.instant()))
                .update();
        for (var occupant : concerned) {
            jdbc.sql("insert into household_call_occupant (call_id, occupant_id) values (?, ?)")
                    .params(call.id(), occupant)
                    .update();
        }
        diary.write(
                call,
                Timeline.Kind.ALERT,
                diary.words("alert", diary.words("source." + alert.source()), diary.words("grade." + alert.grade())),
                alert.facts().strip(),
                true);
        underWay.forEach(other -> diary.note(other, Timeline.Kind.ALERT, "alert-elsewhere"));
        cases.startByMessage(
                "third-party-alert",
                CallDiary.caseOf(call.id()),
                Map.of("grade", alert.grade().name()));
        return call.id();
    }

    private static Set<Long> concerned(Alert alert, Household household) {
        var all = household.occupants().stream().map(Occupant::id).collect(Collectors.toSet());
        if (!all.containsAll(alert.concerned())) {
            throw new UserError("calling.error.alert-concerned");
        }
        return alert.concerned().isEmpty() ? all : alert.concerned();
    }

    /** The same for the same words about a household: they are compared. */
    private String sealed(Alert alert) {
        return sealing.sealSame(FACTS + alert.householdId(), alert.facts().strip());
    }

    private Optional<Long> same(Alert alert) {
        return jdbc.sql("""
                        select call_id from third_party_alert where household_id = ? and facts = ? and taken_at > ?
                         order by id desc limit 1
                        """)
                .params(alert.householdId(), sealed(alert), clock.instant().minus(THE_SAME))
                .query(Long.class)
                .optional();
    }

    private static void requireValid(Alert alert) {
        if (alert.facts().isBlank() || alert.facts().length() > CallRules.NOTE) {
            throw new UserError("calling.error.alert-facts", CallRules.NOTE);
        }
        if (!SOURCES.contains(alert.source()) || longer(alert.sourceName(), 120) || longer(alert.sourcePhone(), 20)) {
            throw new UserError("calling.error.alert-source");
        }
    }

    private static boolean longer(@Nullable String text, int length) {
        return text != null && text.length() > length;
    }
}
