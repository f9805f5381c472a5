package fr.allervers.outreach.followup;

import static fr.allervers.shared.personal.DataKind.FOLLOW_UPS;
import static fr.allervers.shared.personal.DataKind.HISTORY;
import static fr.allervers.shared.personal.DataKind.REGISTER;

import fr.allervers.shared.personal.Hold;
import fr.allervers.shared.personal.PersonalData;
import fr.allervers.shared.personal.PersonalRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What follows a call: follow-ups, home checks, referrals, regular calls. The rows stay for the figures, without the household. */
@Component
class FollowUpPersonalData implements PersonalData {

    /** A kind of case, its table, and the moment at which a case is over. */
    private record Followed(String kind, String table, String overAt) {}

    private static final List<Followed> CASES = List.of(
            new Followed(SocialFollowUps.KIND, "social_follow_up", "closed_at"),
            new Followed(FieldChecks.KIND, "field_check", "closed_at"),
            new Followed(Referrals.KIND, "referral", "closed_at"),
            new Followed(RegularCalls.KIND, "call_series", "ended_at"));

    @Override
    public List<PersonalRows> rows() {
        var rows = new ArrayList<PersonalRows>();
        for (var of : CASES) {
            var mine = "household_id in (:households)";
            var over = of.overAt() + " < :before";
            var ids = "select id from " + of.table() + " where ";
            rows.add(PersonalRows.ofCases(FOLLOW_UPS, "timeline_entry", of.kind(), ids + mine, ids + over));
            rows.add(PersonalRows.ofCases(FOLLOW_UPS, "case_document", of.kind(), ids + mine, ids + over));
            rows.add(PersonalRows.of(FOLLOW_UPS, of.table(), mine, over));
        }
        return rows;
    }

    @Override
    public List<Hold> holds() {
        return List.of(new Hold("open-follow-up", Set.of(FOLLOW_UPS, HISTORY, REGISTER), """
                select (select count(*) from social_follow_up where household_id in (:households) and closed_at is null)
                     + (select count(*) from field_check where household_id in (:households) and closed_at is null)
                     + (select count(*) from referral where household_id in (:households) and closed_at is null)
                     + (select count(*) from call_series where household_id in (:households) and ended_at is null)
                """));
    }
}
