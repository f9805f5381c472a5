package fr.allervers.privacy;

import fr.allervers.documents.ErasedFiles;
import fr.allervers.shared.Retry;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.staff.StaffMember;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The erasure of one person (droit à l'effacement): looked at first, then done exactly once, and taken up where it stood after a crash.
 * What the law keeps is told, and goes when its reason has gone. Administrators only.
 */
@Component
public class Erasures {

    private final DataSubjects subjects;
    private final PersonalUnits units;
    private final RowWork rows;
    private final LegalHolds holds;
    private final ErasureJournal journal;
    private final ErasedFiles files;
    private final CurrentStaff currentStaff;
    private final TransactionTemplate transaction;

    Erasures(
            DataSubjects subjects,
            PersonalUnits units,
            RowWork rows,
            LegalHolds holds,
            ErasureJournal journal,
            ErasedFiles files,
            CurrentStaff currentStaff,
            TransactionTemplate transaction) {
        this.subjects = subjects;
        this.units = units;
        this.rows = rows;
        this.holds = holds;
        this.journal = journal;
        this.files = files;
        this.currentStaff = currentStaff;
        this.transaction = transaction;
    }

    /** People of the administrator's agencies whose names begin so. */
    public List<DataSubject> search(String words) {
        var by = administrator();
        return subjects.search(words).stream()
                .filter(subject -> by.worksFor(subject.agencyId()))
                .toList();
    }

    public DataSubject require(DataSubject.Kind kind, long id) {
        var subject = subjects.require(kind, id);
        if (!administrator().worksFor(subject.agencyId())) {
            throw new AccessDeniedException("Another agency's person");
        }
        return subject;
    }

    /** What would be erased or kept, and why; sets without a row of the person are left out. */
    public List<ErasureLine> preview(DataSubject.Kind kind, long id) {
        var person = subjects.keys(require(kind, id));
        var kept = holds.of(person);
        var lines = new ArrayList<ErasureLine>();
        transaction.executeWithoutResult(status -> {
            for (var of : units.rows()) {
                var count = rows.count(of, person);
                if (count > 0) {
                    var hold = kept.get(of.kind());
                    var state = hold == null ? ErasureLine.State.PENDING : ErasureLine.State.HELD;
                    lines.add(new ErasureLine(of.name(), of.kind(), state, count, hold));
                }
            }
        });
        return lines;
    }

    /**
     * Asks for the erasure and begins it.
     *
     * @throws UserError 409 when it was asked for before
     */
    public void erase(DataSubject.Kind kind, long id, Erasure.Why why) {
        var subject = require(kind, id);
        if (subject.erased()) {
            throw new UserError(HttpStatus.CONFLICT, "privacy.error.asked");
        }
        Retry.onConflict(() -> journal.ask(subject, why, administrator().username()));
        work();
    }

    /** Does what is left of all erasures, on any number of nodes. */
    public void work() {
        while (Retry.onConflict(journal::next)) {
            // chunk after chunk
        }
        while (Retry.onConflict(files::sweep) > 0) {
            // contents of the files that went
        }
    }

    /** Looks again at what was kept, and erases what nothing keeps any more. */
    public void lookAgain() {
        Retry.onConflict(journal::lookAgain);
        work();
    }

    public Optional<Erasure> of(DataSubject.Kind kind, long id) {
        administrator();
        return journal.of(kind, id);
    }

    /** What became of the person's rows. */
    public List<ErasureLine> lines(Erasure erasure) {
        administrator();
        return journal.lines(erasure.id());
    }

    /** The latest, newest first. */
    public List<Erasure> latest() {
        administrator();
        return journal.latest();
    }

    private StaffMember administrator() {
        var by = currentStaff.require();
        if (!by.is(Role.ADMINISTRATOR)) {
            throw new AccessDeniedException("Administrators erase");
        }
        return by;
    }
}
