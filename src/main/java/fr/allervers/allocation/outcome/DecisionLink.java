package fr.allervers.allocation.outcome;

import fr.allervers.links.LinkPurpose;
import java.time.LocalDate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Links by which a candidate reads a decision and answers an offer: after their birth date. The subject is a {@link CandidateOutcome}. */
@Component
class DecisionLink implements LinkPurpose {

    static final String PURPOSE = "allocation-decision";
    static final String PAGE = "attribution";

    private final ObjectProvider<Answers> answers;

    DecisionLink(ObjectProvider<Answers> answers) {
        this.answers = answers;
    }

    @Override
    public String key() {
        return PURPOSE;
    }

    @Override
    public String page() {
        return PAGE;
    }

    @Override
    public boolean asksBirthDate() {
        return true;
    }

    @Override
    public boolean isBirthDate(long subjectId, LocalDate given) {
        return answers.getObject().isBirthDate(subjectId, given);
    }

    @Override
    public void wrongBirthDate(long subjectId) {
        answers.getObject().wrongPerson(subjectId);
    }
}
