package fr.allervers.arrears.legal;

import fr.allervers.arrears.diary.ArrearsDiary;
import fr.allervers.arrears.settings.ArrearsSettings;
import fr.allervers.arrears.settings.Setting;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.ProcessSteps;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;

/** What the process legal-deadline asks; public because expressions reach public classes only. */
@ProcessSteps("legalDeadline")
public class LegalDeadlineSteps {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    /** A legal day ends at midnight; people's ends now. */
    private static final LocalTime CLOSING = LocalTime.of(17, 0);

    private final DeadlineRows rows;
    private final ArrearsSettings settings;
    private final ArrearsDiary diary;
    private final Clock clock;

    LegalDeadlineSteps(DeadlineRows rows, ArrearsSettings settings, ArrearsDiary diary, Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.diary = diary;
        this.clock = clock;
    }

    /** Some days before the deadline: then it becomes the supervisor's. */
    public Date meetDue(long id) {
        var margin = settings.at(LocalDate.now(clock)).count(Setting.DEADLINE_MARGIN);
        return Date.from(at(rows.require(id).dueOn().minusDays(margin)));
    }

    public Date meetLateDue(long id) {
        var deadline = rows.require(id);
        diary.write(
                new CaseRef(LegalClock.KIND, id),
                deadline.householdId(),
                Timeline.Kind.ESCALATION,
                null,
                false,
                "legal.log.late",
                diary.french("legal.deadline." + deadline.kind()));
        return Date.from(at(deadline.dueOn()));
    }

    private static Instant at(LocalDate day) {
        return day.atTime(CLOSING).atZone(PARIS).toInstant();
    }
}
