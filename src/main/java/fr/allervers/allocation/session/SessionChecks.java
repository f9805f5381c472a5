package fr.allervers.allocation.session;

import fr.allervers.allocation.OfferedDwelling;
import fr.allervers.allocation.committee.CommitteeRules;
import fr.allervers.allocation.committee.Member;
import fr.allervers.allocation.committee.SeatPolicy;
import fr.allervers.shared.WorkingTime;
import fr.allervers.shared.web.UserError;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the règlement intérieur allows of a session. */
@Component
class SessionChecks {

    private final WorkingTime workingTime;
    private final Clock clock;

    SessionChecks(WorkingTime workingTime, Clock clock) {
        this.workingTime = workingTime;
        this.clock = clock;
    }

    /** Refuses what the règlement does not allow. */
    void check(SessionPlan plan, CommitteeRules rules) {
        if (plan.name().isBlank() || plan.name().length() > 120) {
            throw new UserError("allocation.session.error.name");
        }
        if (plan.startsAt().isBefore(clock.instant())) {
            throw new UserError("allocation.session.error.past");
        }
        if (plan.mode() == SessionMode.LIVE) {
            if (!rules.visioAllowed()) {
                throw new UserError("allocation.session.error.mode");
            }
            if (!isHttps(plan.videoUrl())) {
                throw new UserError("allocation.session.error.video");
            }
            return;
        }
        if (!rules.writtenAllowed()) {
            throw new UserError("allocation.session.error.mode");
        }
        if (plan.debateUntil() == null
                || plan.voteUntil() == null
                || Duration.between(plan.startsAt(), plan.debateUntil())
                                .compareTo(Duration.ofHours(rules.debateHours()))
                        < 0
                || Duration.between(plan.debateUntil(), plan.voteUntil()).compareTo(Duration.ofHours(rules.voteHours()))
                        < 0) {
            throw new UserError("allocation.session.error.delays", rules.debateHours(), rules.voteHours());
        }
    }

    /** Whether the notice would be shorter than the règlement's. */
    boolean isShort(AllocationSession session, CommitteeRules rules) {
        return rules.noticeDays() > 0
                && session.startsAt().isBefore(workingTime.plusWorkingDays(clock.instant(), rules.noticeDays()));
    }

    static boolean isConcerned(Member member, List<OfferedDwelling> dwellings) {
        return dwellings.stream()
                .anyMatch(dwelling -> SeatPolicy.counts(
                        member.capacity(),
                        member.places(),
                        member.reservationHolder(),
                        dwelling.insee(),
                        dwelling.reservationHolder()));
    }

    private static boolean isHttps(@Nullable String address) {
        if (address == null || address.length() > 500) {
            return false;
        }
        try {
            var uri = URI.create(address.strip());
            return "https".equals(uri.getScheme()) && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
