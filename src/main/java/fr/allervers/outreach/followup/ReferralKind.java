package fr.allervers.outreach.followup;

import fr.allervers.inbox.CaseCard;
import fr.allervers.inbox.CaseFact;
import fr.allervers.inbox.CaseKind;
import fr.allervers.outreach.followup.ReferralOrder.MadeBy;
import fr.allervers.outreach.followup.Referrals.Outcome;
import fr.allervers.outreach.followup.Referrals.Referral;
import fr.allervers.staff.StaffMember;
import fr.allervers.workflow.Timeline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Referrals in the inbox. */
@Component
@Transactional
class ReferralKind implements CaseKind {

    private final Referrals referrals;
    private final HouseholdCards cards;

    ReferralKind(Referrals referrals, HouseholdCards cards) {
        this.referrals = referrals;
        this.cards = cards;
    }

    @Override
    public String key() {
        return Referrals.KIND;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, CaseCard> cards(Collection<Long> ids) {
        return cards.cards(
                referrals.rows().byIds(ids),
                one -> one.partner() + " · " + cards.french("partners.service." + one.service()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<CaseFact> facts(long id, StaffMember reader) {
        var referral = referrals.rows().require(id);
        var facts = new ArrayList<CaseFact>();
        facts.add(cards.fact("followup.fact.service", cards.words("partners.service." + referral.service())));
        facts.add(new CaseFact(cards.words("followup.fact.partner"), referral.partner(), null));
        if (referral.partnerPhone() != null) {
            facts.add(new CaseFact(
                    referral.partner(),
                    referral.partnerPhone(),
                    "tel:" + referral.partnerPhone().replace(" ", "")));
        }
        facts.add(cards.fact("followup.fact.made-by", cards.words("followup.made-by." + referral.madeBy())));
        facts.add(cards.fact("followup.fact.consent", cards.words(referral.consent() ? "common.yes" : "common.no")));
        facts.addAll(cards.facts(referral.householdId()));
        return facts;
    }

    @Override
    public Map<String, Object> complete(long id, String step, Map<String, Object> answers, StaffMember by) {
        var referral = referrals.rows().require(id);
        return step.startsWith("make-referral")
                ? Map.of("done", make(referral, answers))
                : Map.of("outcome", follow(referral, answers));
    }

    private boolean make(Referral referral, Map<String, Object> answers) {
        var made = String.valueOf(answers.get("made"));
        note(referral, "followup.log.make." + made, answers);
        switch (made) {
            case "DONE" -> referrals.made(referral, MadeBy.ADVISOR);
            case "TENANT_CALLS" -> referrals.made(referral, MadeBy.TENANT);
            default -> {
                referrals.decide(referral, Outcome.NOT_POSSIBLE);
                return false;
            }
        }
        return true;
    }

    private String follow(Referral referral, Map<String, Object> answers) {
        var outcome = String.valueOf(answers.get("outcome"));
        note(referral, "followup.log.follow." + outcome, answers);
        switch (outcome) {
            case "CLOSED" -> referrals.decide(referral, Outcome.CLOSED_HELPED);
            case "NOT_FOLLOWED" -> referrals.decide(referral, Outcome.CLOSED_NOT_FOLLOWED);
            default -> referrals.followAgain(referral);
        }
        return outcome;
    }

    private void note(Referral referral, String key, Map<String, Object> answers) {
        var note = HouseholdCards.text(answers, "note");
        referrals
                .rows()
                .note(referral, Timeline.Kind.REFERRAL)
                .with(note)
                .social(note != null)
                .say(key, referral.partner());
    }
}
