package fr.allervers.allocation.outcome;

import fr.allervers.allocation.candidacy.PaperFiles;
import fr.allervers.allocation.candidacy.ReofferedDwellings;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.StaffMember;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the officers' forms on an allocation do. */
@Component
class OfferTasks {

    private final OutcomeRows rows;
    private final PaperFiles papers;
    private final ReofferedDwellings dwellings;
    private final OutcomeDiary diary;
    private final Clock clock;

    OfferTasks(OutcomeRows rows, PaperFiles papers, ReofferedDwellings dwellings, OutcomeDiary diary, Clock clock) {
        this.rows = rows;
        this.papers = papers;
        this.dwellings = dwellings;
        this.diary = diary;
        this.clock = clock;
    }

    /** SIGNED or DROPPED. */
    String lease(long id, Map<String, Object> answers) {
        var of = rows.lockCandidate(Objects.requireNonNull(rows.lock(id).currentId()));
        var result = String.valueOf(answers.get("outcome"));
        if (result.equals("SIGNED")) {
            var day = (LocalDate) Objects.requireNonNull(answers.get("signedOn"));
            if (day.isAfter(LocalDate.now(clock)) || day.isBefore(Objects.requireNonNull(of.offeredOn()))) {
                throw new UserError("outcome.error.lease-day");
            }
            rows.update(
                    of.id(),
                    Set.of(OutcomeState.ACCEPTED),
                    "state = 'LEASED', lease_on = ?, lease_code = ?",
                    day,
                    answers.get("leaseCode"));
        } else {
            rows.update(
                    of.id(), Set.of(OutcomeState.ACCEPTED), "state = 'DROPPED', refusal_words = ?", answers.get("why"));
        }
        diary.note(of, "outcome.log.lease." + result, diary.name(of));
        return result;
    }

    /** ACCEPTED, or REFUSED: then it is waited for again until its date. */
    String paper(long id, Map<String, Object> answers, StaffMember by) {
        rows.lock(id);
        var of = rows.candidates(id).stream()
                .filter(one -> one.state() == OutcomeState.WAITING && one.paperIs("RECEIVED"))
                .findFirst()
                .orElseThrow(() -> new UserError("outcome.error.no-paper"));
        var accepted = "ACCEPTED".equals(answers.get("outcome"));
        rows.update(
                of.id(),
                Set.of(OutcomeState.WAITING),
                "paper = ?, paper_on = if(?, paper_on, null)",
                accepted ? "ACCEPTED" : "MISSING",
                accepted);
        papers.judge(
                of.applicationId(),
                Objects.requireNonNull(of.paperKind()),
                accepted,
                by.username(),
                Objects.toString(answers.get("why"), ""));
        diary.note(of, "outcome.log.paper." + (accepted ? "ACCEPTED" : "REFUSED"), diary.name(of));
        return accepted ? "ACCEPTED" : "REFUSED";
    }

    /** AGAIN or WITHDRAW. */
    String again(long id, Map<String, Object> answers) {
        var outcome = rows.lock(id);
        var result = String.valueOf(answers.get("outcome"));
        if (result.equals("AGAIN")) {
            dwellings.again(outcome.offeredDwellingId());
        }
        diary.note(outcome, "outcome.log.again." + result);
        return result;
    }
}
