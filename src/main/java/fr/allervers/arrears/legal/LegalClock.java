package fr.allervers.arrears.legal;

import fr.allervers.arrears.diary.ArrearsDiary;
import fr.allervers.arrears.prevention.ArrearsCase;
import fr.allervers.arrears.prevention.ArrearsCases;
import fr.allervers.arrears.settings.ArrearsSettings;
import fr.allervers.documents.DocumentStore;
import fr.allervers.documents.FileType;
import fr.allervers.documents.StoredFile;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.Cases;
import fr.allervers.workflow.Timeline;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The legal deadlines of cases: nobody counts days. Acts check the signed-in person's agency through the case. */
@Component
@Transactional
public class LegalClock {

    /** The process, and the kind of case in the inbox. */
    public static final String KIND = "legal-deadline";

    private static final int YEARS = 3;

    private final DeadlineRows rows;
    private final ArrearsCases arrears;
    private final ArrearsSettings settings;
    private final ArrearsDiary diary;
    private final DocumentStore documents;
    private final Cases cases;
    private final CurrentStaff currentStaff;
    private final JdbcClient jdbc;
    private final Clock clock;

    LegalClock(
            DeadlineRows rows,
            ArrearsCases arrears,
            ArrearsSettings settings,
            ArrearsDiary diary,
            DocumentStore documents,
            Cases cases,
            CurrentStaff currentStaff,
            JdbcClient jdbc,
            Clock clock) {
        this.rows = rows;
        this.arrears = arrears;
        this.settings = settings;
        this.diary = diary;
        this.documents = documents;
        this.cases = cases;
        this.currentStaff = currentStaff;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What the clock knows of a case.
     *
     * @param summonsFrom first day on which a summons is admissible; none before the CCAPEX is seized
     * @param truce whether nobody may be evicted today
     * @param afterTruce today, or the first day after the truce
     * @param olderLease the lease is from before the present delay of orders to pay
     */
    public record Sheet(
            Map<LegalFact, LocalDate> facts,
            List<Deadline> deadlines,
            @Nullable LocalDate summonsFrom,
            boolean truce,
            LocalDate afterTruce,
            boolean olderLease) {}

    /** The facts and deadlines of this case. */
    @Transactional(readOnly = true)
    public Sheet sheet(long caseId) {
        var of = arrears.require(caseId);
        var today = LocalDate.now(clock);
        var delays = delays();
        var facts = rows.facts(caseId);
        var days = new EnumMap<LegalFact, LocalDate>(LegalFact.class);
        facts.forEach((kind, fact) -> days.put(kind, fact.onDay()));
        var referred = days.get(LegalFact.CCAPEX_REFERRED);
        return new Sheet(
                days,
                rows.ofCase(caseId),
                referred == null ? null : delays.summonsFrom(referred),
                delays.isTruce(today),
                delays.afterTruce(today),
                delays.isOlderLease(leaseStart(of)));
    }

    /**
     * Keeps a fact, or its new day, and sets the deadlines that follow from it.
     *
     * @param olderClause for {@link LegalFact#ORDER_SERVED}: the lease's clause gives the older, longer time
     * @throws UserError when the day cannot be, or a summons would be inadmissible
     */
    public void enter(long caseId, LegalFact kind, LocalDate day, boolean olderClause) {
        enter(arrears.require(caseId), kind, day, olderClause);
        currentStaff
                .find()
                .ifPresent(person -> diary.note(
                        arrears.require(caseId), Timeline.Kind.DECISION, "legal.log.fact." + kind, diary.day(day)));
    }

    void enter(ArrearsCase of, LegalFact kind, LocalDate day, boolean olderClause) {
        var today = LocalDate.now(clock);
        if ((kind.isPast() && day.isAfter(today))
                || day.isBefore(today.minusYears(YEARS))
                || day.isAfter(today.plusYears(YEARS))) {
            throw new UserError("legal.error.day");
        }
        rows.keep(of.id(), new DeadlineRows.Fact(kind, day, olderClause), who(), clock.instant());
        var delays = delays();
        for (var deadline : DeadlineKind.values()) {
            if (deadline.from() == kind) {
                rows.set(of.id(), of.householdId(), of.agencyId(), deadline, dueOn(delays, deadline, day, olderClause));
            }
        }
        if (kind == LegalFact.CCAPEX_REFERRED) {
            rows.pending(of.id()).stream()
                    .filter(deadline -> deadline.kind() == DeadlineKind.CCAPEX)
                    .forEach(deadline -> end(deadline, Deadline.State.DONE, day));
        }
        arrears.refreshNextAct(List.of(of.id()));
    }

    private static LocalDate dueOn(LegalDelaysPolicy delays, DeadlineKind kind, LocalDate day, boolean olderClause) {
        return switch (kind) {
            case CAF_REPORT -> delays.cafReportBy(day);
            case CAF_PLAN -> delays.cafPlanBy(day);
            case GUARANTOR -> delays.guarantorBy(day);
            case ORDER_ENDS -> delays.orderEnds(day, olderClause);
            case CCAPEX -> delays.ccapexBy(day);
            case PREFECT -> delays.prefectBy(day);
        };
    }

    /**
     * The deadline was met.
     *
     * @param doneOn not after today
     * @throws UserError when it is met already (409), or the day is to come
     */
    public void done(long deadlineId, LocalDate doneOn) {
        var deadline = rows.lock(deadlineId);
        arrears.require(deadline.caseId());
        if (doneOn.isAfter(LocalDate.now(clock))) {
            throw new UserError("legal.error.day");
        }
        if (!end(deadline, Deadline.State.DONE, doneOn)) {
            throw new UserError(HttpStatus.CONFLICT, "legal.not-so");
        }
        arrears.refreshNextAct(List.of(deadline.caseId()));
    }

    /** Ends a deadline from outside its task, which closes; says whether it was pending. */
    boolean end(Deadline deadline, Deadline.State as, @Nullable LocalDate doneOn) {
        var ended = met(deadline, as, doneOn);
        if (ended) {
            cases.correlate("deadline-met", new CaseRef(KIND, deadline.id()));
        }
        return ended;
    }

    /** Ends a deadline and tells so; the task is the caller's matter. */
    boolean met(Deadline deadline, Deadline.State as, @Nullable LocalDate doneOn) {
        if (!rows.end(deadline.id(), as, doneOn, who())) {
            return false;
        }
        var of = arrears.byIds(List.of(deadline.caseId())).get(deadline.caseId());
        if (of != null) {
            diary.note(
                    of, Timeline.Kind.DECISION, "legal.log." + as, diary.french("legal.deadline." + deadline.kind()));
        }
        return true;
    }

    /**
     * Adds the proof of a deadline that was met.
     *
     * @throws UserError when it is no PDF or image
     */
    public void prove(long deadlineId, String name, InputStream content) {
        var deadline = rows.lock(deadlineId);
        arrears.require(deadline.caseId());
        var file = store(name, content);
        jdbc.sql("update legal_deadline set proof_file_id = ? where id = ?")
                .params(file.id(), deadlineId)
                .update();
    }

    private StoredFile store(String name, InputStream content) {
        try {
            var whole = new BufferedInputStream(content);
            whole.mark(FileType.TOLD_BY);
            var first = whole.readNBytes(FileType.TOLD_BY);
            whole.reset();
            var type = FileType.of(first).orElseThrow(() -> new UserError("legal.error.file"));
            return documents.store(type.named(name), type.contentType(), whole, who());
        } catch (IOException e) {
            throw new UncheckedIOException("The file could not be read", e);
        }
    }

    /** The proof of a deadline, for who may read the case. */
    @Transactional(readOnly = true)
    public StoredFile proof(long deadlineId) {
        var deadline = rows.require(deadlineId);
        arrears.require(deadline.caseId());
        if (deadline.proofFileId() == null) {
            throw new UserError(HttpStatus.NOT_FOUND, "legal.unknown");
        }
        return documents.require(Objects.requireNonNull(deadline.proofFileId()));
    }

    /** Its content; the caller closes it. */
    public InputStream open(StoredFile file) {
        return documents.open(file.id());
    }

    private LegalDelaysPolicy delays() {
        return new LegalDelaysPolicy(settings::at);
    }

    private LocalDate leaseStart(ArrearsCase of) {
        return jdbc.sql("select starts_on from lease where id = ?")
                .param(of.leaseId())
                .query(LocalDate.class)
                .single();
    }

    private String who() {
        return currentStaff.find().map(person -> person.username()).orElse("allervers");
    }
}
