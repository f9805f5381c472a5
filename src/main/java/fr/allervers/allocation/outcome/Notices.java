package fr.allervers.allocation.outcome;

import fr.allervers.allocation.Candidacies;
import fr.allervers.allocation.OfferedDwelling;
import fr.allervers.allocation.candidacy.AllocationSetting;
import fr.allervers.allocation.candidacy.AllocationSettings;
import fr.allervers.allocation.candidacy.ApplicationFiles;
import fr.allervers.allocation.candidacy.HousingApplication;
import fr.allervers.links.PublicLinks;
import fr.allervers.messaging.Channel;
import fr.allervers.messaging.PersonMessages;
import fr.allervers.messaging.PersonMessages.Person;
import fr.allervers.shared.DayFormat;
import fr.allervers.workflow.CaseRef;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What candidates are told: SMS, e-mail and letter, each once, with a link of their own. */
@Component
class Notices {

    private final PersonMessages messages;
    private final PublicLinks links;
    private final Candidacies candidacies;
    private final ApplicationFiles applications;
    private final AllocationSettings settings;
    private final ReasonWords reasons;
    private final OutcomeRows rows;
    private final Clock clock;

    Notices(
            PersonMessages messages,
            PublicLinks links,
            Candidacies candidacies,
            ApplicationFiles applications,
            AllocationSettings settings,
            ReasonWords reasons,
            OutcomeRows rows,
            Clock clock) {
        this.messages = messages;
        this.links = links;
        this.candidacies = candidacies;
        this.applications = applications;
        this.settings = settings;
        this.reasons = reasons;
        this.rows = rows;
        this.clock = clock;
    }

    /** The day from which delays count when written to now: with nothing but a letter, some days later. */
    LocalDate noticeDay(HousingApplication to) {
        var today = LocalDate.now(clock);
        return to.mobile() != null || to.email() != null
                ? today
                : today.plusDays(settings.now(AllocationSetting.LETTER_DAYS));
    }

    /** The decision itself, in the words of its kind. */
    void decision(Outcome outcome, CandidateOutcome to) {
        var dwelling = candidacies.dwelling(outcome.offeredDwellingId());
        switch (to.kind()) {
            case CONDITIONAL_ALLOCATION ->
                write(outcome, to, dwelling, "allocation-condition", Objects.requireNonNull(to.conditionDeadline()));
            case NON_ALLOCATION -> write(outcome, to, dwelling, "allocation-refused", LocalDate.now(clock));
            case INADMISSIBLE ->
                write(outcome, to, dwelling, "allocation-inadmissible", Objects.requireNonNull(to.removalOn()));
            default -> {
                // The first one is offered the dwelling at once.
                if (Objects.requireNonNull(to.position()) > 1) {
                    write(outcome, to, dwelling, "allocation-ranked", LocalDate.now(clock));
                }
            }
        }
    }

    void offer(Outcome outcome, CandidateOutcome to) {
        write(
                outcome,
                to,
                candidacies.dwelling(outcome.offeredDwellingId()),
                "allocation-offer",
                Objects.requireNonNull(to.answerBy()));
    }

    void taken(Outcome outcome, CandidateOutcome to) {
        write(outcome, to, candidacies.dwelling(outcome.offeredDwellingId()), "allocation-taken", LocalDate.now(clock));
    }

    /** The words of the case's step again, with a new link; those before stay good. */
    void again(Outcome outcome, CandidateOutcome to) {
        var template = to.state() == OutcomeState.OFFERED
                ? "allocation-offer"
                : switch (to.kind()) {
                    case CONDITIONAL_ALLOCATION -> "allocation-condition";
                    case NON_ALLOCATION -> "allocation-refused";
                    case INADMISSIBLE -> "allocation-inadmissible";
                    default -> "allocation-ranked";
                };
        var day = to.state() == OutcomeState.OFFERED
                ? to.answerBy()
                : to.conditional() ? to.conditionDeadline() : to.removalOn();
        write(
                outcome,
                to,
                candidacies.dwelling(outcome.offeredDwellingId()),
                template,
                Objects.requireNonNullElse(day, LocalDate.now(clock)));
    }

    private Set<Channel> write(
            Outcome outcome, CandidateOutcome to, OfferedDwelling dwelling, String template, LocalDate day) {
        var application = applications.require(to.applicationId());
        var number = to.links() + 1;
        rows.update(to.id(), Set.of(OutcomeState.values()), "links = ?", number);
        var fields = new HashMap<>(Map.of(
                "commune", dwelling.commune(),
                "logement", dwelling.typology() + ", " + dwelling.address() + ", " + dwelling.commune(),
                "numero", application.uniqueNumber(),
                "jour", day(application, day),
                "lien", address(to, day),
                "motifs", reasons.french(to),
                "rang", String.valueOf(to.position()),
                "piece", Objects.requireNonNullElse(to.conditionWords(), "")));
        return messages.write(
                OfferSteps.KIND + "/" + outcome.id() + "/" + to.id() + "/" + template + "/" + number,
                new CaseRef(OfferSteps.KIND, outcome.id()),
                person(application),
                template,
                fields);
    }

    private String address(CandidateOutcome to, LocalDate day) {
        var expires = day.plusDays(settings.now(AllocationSetting.LINK_DAYS))
                .atStartOfDay(clock.getZone())
                .toInstant();
        return links.address(links.issue(DecisionLink.PURPOSE, to.id(), expires));
    }

    static Person person(HousingApplication of) {
        return new Person(
                of.name(),
                of.agencyId(),
                of.householdId(),
                of.language(),
                of.mobile(),
                of.email(),
                of.address(),
                of.postcode(),
                of.commune());
    }

    private static String day(HousingApplication to, LocalDate day) {
        var language = to.language().equals("en") ? Locale.ENGLISH : Locale.FRENCH;
        return DayFormat.of("EEEE d MMMM yyyy", language).format(day);
    }
}
