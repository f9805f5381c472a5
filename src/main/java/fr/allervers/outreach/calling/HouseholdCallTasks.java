package fr.allervers.outreach.calling;

import fr.allervers.outreach.followup.FieldCheckOrder;
import fr.allervers.outreach.followup.FieldChecks;
import fr.allervers.outreach.followup.FollowUpOrder;
import fr.allervers.outreach.followup.ReferralOrder.MadeBy;
import fr.allervers.outreach.followup.SocialFollowUps;
import fr.allervers.partners.Service;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.StaffMember;
import fr.allervers.tenancy.Households;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the forms of household-call's tasks do, besides the call itself. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class HouseholdCallTasks {

    private final CallRows calls;
    private final CallFollowUp followUp;
    private final FieldChecks fieldChecks;
    private final SocialFollowUps followUps;
    private final Households households;
    private final Grading grading;
    private final CallDiary diary;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    HouseholdCallTasks(
            CallRows calls,
            CallFollowUp followUp,
            FieldChecks fieldChecks,
            SocialFollowUps followUps,
            Households households,
            Grading grading,
            CallDiary diary,
            CurrentStaff currentStaff,
            Clock clock) {
        this.calls = calls;
        this.followUp = followUp;
        this.fieldChecks = fieldChecks;
        this.followUps = followUps;
        this.households = households;
        this.grading = grading;
        this.diary = diary;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    Map<String, Object> complete(long id, String step, Map<String, Object> answers, StaffMember by) {
        var call = calls.lockById(id).orElseThrow();
        currentStaff.requireAgency(call.agencyId());
        var variables =
                switch (step) {
                    case "take-charge-situation", "supervisor-takes-charge", "director-takes-charge" ->
                        takenCharge(call, answers);
                    case "home-check", "home-check-late" -> visited(call, answers);
                    case "find-number", "find-number-late" -> numberSought(call, answers);
                    case "check-register", "check-register-late" -> registerChecked(call, answers);
                    default -> Map.<String, Object>of();
                };
        calls.flush();
        return variables;
    }

    private Map<String, Object> takenCharge(HouseholdCall call, Map<String, Object> answers) {
        var decision = text(answers, "decision");
        diary.write(
                call,
                Timeline.Kind.DECISION,
                diary.words("take-charge." + decision, String.valueOf(answers.get("emergencyTime"))),
                note(answers),
                true);
        switch (decision) {
            case "REFERRED" ->
                followUp.refer(
                        call,
                        households.require(call.householdId()),
                        Service.valueOf(text(answers, "service")),
                        MadeBy.ADVISOR);
            case "FIELD_SENT" ->
                fieldChecks.open(new FieldCheckOrder(
                        call.householdId(),
                        call.id(),
                        call.campaignId(),
                        call.agencyId(),
                        FieldCheckOrder.Purpose.valueOf(text(answers, "fieldPurpose")),
                        note(answers)));
            case "FOLLOW_UP" ->
                followUps.open(new FollowUpOrder(call.householdId(), call.id(), call.campaignId(), call.agencyId()));
            default -> {
                // Noted, and done.
            }
        }
        return Map.of();
    }

    private Map<String, Object> visited(HouseholdCall call, Map<String, Object> answers) {
        var result = text(answers, "result");
        if (result.equals("NEEDS_HELP")) {
            var computed = grading.of(answers);
            call.grade(
                    computed.grade().needsCare()
                            ? computed
                            : new Graded(Grade.ORANGE, "home-check", diary.words("visit.NEEDS_HELP")),
                    clock.instant());
        }
        diary.write(
                call, Timeline.Kind.VISIT, diary.words("visit." + result), note(answers), result.equals("NEEDS_HELP"));
        return Map.of("homeCheckResult", result);
    }

    private Map<String, Object> numberSought(HouseholdCall call, Map<String, Object> answers) {
        var found = "YES".equals(answers.get("found"));
        if (found) {
            var phone = text(answers, "phone");
            if (!Households.isPhoneNumber(phone)) {
                throw new UserError("calling.error.phone-number");
            }
            var holder = households.require(call.householdId()).occupants().stream()
                    .findFirst()
                    .orElseThrow(() -> new UserError("calling.error.nobody-there"));
            households.addPhone(holder.id(), phone);
        }
        diary.note(call, Timeline.Kind.TASK, found ? "number-found" : "number-not-found");
        return Map.of("numberFound", found);
    }

    private Map<String, Object> registerChecked(HouseholdCall call, Map<String, Object> answers) {
        diary.write(
                call, Timeline.Kind.TASK, diary.words("register." + text(answers, "checked")), note(answers), false);
        var stillThere = "WRONG".equals(answers.get("checked"));
        if (stillThere) {
            call.stillThere();
        }
        return Map.of("stillThere", stillThere);
    }

    private static @Nullable String note(Map<String, Object> answers) {
        return answers.get("note") instanceof String note && !note.isBlank() ? note.strip() : null;
    }

    private static String text(Map<String, Object> answers, String key) {
        if (answers.get(key) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("No answer to " + key);
    }
}
