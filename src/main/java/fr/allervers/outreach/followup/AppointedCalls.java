package fr.allervers.outreach.followup;

import fr.allervers.outreach.followup.RegularCalls.Series;
import fr.allervers.outreach.followup.SeriesCalls.SeriesCall;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffDirectory;
import fr.allervers.staff.StaffMember;
import fr.allervers.tenancy.Household;
import fr.allervers.tenancy.Households;
import fr.allervers.workflow.CaseRef;
import fr.allervers.workflow.FormSchema;
import fr.allervers.workflow.FormSchemas;
import fr.allervers.workflow.Submission;
import fr.allervers.workflow.Tasks;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The page of one agreed call: for who is to make it, for a caller of the agency when nobody in particular is, for
 * advisors and supervisors of the agency.
 */
@Component
@Transactional
public class AppointedCalls {

    static final String STEP = "regular-call";

    /** The steps of the process at which the call is made. */
    private static final List<String> STEPS = List.of(STEP, "regular-call-late");

    private static final String FORM = "regular-call";
    private static final int SHOWN_BEFORE = 8;

    private final RegularCalls series;
    private final SeriesCalls calls;
    private final RegularCallKind kind;
    private final Households households;
    private final FormSchemas forms;
    private final Tasks tasks;
    private final StaffDirectory staff;
    private final CurrentStaff currentStaff;

    AppointedCalls(
            RegularCalls series,
            SeriesCalls calls,
            RegularCallKind kind,
            Households households,
            FormSchemas forms,
            Tasks tasks,
            StaffDirectory staff,
            CurrentStaff currentStaff) {
        this.series = series;
        this.calls = calls;
        this.kind = kind;
        this.households = households;
        this.forms = forms;
        this.tasks = tasks;
        this.staff = staff;
        this.currentStaff = currentStaff;
    }

    /** A call made before; {@code reached} is empty when it was never made. */
    public record Before(
            Instant dueAt,
            @Nullable Instant calledAt,
            @Nullable Boolean reached,
            @Nullable String grade,
            @Nullable String by) {}

    /** What the page shows; {@code open} when the call is to be made now. */
    public record Page(
            long id,
            long seriesId,
            Household household,
            Instant dueAt,
            @Nullable String caller,
            boolean open,
            boolean done,
            FormSchema form,
            List<Before> before) {}

    @Transactional(readOnly = true)
    public Page page(long callId) {
        var call = require(callId);
        var one = series.rows().require(call.seriesId());
        checkReader(call, one);
        var earlier = calls.latest(one.id(), SHOWN_BEFORE + 1).stream()
                .filter(other -> other.dueAt().isBefore(call.dueAt()))
                .toList();
        var names = names(earlier, call);
        return new Page(
                call.id(),
                one.id(),
                households.require(one.householdId()),
                call.dueAt(),
                call.callerId() == null ? null : names.get(call.callerId()),
                openTask(call, one).isPresent(),
                call.calledAt() != null,
                forms.require(FORM),
                earlier.stream()
                        .map(other -> new Before(
                                other.dueAt(),
                                other.calledAt(),
                                other.reached(),
                                other.grade(),
                                other.calledBy() == null ? null : names.get(other.calledBy())))
                        .toList());
    }

    /** What became of the answers: what is wrong with them, or when the next call is; none when the series ends. */
    public record Noted(Submission submission, @Nullable Instant nextCallAt) {}

    /** Notes the call and completes its task; with faulty answers nothing changes. */
    public Noted complete(long callId, Map<String, List<String>> raw) {
        var call = require(callId);
        var one = series.rows().require(call.seriesId());
        var person = checkReader(call, one);
        var submission = forms.validate(forms.require(FORM), raw);
        if (!submission.accepted()) {
            return new Noted(submission, null);
        }
        var task =
                openTask(call, one).orElseThrow(() -> new UserError(HttpStatus.CONFLICT, "followup.series.call-done"));
        var variables = kind.complete(one.id(), STEP, submission.answers(), person);
        tasks.complete(task, variables);
        var after = series.rows().require(one.id());
        return new Noted(submission, after.state().equals("RUNNING") ? after.nextCallAt() : null);
    }

    private SeriesCall require(long callId) {
        return calls.find(callId)
                .orElseThrow(() -> new UserError(HttpStatus.NOT_FOUND, "followup.series.call-not-found"));
    }

    /** The open task of this very call: the series may have gone on to another one. */
    private Optional<String> openTask(SeriesCall call, Series one) {
        if (call.calledAt() != null || !call.dueAt().equals(one.nextCallAt())) {
            return Optional.empty();
        }
        var of = new CaseRef(RegularCalls.KIND, one.id());
        return STEPS.stream().flatMap(step -> tasks.open(of, step).stream()).findFirst();
    }

    private StaffMember checkReader(SeriesCall call, Series one) {
        var person = currentStaff.requireAgency(one.agencyId());
        var mine = call.callerId() == null ? person.is(Role.CALLER) : call.callerId() == person.id();
        if (!mine && !person.isAny(Role.SOCIAL_ADVISOR, Role.SUPERVISOR, Role.DIRECTOR)) {
            throw new AccessDeniedException("Another caller's appointment");
        }
        return person;
    }

    private Map<Long, String> names(List<SeriesCall> earlier, SeriesCall call) {
        var ids = Stream.concat(earlier.stream(), Stream.of(call))
                .flatMap(one -> Stream.of(one.callerId(), one.calledBy()))
                .filter(Objects::nonNull)
                .map(Long.class::cast)
                .collect(Collectors.toSet());
        return staff.byIds(ids).values().stream().collect(Collectors.toMap(StaffMember::id, StaffMember::displayName));
    }
}
