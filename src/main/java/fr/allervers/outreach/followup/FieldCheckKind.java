package fr.allervers.outreach.followup;

import fr.allervers.inbox.CaseCard;
import fr.allervers.inbox.CaseFact;
import fr.allervers.inbox.CaseKind;
import fr.allervers.outreach.calling.ThirdPartyAlerts;
import fr.allervers.outreach.followup.FieldChecks.Outcome;
import fr.allervers.outreach.followup.FollowUpGrading.Grade;
import fr.allervers.staff.StaffMember;
import fr.allervers.workflow.Timeline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Visits in the inbox of caretakers and field managers. */
@Component
@Transactional
class FieldCheckKind implements CaseKind {

    private final FieldChecks checks;
    private final HouseholdCards cards;
    private final FollowUpGrading grading;
    private final ThirdPartyAlerts alerts;

    FieldCheckKind(FieldChecks checks, HouseholdCards cards, FollowUpGrading grading, ThirdPartyAlerts alerts) {
        this.checks = checks;
        this.cards = cards;
        this.grading = grading;
        this.alerts = alerts;
    }

    @Override
    public String key() {
        return FieldChecks.KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, CaseCard> cards(Collection<Long> ids) {
        return cards.cards(checks.rows().byIds(ids), one -> cards.french("followup.purpose." + one.purpose()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<CaseFact> facts(long id, StaffMember reader) {
        var check = checks.rows().require(id);
        var facts = new ArrayList<CaseFact>();
        facts.add(cards.fact("followup.fact.purpose", cards.words("followup.purpose." + check.purpose())));
        checks.instructions(check).ifPresent(what -> facts.add(cards.fact("followup.fact.instructions", what)));
        facts.addAll(cards.facts(check.householdId()));
        return facts;
    }

    @Override
    public Map<String, Object> complete(long id, String step, Map<String, Object> answers, StaffMember by) {
        var check = checks.rows().require(id);
        var outcome = Outcome.valueOf(String.valueOf(answers.get("outcome")));
        checks.decide(check, outcome);
        checks.rows()
                .note(check, Timeline.Kind.VISIT)
                .with(HouseholdCards.text(answers, "note"))
                .say("followup.log.visit." + outcome);
        if (outcome == Outcome.DONE_WORRY) {
            alerts.raise(worry(answers).alert(check.householdId(), "CARETAKER", by));
        }
        return Map.of();
    }

    /** Whoever stands there and worries is believed: at least orange. */
    private Grade worry(Map<String, Object> answers) {
        var grade = grading.grade(answers);
        return grade.urgent()
                ? grade
                : new Grade("ORANGE", "field-check-worry", cards.french("followup.log.visit.DONE_WORRY"));
    }
}
