package fr.allervers.outreach.calling;

import fr.allervers.shared.personal.Anonymised;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The call to one household — appel à un foyer — in a campaign or after a third party's alert: who holds it, how often
 * it was tried, how serious the situation is, how it ended.
 */
@Entity
class HouseholdCall {

    /** Where a call stands. */
    enum State {
        LISTED,
        TO_CALL,
        WAITING,
        CLOSED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Nullable
    private Long campaignId;

    @Nullable
    private Long waveId;

    private @Nullable Long householdId;
    private long agencyId;

    @Enumerated(EnumType.STRING)
    private State state = State.TO_CALL;

    private int priority;
    private String language = "fr";

    @Nullable
    private Long wantedCallerId;

    @Nullable
    private Long holderId;

    @Nullable
    private Instant heldUntil;

    @Nullable
    private Long fileId;

    @Nullable
    private Instant callableFrom;

    @Embedded
    private CallContacts contacts = new CallContacts();

    @Nullable
    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    @Nullable
    @Enumerated(EnumType.STRING)
    private Grade grade;

    @Nullable
    private String gradeRule;

    @Nullable
    private String gradeReason;

    @Nullable
    private Instant gradedAt;

    @Nullable
    private Instant startedAt;

    @Nullable
    private Instant stoppedAt;

    @Nullable
    private Instant closedAt;

    @Version
    private int version;

    protected HouseholdCall() {}

    /** A call that an alert asks for: serious ones wait for an advisor, the others are called first. */
    static HouseholdCall alert(long householdId, long agencyId, String language, Grade grade, Instant at) {
        var call = new HouseholdCall();
        call.householdId = householdId;
        call.agencyId = agencyId;
        call.language = language;
        call.priority = 1000 + grade.ordinal();
        call.startedAt = at;
        call.state = grade.needsCare() ? State.WAITING : State.TO_CALL;
        call.grade(new Graded(grade, "third-party", ""), at);
        return call;
    }

    /** A call is to be made now: its task has opened. */
    void callable() {
        if (state == State.WAITING) {
            state = State.TO_CALL;
        }
    }

    /** Checks that this person may note a call now. */
    void requireCallableBy(long staffId) {
        if (state != State.TO_CALL) {
            throw new CallClosed();
        }
        if (holderId == null || holderId != staffId) {
            throw new CallNoLongerYours();
        }
    }

    boolean isHeldBy(long staffId, Instant now) {
        return holderId != null
                && holderId == staffId
                && state == State.TO_CALL
                && heldUntil != null
                && now.isBefore(heldUntil);
    }

    /** Keeps the household for its holder until then at least: a conversation is under way. */
    void holdAtLeastUntil(Instant until) {
        if (holderId != null && (heldUntil == null || heldUntil.isBefore(until))) {
            heldUntil = until;
        }
    }

    /** Somebody holds it from now on, or nobody. */
    void heldBy(@Nullable Long holder, Instant until) {
        free();
        if (holder != null) {
            holderId = holder;
            heldUntil = until;
        }
    }

    void free() {
        holderId = null;
        heldUntil = null;
        fileId = null;
    }

    /** A call was made: it is counted, nobody holds the household any more, and the case waits. */
    void called(Disposition came, Instant at) {
        if (state != State.TO_CALL) {
            throw new CallClosed();
        }
        contacts.called(came, at);
        wantedCallerId = null;
        callableFrom = null;
        state = State.WAITING;
        free();
    }

    void grade(Graded graded, Instant at) {
        grade = graded.grade();
        gradeRule = graded.rule();
        gradeReason = graded.reason().isBlank() ? null : graded.reason();
        gradedAt = at;
    }

    /** They want to be called back by the person they know. */
    void promise(Instant at, long caller) {
        callableFrom = at;
        wantedCallerId = caller;
    }

    void retryAt(Instant at) {
        callableFrom = at;
    }

    void speaks(String spoken) {
        language = spoken;
    }

    /** The register or the campaign says that no call is to be made; why is the disposition. */
    void left(Disposition why) {
        contacts.said(why);
    }

    /** The agency found that the household lives there, whatever the caller was told. */
    void stillThere() {
        contacts.said(null);
    }

    /** Ends the call; one that has ended stays as it ended. */
    boolean close(Outcome how, Instant at) {
        if (state == State.CLOSED) {
            return false;
        }
        state = State.CLOSED;
        outcome = how;
        closedAt = at;
        callableFrom = null;
        wantedCallerId = null;
        free();
        return true;
    }

    boolean isOpen() {
        return state == State.TO_CALL;
    }

    /** Whether a supervisor decided that this late call will not be made. */
    boolean isGivenUp() {
        return stoppedAt != null;
    }

    long id() {
        return id;
    }

    @Nullable
    Long campaignId() {
        return campaignId;
    }

    @Nullable
    Long waveId() {
        return waveId;
    }

    long householdId() {
        return Anonymised.named(householdId);
    }

    long agencyId() {
        return agencyId;
    }

    @Nullable
    Long holderId() {
        return holderId;
    }

    @Nullable
    Instant heldUntil() {
        return heldUntil;
    }

    @Nullable
    Instant callableFrom() {
        return callableFrom;
    }

    String language() {
        return language;
    }

    int attempts() {
        return contacts.attempts();
    }

    @Nullable
    Instant lastCalledAt() {
        return contacts.lastCalledAt();
    }

    @Nullable
    Instant reachedAt() {
        return contacts.reachedAt();
    }

    @Nullable
    Disposition disposition() {
        return contacts.disposition();
    }

    @Nullable
    Grade grade() {
        return grade;
    }

    @Nullable
    String gradeReason() {
        return gradeReason;
    }

    @Nullable
    Instant gradedAt() {
        return gradedAt;
    }
}
