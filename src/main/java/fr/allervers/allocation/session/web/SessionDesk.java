package fr.allervers.allocation.session.web;

import fr.allervers.allocation.OfferedDwelling;
import fr.allervers.allocation.committee.CommitteeRules;
import fr.allervers.allocation.committee.RulesBook;
import fr.allervers.allocation.session.AllocationSession;
import fr.allervers.allocation.session.AllocationSessions;
import fr.allervers.allocation.session.Attendance;
import fr.allervers.allocation.session.Convened;
import fr.allervers.allocation.session.ConvenedRows;
import fr.allervers.allocation.session.ItemRows;
import fr.allervers.allocation.session.SessionDiary;
import fr.allervers.allocation.session.SessionItem;
import fr.allervers.allocation.session.SessionRights;
import fr.allervers.allocation.session.SessionState;
import fr.allervers.staff.CurrentStaff;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the page of a session shows, in a fixed number of queries. */
@Component
@Transactional(readOnly = true)
class SessionDesk {

    private final AllocationSessions sessions;
    private final ItemRows items;
    private final ConvenedRows convened;
    private final Attendance attendance;
    private final SessionDiary diary;
    private final SessionRights rights;
    private final RulesBook rules;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    SessionDesk(
            AllocationSessions sessions,
            ItemRows items,
            ConvenedRows convened,
            Attendance attendance,
            SessionDiary diary,
            SessionRights rights,
            RulesBook rules,
            CurrentStaff currentStaff,
            Clock clock) {
        this.sessions = sessions;
        this.items = items;
        this.convened = convened;
        this.attendance = attendance;
        this.diary = diary;
        this.rights = rights;
        this.rules = rules;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    /**
     * The page.
     *
     * @param me the reader as convened
     * @param opened items whose dossiers the reader may open
     * @param here who takes part now
     * @param ready dwellings that may be added to a draft
     */
    public record Page(
            AllocationSession session,
            CommitteeRules rules,
            List<SessionItem> items,
            Set<Long> opened,
            List<Convened> members,
            Set<Long> here,
            List<SessionDiary.Event> events,
            @Nullable Convened me,
            boolean officer,
            boolean chairs,
            boolean presides,
            boolean mayOpen,
            List<OfferedDwelling> ready) {

        public boolean attending() {
            return me != null && here.contains(me.memberId());
        }

        public List<Convened> substitutes(long memberId) {
            return members.stream()
                    .filter(member -> Long.valueOf(memberId).equals(member.substituteOf()))
                    .toList();
        }

        public String president() {
            return members.stream()
                    .filter(member -> member.memberId() == session.presidentId())
                    .map(Convened::name)
                    .findFirst()
                    .orElse("");
        }
    }

    Page page(long id) {
        var session = sessions.require(id);
        var reader = currentStaff.require();
        var members = convened.of(id);
        var me = members.stream()
                .filter(member -> member.staffId() == reader.id())
                .findFirst()
                .orElse(null);
        var agenda = items.of(id);
        var officer = rights.runs(session, reader);
        var presides = me != null && me.memberId() == session.presidentId();
        return new Page(
                session,
                rules.require(session.rulesId()),
                agenda,
                rights.opened(session, agenda, reader),
                members,
                attendance.here(id),
                diary.of(id),
                me,
                officer,
                officer || presides,
                presides,
                session.isLive()
                        && session.state() == SessionState.CONVENED
                        && !clock.instant().isBefore(session.startsAt()),
                officer && session.state() == SessionState.DRAFT ? sessions.ready(id) : List.of());
    }
}
