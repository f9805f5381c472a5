package fr.allervers.outreach.followup;

import static fr.allervers.shared.personal.DataKind.FOLLOW_UPS;
import static fr.allervers.shared.personal.DataKind.HISTORY;
import static fr.allervers.shared.personal.DataKind.REGISTER;

import fr.allervers.shared.personal.Hold;
import fr.allervers.shared.personal.PersonalData;
import fr.allervers.shared.personal.PersonalRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What follows a call: follow-ups, home checks, referrals, regular calls. The rows stay for the figures, without the household. */
@Component
class FollowUpPersonalData implements PersonalData {

    /** Case kinds and their tables, with the moment at which a case is over. */
    private static final Map<String, String[]> TABLES = Map.of(
            SocialFollowUps.KIND, new String[] {"social_follow_up", "closed_at"},
            FieldChecks.KIND, new String[] {"field_check", "closed_at"},
            Referrals.KIND, new String[] {"referral", "closed_at"},
            RegularCalls.KIND, new String[] {"call_series", "ended_at"});

    @Override
    public List<PersonalRows> rows() {
        var rows = new ArrayList<PersonalRows>();
        TABLES.keySet().stream().sorted().forEach(kind -> {
            var table = TABLES.get(kind)[0];
            var over = TABLES.get(kind)[1] + " < :before";
            var mine = "household_id in (:households)";
            var ids = "select id from " + table + " where ";
            rows.add(PersonalRows.ofCases(FOLLOW_UPS, "timeline_entry", kind, ids + mine, ids + over));
            rows.add(PersonalRows.ofCases(FOLLOW_UPS, "case_document", kind, ids + mine, ids + over));
            rows.add(PersonalRows.of(FOLLOW_UPS, table, mine, over));
        });
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
