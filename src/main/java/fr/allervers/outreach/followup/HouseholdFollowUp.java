package fr.allervers.outreach.followup;

import fr.allervers.inbox.HouseholdSection;
import fr.allervers.outreach.followup.RegularCalls.End;
import fr.allervers.outreach.followup.RegularCalls.Series;
import fr.allervers.outreach.followup.SocialFollowUps.SocialFollowUp;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffDirectory;
import fr.allervers.staff.StaffMember;
import fr.allervers.tenancy.Household;
import fr.allervers.workflow.CaseRef;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everything that follows the calls to a household, for those who follow it. Field managers see the visits only. */
@Component
@Transactional(readOnly = true)
class HouseholdFollowUp implements HouseholdSection {

    private static final int AMONG_SECTIONS = 10;
    private static final List<End> ENDS = List.of(End.TENANT, End.BETTER, End.RELAYED);

    private final Referrals referrals;
    private final FieldChecks fieldChecks;
    private final SocialFollowUps socialFollowUps;
    private final RegularCalls regularCalls;
    private final StaffDirectory staff;

    HouseholdFollowUp(
            Referrals referrals,
            FieldChecks fieldChecks,
            SocialFollowUps socialFollowUps,
            RegularCalls regularCalls,
            StaffDirectory staff) {
        this.referrals = referrals;
        this.fieldChecks = fieldChecks;
        this.socialFollowUps = socialFollowUps;
        this.regularCalls = regularCalls;
        this.staff = staff;
    }

    /**
     * One line of the section.
     *
     * @param what a message key's last part: a service, a purpose
     * @param whom the partner, the caller
     * @param next the next date that matters, while it is open
     * @param outcome of a closed one, a message key's last part
     */
    public record Line(
            CaseRef of,
            String state,
            @Nullable String what,
            @Nullable String whom,
            Instant openedAt,
            @Nullable Instant next,
            @Nullable String outcome) {

        public boolean open() {
            return state.equals("TO_MAKE")
                    || state.equals("FOLLOWED")
                    || state.equals("OPEN")
                    || state.equals("RUNNING");
        }
    }

    /** A series with the day and time agreed. */
    public record SeriesLine(Line line, DayOfWeek day, String time) {}

    /** The section, list by list, newest first. */
    public record Section(
            long householdId,
            List<Line> referrals,
            List<Line> fieldChecks,
            List<Line> socialFollowUps,
            List<SeriesLine> series,
            boolean mayEndSeries,
            List<End> ends) {

        public boolean empty() {
            return referrals.isEmpty() && fieldChecks.isEmpty() && socialFollowUps.isEmpty() && series.isEmpty();
        }
    }

    @Override
    public int order() {
        return AMONG_SECTIONS;
    }

    @Override
    public Optional<Shown> of(Household household, StaffMember reader) {
        return reader.worksFor(household.agencyId())
                        && reader.isAny(Role.SOCIAL_ADVISOR, Role.SUPERVISOR, Role.DIRECTOR, Role.FIELD_MANAGER)
                ? Optional.of(new Shown("followup/section", section(household.id(), reader)))
                : Optional.empty();
    }

    private Section section(long householdId, StaffMember reader) {
        var all = reader.isAny(Role.SOCIAL_ADVISOR, Role.SUPERVISOR, Role.DIRECTOR);
        return new Section(
                householdId,
                all ? referrals(householdId) : List.of(),
                fieldChecks.rows().ofHousehold(householdId).stream()
                        .map(check -> new Line(
                                new CaseRef(FieldChecks.KIND, check.id()),
                                check.state(),
                                check.purpose().name(),
                                null,
                                check.openedAt(),
                                null,
                                check.outcome() == null ? null : check.outcome().name()))
                        .toList(),
                all
                        ? socialFollowUps.rows().ofHousehold(householdId).stream()
                                .map(HouseholdFollowUp::line)
                                .toList()
                        : List.of(),
                all ? series(householdId) : List.of(),
                reader.isAny(Role.SOCIAL_ADVISOR, Role.SUPERVISOR),
                ENDS);
    }

    private List<Line> referrals(long householdId) {
        return referrals.rows().ofHousehold(householdId).stream()
                .map(referral -> new Line(
                        new CaseRef(Referrals.KIND, referral.id()),
                        referral.state().name(),
                        referral.service().name(),
                        referral.partner(),
                        referral.openedAt(),
                        referral.followOn(),
                        referral.outcome() == null ? null : referral.outcome().name()))
                .toList();
    }

    private static Line line(SocialFollowUp followUp) {
        return new Line(
                new CaseRef(SocialFollowUps.KIND, followUp.id()),
                followUp.state(),
                null,
                null,
                followUp.openedAt(),
                followUp.nextContactAt(),
                followUp.outcome());
    }

    private List<SeriesLine> series(long householdId) {
        var found = regularCalls.rows().ofHousehold(householdId);
        var callers = staff.byIds(found.stream().map(Series::callerId).collect(Collectors.toSet()));
        return found.stream()
                .map(one -> new SeriesLine(
                        new Line(
                                new CaseRef(RegularCalls.KIND, one.id()),
                                one.state(),
                                null,
                                callers.containsKey(one.callerId())
                                        ? callers.get(one.callerId()).displayName()
                                        : null,
                                one.openedAt(),
                                one.nextCallAt(),
                                one.endedBecause() == null
                                        ? null
                                        : one.endedBecause().name()),
                        DayOfWeek.of(one.dayOfWeek()),
                        one.timeOfDay().toString()))
                .toList();
    }
}
