package fr.allervers.arrears.social;

import fr.allervers.arrears.diary.ArrearsDiary;
import fr.allervers.arrears.prevention.ArrearsCase;
import fr.allervers.arrears.prevention.ArrearsCaseClosed;
import fr.allervers.arrears.prevention.ArrearsCases;
import fr.allervers.arrears.settings.ArrearsSettings;
import fr.allervers.arrears.settings.Setting;
import fr.allervers.arrears.social.AidRequest.State;
import fr.allervers.shared.rows.RecordMapper;
import fr.allervers.shared.sealed.ValueSealing;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Cases;
import fr.allervers.workflow.Timeline;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The register of aids: each is followed until somebody decided. One open request per case and scheme. */
@Component
@Transactional
public class AidRequests {

    /** The process, and the kind of case in the inbox. */
    public static final String KIND = "aid-request";

    private static final long MOST_CENTS = 10_000_000;
    private static final String NOTE = "aid_request.note";
    private static final String SELECT =
            "select id, case_id, household_id, agency_id, scheme, state, asked_cents, granted_cents, asked_on, follow_on, decided_on, note from aid_request";

    private final JdbcClient jdbc;
    private final ValueSealing sealing;
    private final RowMapper<AidRequest> mapper;
    private final ArrearsCases arrears;
    private final ArrearsSettings settings;
    private final ArrearsDiary diary;
    private final Cases cases;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    AidRequests(
            JdbcClient jdbc,
            ValueSealing sealing,
            ArrearsCases arrears,
            ArrearsSettings settings,
            ArrearsDiary diary,
            Cases cases,
            CurrentStaff currentStaff,
            Clock clock) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        var stored = new RecordMapper<>(AidRequest.class);
        this.mapper = (row, number) -> {
            var aid = stored.mapRow(row, number);
            return aid.withNote(sealing.open(NOTE, aid.note()));
        };
        this.arrears = arrears;
        this.settings = settings;
        this.diary = diary;
        this.cases = cases;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    /** The case's requests, the newest first. */
    @Transactional(readOnly = true)
    public List<AidRequest> ofCase(long caseId) {
        arrears.require(caseId);
        return jdbc.sql(SELECT + " where case_id = ? order by id desc")
                .param(caseId)
                .query(mapper)
                .list();
    }

    /**
     * Notes that aid was asked for.
     *
     * @param cents what was asked for, if an amount was
     * @param askedOn not after today
     * @throws UserError 409 when the same aid is asked for already
     */
    public long ask(long caseId, AidScheme scheme, @Nullable Long cents, LocalDate askedOn, @Nullable String note) {
        var of = arrears.require(caseId);
        var today = LocalDate.now(clock);
        checkAmount(cents);
        if (askedOn.isAfter(today) || askedOn.isBefore(today.minusYears(2))) {
            throw new UserError("aids.error.day");
        }
        long id;
        try {
            id = jdbc.sql("""
                            insert into aid_request (case_id, household_id, agency_id, scheme, state, asked_cents, asked_on, follow_on, note, made_by, made_at)
                            values (?, ?, ?, ?, 'ASKED', ?, ?, ?, ?, ?, ?) returning id
                            """)
                    .params(Arrays.asList(
                            caseId,
                            of.householdId(),
                            of.agencyId(),
                            scheme.name(),
                            cents,
                            askedOn,
                            nextFollowUp(askedOn),
                            sealing.seal(NOTE, cut(note)),
                            currentStaff.require().username(),
                            clock.instant()))
                    .query(Long.class)
                    .single();
        } catch (DuplicateKeyException e) {
            throw new UserError(HttpStatus.CONFLICT, "aids.asked-already");
        }
        note(id, of, "aids.log.asked", scheme);
        cases.start(new CaseRef(KIND, id), Map.of());
        return id;
    }

    private LocalDate nextFollowUp(LocalDate from) {
        var today = LocalDate.now(clock);
        var next = from.plusDays(settings.at(today).count(Setting.AID_FOLLOW_UP));
        return next.isBefore(today) ? today : next;
    }

    /** What became of it, noted on the page; its task closes. */
    public void decide(long id, State state, @Nullable Long grantedCents) {
        var aid = lock(id);
        arrears.require(aid.caseId());
        move(aid, state, grantedCents);
        if (!state.isOpen()) {
            cases.correlate("aid-decided", new CaseRef(KIND, id));
        }
    }

    /**
     * Changes the state of an open request, and says so.
     *
     * @throws UserError 409 when it is decided already
     */
    void move(AidRequest aid, State state, @Nullable Long grantedCents) {
        checkAmount(grantedCents);
        if (state == State.GRANTED && grantedCents == null) {
            throw new UserError("aids.error.granted");
        }
        var today = LocalDate.now(clock);
        var moved = jdbc.sql("""
                        update aid_request set state = ?, granted_cents = ?, follow_on = ?, decided_on = ? where id = ? and state in ('ASKED', 'PENDING')
                        """)
                .params(Arrays.asList(
                        state.name(),
                        state == State.GRANTED ? grantedCents : null,
                        state.isOpen() ? nextFollowUp(today) : aid.followOn(),
                        state.isOpen() ? null : today,
                        aid.id()))
                .update();
        if (moved == 0) {
            throw new UserError(HttpStatus.CONFLICT, "aids.not-so");
        }
        note(aid.id(), arrears.byIds(List.of(aid.caseId())).get(aid.caseId()), "aids.log." + state, aid.scheme());
    }

    /** Told of the case and of the request, once of the household; the figures hear of a request by its own story. */
    private void note(long id, @Nullable ArrearsCase of, String key, AidScheme scheme) {
        var name = diary.french("aids.scheme." + scheme);
        if (of != null) {
            diary.note(of, Timeline.Kind.REFERRAL, key, name);
        }
        diary.write(new CaseRef(KIND, id), null, Timeline.Kind.REFERRAL, null, false, key, name);
    }

    AidRequest lock(long id) {
        return jdbc.sql(SELECT + " where id = ? for update")
                .param(id)
                .query(mapper)
                .optional()
                .orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "aids.unknown"));
    }

    List<AidRequest> byIds(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(SELECT + " where id in (:ids)")
                        .param("ids", ids)
                        .query(mapper)
                        .list();
    }

    /** With the case ends what is asked for it: nobody follows it any more. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ArrearsCaseClosed closed) {
        for (var aid : jdbc.sql(SELECT + " where open_case_id = ?")
                .param(closed.id())
                .query(mapper)
                .list()) {
            move(aid, State.WITHDRAWN, null);
            cases.correlate("aid-decided", new CaseRef(KIND, aid.id()));
        }
    }

    private static void checkAmount(@Nullable Long cents) {
        if (cents != null && (cents <= 0 || cents > MOST_CENTS)) {
            throw new UserError("plan.error.amount");
        }
    }

    private static @Nullable String cut(@Nullable String note) {
        return note == null || note.isBlank() ? null : note.length() > 280 ? note.substring(0, 280) : note.strip();
    }
}
