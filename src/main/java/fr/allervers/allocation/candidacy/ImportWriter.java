package fr.allervers.allocation.candidacy;

import fr.allervers.allocation.candidacy.ImportLines.Line;
import fr.allervers.shared.imports.ImportQueue.Reject;
import fr.allervers.shared.imports.ImportQueue.Turn;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.StaffMember;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes chunks of an import, each in one transaction with its counts, so that a crash resumes behind the last one. */
@Component
class ImportWriter {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final AllocationJournal journal;
    private final ApplicationRows rows;
    private final Papers papers;
    private final Assessments assessments;
    private final DwellingOffers offers;
    private final ErasedApplicants erased;
    private final MessageSource messages;
    private final JdbcClient jdbc;

    ImportWriter(
            AllocationJournal journal,
            ApplicationRows rows,
            Papers papers,
            Assessments assessments,
            DwellingOffers offers,
            ErasedApplicants erased,
            MessageSource messages,
            JdbcClient jdbc) {
        this.journal = journal;
        this.rows = rows;
        this.papers = papers;
        this.assessments = assessments;
        this.offers = offers;
        this.erased = erased;
        this.messages = messages;
        this.jdbc = jdbc;
    }

    /** What a line did. */
    private enum Done {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    @Transactional
    public void write(Turn turn, List<Line> lines, StaffMember by) {
        journal.hold(turn);
        var counts = new HashMap<Done, Integer>();
        var rejects = new ArrayList<Reject>();
        var codes = agencies();
        var gone = erased.among(lines);
        for (var line : lines) {
            var day = line.application() == null
                    ? null
                    : gone.get(line.application().uniqueNumber());
            if (day != null) {
                // Nothing of the line is kept with the refusal.
                rejects.add(new Reject(line.number(), words("candidacy.import.erased", DAY.format(day)), ""));
                continue;
            }
            try {
                counts.merge(take(line, by, codes), 1, Integer::sum);
            } catch (UserError e) {
                rejects.add(reject(line, words(e.messageKey(), e.args())));
            } catch (AccessDeniedException e) {
                rejects.add(reject(line, "agence : pas une des vôtres"));
            }
        }
        journal.advance(
                turn,
                lines.size(),
                counts.getOrDefault(Done.CREATED, 0),
                counts.getOrDefault(Done.UPDATED, 0),
                counts.getOrDefault(Done.UNCHANGED, 0),
                rejects);
    }

    private String words(String key, Object... args) {
        return messages.getMessage(key, args, Locale.FRENCH);
    }

    static Reject reject(Line line, String why) {
        return new Reject(line.number(), why, line.content());
    }

    private Done take(Line line, StaffMember by, Map<String, Long> agencies) {
        if (line.problem() != null) {
            throw new UserError("candidacy.import.line", line.problem());
        }
        if (line.offer() != null) {
            return offer(line.offer(), by);
        }
        var entry = Objects.requireNonNull(line.application());
        var agencyId = agencies.get(entry.agencyCode());
        if (agencyId == null) {
            throw new UserError("candidacy.error.unknown-agency", entry.agencyCode());
        }
        var known = rows.byNumber(entry.uniqueNumber());
        if (!by.worksFor(agencyId)
                || (known.isPresent() && !by.worksFor(known.get().agencyId()))) {
            throw new AccessDeniedException("Another agency's application");
        }
        var householdId = entry.householdCode() == null ? null : household(entry.householdCode());
        if (known.isEmpty()) {
            papers.ask(rows.insert(entry, agencyId, householdId, "IMPORT", by.username()), entry);
            return Done.CREATED;
        }
        var kept = known.get();
        if (!rows.update(kept.id(), kept.version(), entry, agencyId, householdId)) {
            return Done.UNCHANGED;
        }
        papers.ask(kept.id(), entry);
        assessments.ofApplication(kept.id());
        return Done.UPDATED;
    }

    private Done offer(DwellingOffer offer, StaffMember by) {
        var there = jdbc.sql(
                        "select count(*) from offered_dwelling o join dwelling d on d.id = o.live_dwelling_id where d.code = ?")
                .param(offer.code())
                .query(Integer.class)
                .single();
        if (there > 0) {
            return Done.UNCHANGED;
        }
        offers.offer(offer, by);
        return Done.CREATED;
    }

    private long household(String code) {
        return jdbc.sql("select id from household where code = ?")
                .param(code)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new UserError("candidacy.error.unknown-household", code));
    }

    private Map<String, Long> agencies() {
        var codes = new HashMap<String, Long>();
        jdbc.sql("select code, id from agency").query(row -> {
            codes.put(row.getString("code"), row.getLong("id"));
        });
        return codes;
    }
}
