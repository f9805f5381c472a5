package fr.allervers.arrears.prevention;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The cases of unpaid rent. Acts join or open a transaction and check the signed-in person's agency; where nobody is signed
 * in, the application itself acts.
 */
@Component
@Transactional
public class ArrearsCases {

    /** The process, and the kind of case in the inbox. */
    public static final String KIND = "unpaid-rent-prevention";

    /**
     * This case.
     *
     * @throws fr.allervers.shared.web.UserError 404 when there is none
     * @throws org.springframework.security.access.AccessDeniedException when it is another agency's
     */
    @Transactional(readOnly = true)
    public ArrearsCase require(long id) {
        throw new UnsupportedOperationException();
    }

    /** These cases, without a look at rights; unknown ids are left out. */
    @Transactional(readOnly = true)
    public Map<Long, ArrearsCase> byIds(Collection<Long> ids) {
        throw new UnsupportedOperationException();
    }

    /** The open case of this lease. */
    @Transactional(readOnly = true)
    public Optional<Long> openOf(long leaseId) {
        throw new UnsupportedOperationException();
    }

    /** Opens a case for this lease by hand, whatever the opening rule says, or gives the open one. */
    public long open(long leaseId, String reason) {
        throw new UnsupportedOperationException();
    }

    /** The household answered: the ladder waits some days, then somebody decides. */
    public void answered(long id, Answer how) {
        throw new UnsupportedOperationException();
    }

    /** What was answered came to nothing (appointment missed): the ladder goes on where it stood. */
    public void unanswered(long id) {
        throw new UnsupportedOperationException();
    }

    /**
     * Nothing is sent and no task opens before this day.
     *
     * @param until first day on which prevention goes on, after today and within two years
     */
    public void pause(long id, PauseReason why, LocalDate until, String note) {
        throw new UnsupportedOperationException();
    }

    /** Ends the pause before its day; what it had interrupted (plan, litigation, ladder) goes on. */
    public void resume(long id) {
        throw new UnsupportedOperationException();
    }

    public void planSigned(long id) {
        throw new UnsupportedOperationException();
    }

    /** The plan is broken: somebody decides what comes next. */
    public void planBroken(long id) {
        throw new UnsupportedOperationException();
    }

    public void toLitigation(long id) {
        throw new UnsupportedOperationException();
    }

    public void backFromLitigation(long id) {
        throw new UnsupportedOperationException();
    }
}
