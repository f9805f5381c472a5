package fr.allervers.outreach.calling;

import fr.allervers.staff.StaffMember;
import fr.allervers.tenancy.Household;
import fr.allervers.tenancy.Households;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Notes one call: its row is locked, its holder and its task are checked already. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CallCompletion {

    private final CallRows calls;
    private final CallAnswers answers;
    private final CallRules rules;
    private final Grading grading;
    private final CallRecord record;
    private final CallFollowUp followUp;
    private final CallTask task;
    private final Households households;
    private final CallDiary diary;
    private final Clock clock;

    CallCompletion(
            CallRows calls,
            CallAnswers answers,
            CallRules rules,
            Grading grading,
            CallRecord record,
            CallFollowUp followUp,
            CallTask task,
            Households households,
            CallDiary diary,
            Clock clock) {
        this.calls = calls;
        this.answers = answers;
        this.rules = rules;
        this.grading = grading;
        this.record = record;
        this.followUp = followUp;
        this.task = task;
        this.households = households;
        this.diary = diary;
        this.clock = clock;
    }

    /** The interview as read and graded. */
    private record Interview(Map<String, Object> answers, Graded computed, Graded given) {}

    void complete(
            HouseholdCall call, Household household, String taskId, String guide, CallSubmission sent, StaffMember by) {
        var interview = sent.disposition() == Disposition.REACHED ? read(guide, sent) : null;
        var note = note(sent, interview);
        var phone = CallRules.dialled(sent, household);
        record.attempt(
                call.id(),
                by.id(),
                sent,
                phone,
                note,
                interview == null ? Map.of() : interview.answers(),
                interview == null ? null : interview.given(),
                interview == null ? null : interview.computed());
        call.called(sent.disposition(), clock.instant());
        diary.note(call, Timeline.Kind.CALL, "call", diary.words("disposition." + sent.disposition()), call.attempts());
        writeNote(call, note, interview);
        if (interview != null) {
            reached(call, household, interview, sent, by);
        } else {
            notReached(call, household, sent, phone, by);
        }
        calls.flush();
        var variables = new HashMap<String, Object>();
        variables.put("disposition", sent.disposition().name());
        if (interview != null) {
            variables.put("grade", interview.given().grade().name());
        }
        task.complete(taskId, variables);
    }

    private Interview read(String guide, CallSubmission sent) {
        var checked = answers.read(guide, sent.answers());
        var errors = new LinkedHashMap<>(answers.errors(checked));
        var computed = grading.of(checked.answers());
        if (errors.isEmpty()) {
            errors.putAll(rules.gradeErrors(sent, computed));
        }
        if (!errors.isEmpty()) {
            throw new InvalidCall(errors);
        }
        var given = sent.grade() == null || sent.grade() == computed.grade()
                ? computed
                : new Graded(
                        sent.grade(),
                        sent.grade().isBelow(computed.grade()) ? "lowered" : "raised",
                        Objects.requireNonNullElse(sent.gradeChangeReason(), ""));
        return new Interview(checked.answers(), computed, given);
    }

    private void reached(
            HouseholdCall call, Household household, Interview interview, CallSubmission sent, StaffMember by) {
        var given = interview.given();
        call.grade(given, clock.instant());
        var reason = given.reason().isBlank() ? "" : " : " + given.reason();
        diary.write(
                call,
                Timeline.Kind.DECISION,
                diary.words("grade." + given.grade()) + reason,
                given == interview.computed()
                        ? null
                        : diary.words(
                                "grade-changed",
                                diary.words("grade." + interview.computed().grade())),
                given.grade().needsCare() || interview.computed().grade().needsCare());
        record.needs(call.id(), Grading.list(interview.answers().get("needs")));
        if (Boolean.TRUE.equals(interview.answers().get("testimonyConsent"))
                && interview.answers().get("testimony") instanceof String words) {
            record.testimony(call.id(), call.campaignId(), words);
        }
        calls.flush();
        followUp.start(call, household, interview.answers(), by.id());
    }

    private void notReached(
            HouseholdCall call, Household household, CallSubmission sent, @Nullable String phone, StaffMember by) {
        if (sent.disposition() == Disposition.WRONG_NUMBER && phone != null) {
            households.markPhoneDead(household.id(), phone);
        }
        if (sent.disposition() == Disposition.CALL_BACK) {
            call.promise(Objects.requireNonNull(sent.callBackAt()), by.id());
        }
        if (sent.disposition() == Disposition.LANGUAGE) {
            call.speaks(Objects.requireNonNull(sent.language()));
        }
    }

    /** What is told of a serious situation is for those who care for it. */
    private void writeNote(HouseholdCall call, @Nullable String note, @Nullable Interview interview) {
        if (note != null) {
            var serious = interview != null
                    && (interview.given().grade().needsCare()
                            || interview.computed().grade().needsCare());
            diary.write(call, Timeline.Kind.NOTE, diary.words("note"), note, serious);
        }
    }

    private static @Nullable String note(CallSubmission sent, @Nullable Interview interview) {
        var note = sent.note();
        if ((note == null || note.isBlank())
                && interview != null
                && interview.answers().get("note") instanceof String words) {
            note = words;
        }
        return note == null || note.isBlank() ? null : note.strip();
    }
}
