package fr.allervers.allocation.session;

import fr.allervers.allocation.Candidacies;
import fr.allervers.allocation.OfferedDwelling;
import fr.allervers.allocation.committee.Committees;
import fr.allervers.allocation.committee.Member;
import fr.allervers.allocation.committee.RulesBook;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.StaffMember;
import fr.allervers.tenancy.Agencies;
import fr.allervers.tenancy.Agency;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Cases;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sessions from the draft to the notice. Those who run the committee prepare them. */
@Component
@Transactional
public class AllocationSessions {

    /** The process, and the kind of case in the inbox. */
    public static final String KIND = "allocation-session";

    private final SessionRows rows;
    private final ItemRows items;
    private final ConvenedRows convened;
    private final SessionRights rights;
    private final SessionDiary diary;
    private final SessionChecks checks;
    private final Committees committees;
    private final RulesBook rules;
    private final Candidacies candidacies;
    private final Agencies agencies;
    private final Cases cases;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    AllocationSessions(
            SessionRows rows,
            ItemRows items,
            ConvenedRows convened,
            SessionRights rights,
            SessionDiary diary,
            SessionChecks checks,
            Committees committees,
            RulesBook rules,
            Candidacies candidacies,
            Agencies agencies,
            Cases cases,
            CurrentStaff currentStaff,
            Clock clock) {
        this.rows = rows;
        this.items = items;
        this.convened = convened;
        this.rights = rights;
        this.diary = diary;
        this.checks = checks;
        this.committees = committees;
        this.rules = rules;
        this.candidacies = candidacies;
        this.agencies = agencies;
        this.cases = cases;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    /** The latest sessions that the signed-in person runs or is convened to. */
    @Transactional(readOnly = true)
    public List<AllocationSession> mine() {
        var me = currentStaff.require();
        return rows.list(me.allAgencies(), me.agencies(), me.id(), runsAny(me));
    }

    public static boolean runsAny(StaffMember person) {
        return Committees.mayRun(person, person.agencies().stream().findFirst().orElse(null));
    }

    /** This session, for those who may see it. */
    @Transactional(readOnly = true)
    public AllocationSession require(long id) {
        var session = rows.require(id);
        rights.requireReader(session);
        return session;
    }

    /**
     * Drafts a session under the règlement in force on its day.
     *
     * @throws UserError when the règlement does not allow the mode or the delays, or the president is none of the members
     */
    public long draft(SessionPlan plan) {
        var committee = committees.require(plan.committeeId());
        var day = LocalDate.ofInstant(plan.startsAt(), clock.getZone());
        var inForce = rules.inForce(day);
        checks.check(plan, inForce);
        var president = plan.presidentId() == null ? committee.presidentId() : plan.presidentId();
        if (president == null) {
            throw new UserError(HttpStatus.CONFLICT, "allocation.session.error.no-president");
        }
        requireSixth(committees.members(committee.id()), president);
        return rows.insert(
                        new AllocationSession(
                                0,
                                committee.id(),
                                committee.agencyId(),
                                plan.name().strip(),
                                plan.mode(),
                                SessionState.DRAFT,
                                inForce.id(),
                                president,
                                plan.startsAt(),
                                plan.debateUntil(),
                                plan.voteUntil(),
                                plan.videoUrl(),
                                null,
                                null,
                                null,
                                null,
                                null),
                        currentStaff.require().username(),
                        clock.instant())
                .orElseThrow();
    }

    private static void requireSixth(List<Member> members, long president) {
        if (members.stream()
                .noneMatch(
                        member -> member.id() == president && member.capacity().deliberative())) {
            throw new UserError("allocation.session.error.no-president");
        }
    }

    /** Dwellings that wait for a committee of this session's agencies. */
    @Transactional(readOnly = true)
    public List<OfferedDwelling> ready(long sessionId) {
        var session = rows.require(sessionId);
        rights.requireOfficer(session);
        var of = session.agencyId() == null
                ? agencies.all().stream().map(Agency::id).toList()
                : List.of(session.agencyId());
        var planned =
                items.of(sessionId).stream().map(SessionItem::offeredDwellingId).collect(Collectors.toSet());
        return of.stream()
                .flatMap(agency -> candidacies.readyForCommittee(agency).stream())
                .filter(dwelling -> !planned.contains(dwelling.id()))
                .toList();
    }

    /** Puts a dwelling at the end of a draft's agenda. */
    public long addItem(long sessionId, long offeredDwellingId) {
        var session = requireDraft(sessionId);
        var dwelling = candidacies.dwelling(offeredDwellingId);
        if (session.agencyId() != null && session.agencyId() != dwelling.agencyId()) {
            throw new UserError("allocation.session.error.other-agency");
        }
        var title = dwelling.typology() + ", " + dwelling.address() + ", " + dwelling.commune();
        return items.insert(
                sessionId,
                offeredDwellingId,
                dwelling.agencyId(),
                title.length() > 300 ? title.substring(0, 300) : title);
    }

    public void removeItem(long sessionId, long itemId) {
        requireDraft(sessionId);
        items.remove(sessionId, itemId);
    }

    /**
     * Convenes those whose seat counts for one of the dwellings; their notices leave, and the process begins.
     *
     * @param urgency why the règlement's notice is not kept; empty when it is
     */
    public void convene(long sessionId, String urgency) {
        var session = requireDraft(sessionId);
        var agenda = items.of(sessionId);
        if (agenda.isEmpty()) {
            throw new UserError("allocation.session.error.no-items");
        }
        var pinned = rules.require(session.rulesId());
        if (checks.isShort(session, pinned)) {
            if (urgency.isBlank()) {
                throw new UserError("allocation.session.error.notice", pinned.noticeDays());
            }
            diary.note(sessionId, null, SessionDiary.Kind.URGENT, urgency.strip());
        }
        var dwellings = agenda.stream()
                .map(item -> candidacies.dwelling(item.offeredDwellingId()))
                .toList();
        var day = LocalDate.ofInstant(session.startsAt(), clock.getZone());
        committees.members(session.committeeId()).stream()
                .filter(member -> member.sitsOn(day))
                .filter(member -> member.id() == session.presidentId() || SessionChecks.isConcerned(member, dwellings))
                .forEach(member -> convened.insert(sessionId, member));
        if (!rows.update(
                sessionId,
                Set.of(SessionState.DRAFT),
                "state = 'CONVENED', convened_at = ?, convened_by = ?",
                clock.instant(),
                currentStaff.require().username())) {
            throw notSo();
        }
        diary.note(sessionId, null, SessionDiary.Kind.CONVENED, "");
        cases.start(new CaseRef(KIND, sessionId), Map.of("mode", session.mode().name()));
    }

    /** Calls the session off before it opens. */
    public void cancel(long sessionId, String why) {
        var all = items.lockAll(sessionId);
        var session = rows.lock(sessionId);
        rights.requireOfficer(session);
        if (!rows.update(sessionId, Set.of(SessionState.DRAFT, SessionState.CONVENED), "state = 'CANCELLED'")) {
            throw notSo();
        }
        all.forEach(item -> items.update(item.id(), Set.of(ItemState.PLANNED), "state = 'CANCELLED'"));
        diary.note(sessionId, null, SessionDiary.Kind.CANCELLED, Objects.requireNonNullElse(why, ""));
        cases.correlate("session-cancelled", new CaseRef(KIND, sessionId));
    }

    private AllocationSession requireDraft(long sessionId) {
        var session = rows.lock(sessionId);
        rights.requireOfficer(session);
        if (session.state() != SessionState.DRAFT) {
            throw notSo();
        }
        return session;
    }

    private static UserError notSo() {
        return new UserError(HttpStatus.CONFLICT, "allocation.session.error.not-so");
    }
}
