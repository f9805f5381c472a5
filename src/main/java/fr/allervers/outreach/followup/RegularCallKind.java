package fr.allervers.outreach.followup;

import fr.allervers.inbox.CaseCard;
import fr.allervers.inbox.CaseFact;
import fr.allervers.inbox.CaseKind;
import fr.allervers.outreach.calling.ThirdPartyAlerts;
import fr.allervers.outreach.followup.FieldCheckOrder.Purpose;
import fr.allervers.outreach.followup.FollowUpGrading.Grade;
import fr.allervers.outreach.followup.RegularCalls.End;
import fr.allervers.outreach.followup.RegularCalls.Series;
import fr.allervers.shared.Dates;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.StaffMember;
import fr.allervers.workflow.Timeline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Weekly calls in the inbox of callers. */
@Component
@Transactional
class RegularCallKind implements CaseKind {

    private final RegularCalls series;
    private final SeriesCalls calls;
    private final HouseholdCards cards;
    private final FollowUpGrading grading;
    private final ThirdPartyAlerts alerts;
    private final FieldChecks fieldChecks;
    private final Dates dates;

    RegularCallKind(
            RegularCalls series,
            SeriesCalls calls,
            HouseholdCards cards,
            FollowUpGrading grading,
            ThirdPartyAlerts alerts,
            FieldChecks fieldChecks,
            Dates dates) {
        this.series = series;
        this.calls = calls;
        this.cards = cards;
        this.grading = grading;
        this.alerts = alerts;
        this.fieldChecks = fieldChecks;
        this.dates = dates;
    }

    @Override
    public String key() {
        return RegularCalls.KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, CaseCard> cards(Collection<Long> ids) {
        return cards.cards(series.rows().byIds(ids), one -> cards.french("followup.series"));
    }

    @Override
    @Transactional(readOnly = true)
    public List<CaseFact> facts(long id, StaffMember reader) {
        var one = series.rows().require(id);
        var facts = new ArrayList<CaseFact>();
        facts.add(cards.fact("followup.fact.next-call", dates.moment(one.nextCallAt())));
        facts.addAll(cards.facts(one.householdId()));
        return facts;
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable String pageOf(long id, String step) {
        return calls.current(series.rows().require(id))
                .map(call -> "/appels/rendez-vous/" + call.id())
                .orElse(null);
    }

    @Override
    public Map<String, Object> complete(long id, String step, Map<String, Object> answers, StaffMember by) {
        var one = series.rows().require(id);
        var reached = "YES".equals(answers.get("reached"));
        var grade = reached ? grading.grade(answers) : null;
        var missedBefore = !reached && missedLastTime(one);
        var call = calls.current(one).orElseThrow(RegularCallKind::done);
        if (!calls.record(call, by, reached, grade == null ? null : grade.grade())) {
            throw done();
        }
        note(one, reached, grade, answers);
        if (grade != null && grade.urgent()) {
            alerts.raise(grade.alert(one.householdId(), "OTHER", by));
        }
        if (missedBefore) {
            fieldChecks.open(new FieldCheckOrder(
                    one.householdId(),
                    null,
                    null,
                    one.agencyId(),
                    Purpose.CHECK,
                    cards.french("followup.series.two-missed")));
        }
        if ("END".equals(answers.get("series"))) {
            series.decide(one, End.valueOf(String.valueOf(answers.get("endReason"))));
            return Map.of("series", "END");
        }
        series.goOn(one);
        return Map.of("series", "CONTINUE");
    }

    /** Somebody who expects a call and misses two in a row may be in need: a neighbourly look is asked for. */
    private boolean missedLastTime(Series one) {
        return calls.latest(one.id(), 2).stream()
                .filter(call -> !call.dueAt().equals(one.nextCallAt()))
                .findFirst()
                .map(call -> Boolean.FALSE.equals(call.reached()))
                .orElse(false);
    }

    private void note(Series one, boolean reached, @Nullable Grade grade, Map<String, Object> answers) {
        var needs = answers.get("needs") instanceof Collection<?> named && !named.isEmpty()
                ? named.stream()
                        .map(need -> cards.french("partners.service." + need))
                        .collect(Collectors.joining(", ", cards.french("followup.log.series.needs") + " ", ""))
                : null;
        var details = new ArrayList<@Nullable String>();
        details.add(grade == null || !grade.urgent() ? null : grade.reason());
        details.add(needs);
        details.add(HouseholdCards.text(answers, "note"));
        var detail =
                details.stream().filter(Objects::nonNull).map(Object::toString).collect(Collectors.joining("\n"));
        series.rows()
                .note(one, Timeline.Kind.CALL)
                .with(detail.isEmpty() ? null : detail)
                .say("followup.log.series." + (reached ? "reached" : "missed"));
    }

    private static UserError done() {
        return new UserError(HttpStatus.CONFLICT, "followup.series.call-done");
    }
}
