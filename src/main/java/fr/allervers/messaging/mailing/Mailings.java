package fr.allervers.messaging.mailing;

import fr.allervers.messaging.Outbox;
import fr.allervers.messaging.template.MessageTexts;
import fr.allervers.shared.Slice;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import fr.allervers.workflow.Cases;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Messages to many. Supervisors and directors write them, to households of their agencies; a mailing is read by who
 * works for its agency, or for all when it is for several, and by its author.
 */
@Component
@Transactional
public class Mailings {

    private static final int PAGE = 30;

    private final MailingStore store;
    private final MailingAudiences audiences;
    private final Previews previews;
    private final Recipients recipients;
    private final Outbox outbox;
    private final MailingDiary diary;
    private final Cases cases;
    private final CurrentStaff currentStaff;
    private final JdbcClient jdbc;
    private final Clock clock;

    Mailings(
            MailingStore store,
            MailingAudiences audiences,
            Previews previews,
            Recipients recipients,
            Outbox outbox,
            MailingDiary diary,
            Cases cases,
            CurrentStaff currentStaff,
            JdbcClient jdbc,
            Clock clock) {
        this.store = store;
        this.audiences = audiences;
        this.previews = previews;
        this.recipients = recipients;
        this.outbox = outbox;
        this.diary = diary;
        this.cases = cases;
        this.currentStaff = currentStaff;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Slice<Mailing> page(@Nullable Long before) {
        var me = currentStaff.require();
        var rows = store.page(me.allAgencies(), me.agencies(), me.username(), before, PAGE + 1);
        return Slice.of(rows, PAGE, row -> Long.toString(row.id()));
    }

    /** The mailing, for somebody who may read it. */
    @Transactional(readOnly = true)
    public Mailing read(long id) {
        var mailing = store.find(id).orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "mailing.error.unknown"));
        if (!mayRead(mailing, currentStaff.require())) {
            throw new AccessDeniedException("Mailing " + id + " is another agency's");
        }
        return mailing;
    }

    static boolean mayRead(Mailing mailing, StaffMember reader) {
        return reader.isAny(Role.SUPERVISOR, Role.DIRECTOR)
                && (reader.allAgencies()
                        || reader.username().equals(mailing.createdBy())
                        || (mailing.agencyId() != null && reader.worksFor(mailing.agencyId())));
    }

    @Transactional(readOnly = true)
    public Map<String, MessageTexts> texts(long id) {
        return store.texts(read(id).id());
    }

    /** The lines of a list, as they were understood. */
    @Transactional(readOnly = true)
    public List<String> lines(long id) {
        return store.lines(read(id).id());
    }

    /** Keeps what is written so far and gives its id; the same submission is one draft. */
    public long draft(MailingOrder order) {
        var me = requireAuthor();
        MailingChecks.texts(order);
        var selected = audiences.select(order.audience(), order.audienceKey(), order.pasted());
        try {
            var id = store.insert(order, selected.audience(), agencyOf(selected), me.username(), clock.instant());
            store.keep(id, order.texts(), selected);
            diary.note(
                    id, Timeline.Kind.NOTE, "drafted", null, selected.audience().name());
            return id;
        } catch (DuplicateKeyException sentTwice) {
            return store.bySubmission(order.submission()).orElseThrow(() -> sentTwice);
        }
    }

    /** Changes a draft. */
    public void change(long id, MailingOrder order) {
        var mailing = own(id);
        requireState(mailing, MailingState.DRAFT);
        MailingChecks.texts(order);
        var selected = audiences.select(order.audience(), order.audienceKey(), order.pasted());
        store.update(id, order, selected.audience(), agencyOf(selected));
        store.keep(id, order.texts(), selected);
    }

    /**
     * Sends a draft on its way: to a second person when it is for many, else to its moment.
     *
     * @throws UserError when nobody would be reached, or something is not filled in; the draft stays
     */
    public void send(long id, MailingOrder order) {
        var mailing = own(id);
        if (mailing.state() != MailingState.DRAFT) {
            // The same form came twice: the first is on its way.
            return;
        }
        var selected = audiences.select(order.audience(), order.audienceKey(), order.pasted());
        MailingChecks.places(order, selected);
        var preview = previews.of(order, selected);
        if (preview.messages() == 0) {
            throw new UserError("mailing.error.nobody", selected.audience().name());
        }
        var approval = preview.needsApproval();
        store.set(id, "expected = ?, returned_because = null", preview.messages());
        store.move(id, MailingState.DRAFT, approval ? MailingState.PROPOSED : MailingState.SCHEDULED);
        diary.note(
                id,
                Timeline.Kind.DECISION,
                approval ? "proposed" : "sent",
                order.french().sms(),
                preview.messages());
        if (mailing.emergencyReason() != null) {
            diary.note(id, Timeline.Kind.DECISION, "emergency", mailing.emergencyReason());
        }
        cases.start(MailingDiary.caseOf(id), Map.of("needsApproval", approval));
    }

    /** Stops what has not left; what is in the centre's hands is not called back. */
    public void cancel(long id) {
        var mailing = own(id);
        if (mailing.state() == MailingState.DRAFT) {
            store.move(id, MailingState.DRAFT, MailingState.CANCELLED);
        } else if (mailing.state().isUnderWay()) {
            var kept = recipients.cancel(id) + outbox.cancel(MailingDiary.caseOf(id));
            store.move(id, mailing.state(), MailingState.CANCELLED);
            diary.note(id, Timeline.Kind.DECISION, "cancelled", null, kept);
            cases.correlate("mailing-cancelled", MailingDiary.caseOf(id));
        } else {
            throw new UserError(HttpStatus.CONFLICT, "mailing.error.over");
        }
        store.set(
                id,
                "ended_at = ?, cancelled_by = ?",
                clock.instant(),
                currentStaff.require().username());
    }

    /** The agency when all households are one's; none for several. */
    private @Nullable Long agencyOf(Selected selected) {
        var scope = selected.audience().scope();
        if (scope.size() == 1) {
            return scope.iterator().next();
        }
        return switch (selected.audience().kind()) {
            case AGENCY -> Long.valueOf(String.valueOf(selected.audience().key()));
            case BUILDING -> agency("select agency_id from building where id = ?", selected);
            case STAIRWELL ->
                agency(
                        "select b.agency_id from stairwell s join building b on b.id = s.building_id where s.id = ?",
                        selected);
            default -> null;
        };
    }

    private @Nullable Long agency(String sql, Selected selected) {
        Optional<Long> agency =
                jdbc.sql(sql).param(selected.audience().key()).query(Long.class).optional();
        return agency.orElse(null);
    }

    /** Whoever may read it may change it: a colleague takes over. */
    private Mailing own(long id) {
        requireAuthor();
        read(id);
        return store.lock(id);
    }

    private StaffMember requireAuthor() {
        var me = currentStaff.require();
        if (!me.isAny(Role.SUPERVISOR, Role.DIRECTOR)) {
            throw new AccessDeniedException("Does not write to many");
        }
        return me;
    }

    private static void requireState(Mailing mailing, MailingState state) {
        if (mailing.state() != state) {
            throw new UserError(HttpStatus.CONFLICT, "mailing.error.no-draft");
        }
    }
}
