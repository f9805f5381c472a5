package fr.allervers.arrears.social;

import fr.allervers.arrears.diary.ArrearsDiary;
import fr.allervers.arrears.prevention.CaseFactSource;
import fr.allervers.inbox.CaseFact;
import fr.allervers.shared.Dates;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** That there is an assessment, and how many aids are open, on the case's page. What an assessment says stays on its own page. */
@Component
@Transactional(readOnly = true)
class SocialOnCase implements CaseFactSource {

    private final SocialAssessments assessments;
    private final AidRequests aids;
    private final ArrearsDiary words;
    private final Dates dates;

    SocialOnCase(SocialAssessments assessments, AidRequests aids, ArrearsDiary words, Dates dates) {
        this.assessments = assessments;
        this.aids = aids;
        this.words = words;
        this.dates = dates;
    }

    @Override
    public List<CaseFact> facts(long caseId, StaffMember reader) {
        if (!reader.isAny(Role.RENT_OFFICER, Role.SOCIAL_ADVISOR, Role.SUPERVISOR, Role.DIRECTOR)) {
            return List.of();
        }
        var assessed = assessments.lastDoneAt(caseId).map(dates::day).orElseGet(() -> words.words("social.none"));
        var open =
                aids.ofCase(caseId).stream().filter(aid -> aid.state().isOpen()).count();
        return List.of(
                new CaseFact(words.words("social.title"), assessed, "/impayes/" + caseId + "/evaluation"),
                new CaseFact(
                        words.words("aids.fact"),
                        words.words("aids.fact.open", open),
                        "/impayes/" + caseId + "/aides"));
    }
}
