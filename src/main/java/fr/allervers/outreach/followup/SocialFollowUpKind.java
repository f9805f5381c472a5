package fr.allervers.outreach.followup;

import fr.allervers.inbox.CaseCard;
import fr.allervers.inbox.CaseFact;
import fr.allervers.inbox.CaseKind;
import fr.allervers.shared.Dates;
import fr.allervers.shared.WorkingTime;
import fr.allervers.staff.StaffMember;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Social follow-ups in the inbox of advisors. */
@Component
@Transactional
class SocialFollowUpKind implements CaseKind {

    private static final int USUAL_DAYS = 14;

    private final SocialFollowUps followUps;
    private final HouseholdCards cards;
    private final WorkingTime workingTime;
    private final Dates dates;
    private final Clock clock;

    SocialFollowUpKind(
            SocialFollowUps followUps, HouseholdCards cards, WorkingTime workingTime, Dates dates, Clock clock) {
        this.followUps = followUps;
        this.cards = cards;
        this.workingTime = workingTime;
        this.dates = dates;
        this.clock = clock;
    }

    @Override
    public String key() {
        return SocialFollowUps.KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, CaseCard> cards(Collection<Long> ids) {
        return cards.cards(followUps.rows().byIds(ids), one -> cards.french("followup.follow-up"));
    }

    @Override
    @Transactional(readOnly = true)
    public List<CaseFact> facts(long id, StaffMember reader) {
        var followUp = followUps.rows().require(id);
        var facts = new ArrayList<CaseFact>();
        facts.add(cards.fact("followup.fact.since", dates.day(followUp.openedAt())));
        facts.add(cards.fact("followup.fact.contacts", Integer.toString(followUp.contacts())));
        facts.addAll(cards.facts(followUp.householdId()));
        return facts;
    }

    @Override
    public Map<String, Object> complete(long id, String step, Map<String, Object> answers, StaffMember by) {
        var followUp = followUps.rows().require(id);
        var outcome = String.valueOf(answers.get("outcome"));
        if (outcome.equals("CONTINUE")) {
            followUps.contacted(followUp, nextContact(answers.get("nextInDays")));
        } else {
            followUps.decide(followUp, String.valueOf(answers.get("endReason")));
        }
        followUps.note(id).with(HouseholdCards.text(answers, "note")).say("followup.log.follow-up." + outcome);
        return Map.of("outcome", outcome);
    }

    /** So many days later at the same time of day, or on the next working day after that. */
    private Instant nextContact(@Nullable Object answer) {
        var days = answer instanceof Number number ? number.intValue() : USUAL_DAYS;
        var then = clock.instant().atZone(clock.getZone()).plusDays(days);
        return then.with(workingTime.nextWorkingDay(then.toLocalDate())).toInstant();
    }
}
