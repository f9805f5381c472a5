package fr.allervers.arrears.social;

import static fr.allervers.shared.personal.DataKind.SOCIAL_NOTES;

import fr.allervers.shared.personal.PersonalData;
import fr.allervers.shared.personal.PersonalRows;
import java.util.List;
import org.springframework.stereotype.Component;

/** Social assessments and requests for aid: they are over with the arrears case for which they were made. */
@Component
class SocialPersonalData implements PersonalData {

    private static final String OVER = "case_id in (select c.id from arrears_case c where c.closed_at < :before)";

    @Override
    public List<PersonalRows> rows() {
        return List.of(
                PersonalRows.of(
                        SOCIAL_NOTES,
                        "assessment_line",
                        "assessment_id in (select a.id from social_assessment a where a.household_id in (:households))",
                        "assessment_id in (select a.id from social_assessment a where a." + OVER + ")"),
                PersonalRows.of(SOCIAL_NOTES, "social_assessment", "household_id in (:households)", OVER),
                PersonalRows.of(SOCIAL_NOTES, "aid_request", "household_id in (:households)", OVER));
    }
}
