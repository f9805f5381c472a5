package fr.allervers.inventory.signature;

import fr.allervers.documents.FileType;
import fr.allervers.inventory.declaration.Inventories;
import fr.allervers.inventory.declaration.Inventory;
import fr.allervers.inventory.declaration.InventoryDiary;
import fr.allervers.inventory.declaration.InventoryRows;
import fr.allervers.inventory.settings.InventorySetting;
import fr.allervers.inventory.settings.InventorySettings;
import fr.allervers.shared.DayFormat;
import fr.allervers.shared.web.UserError;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import fr.allervers.workflow.Tasks;
import fr.allervers.workflow.Timeline;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reports made outside the application: a commissaire de justice's, or an inventory that both signed on paper. The file as it
 * came is what binds; it is kept under its SHA-256 and the inventory is sealed by it.
 */
@Component
@Transactional
public class FiledReports {

    /** In bytes. */
    public static final int LARGEST = 30 << 20;

    private static final String BAILIFF_STEP = "follow-bailiff";
    private static final String VISIT_STEP = "visit-inventory";
    private static final int NOTE_LENGTH = 280;

    private final Inventories inventories;
    private final InventoryRows rows;
    private final InventoryDocuments documents;
    private final InventorySealing sealing;
    private final InventorySettings settings;
    private final InventoryDiary diary;
    private final Tasks tasks;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    FiledReports(
            Inventories inventories,
            InventoryRows rows,
            InventoryDocuments documents,
            InventorySealing sealing,
            InventorySettings settings,
            InventoryDiary diary,
            Tasks tasks,
            CurrentStaff currentStaff,
            Clock clock) {
        this.inventories = inventories;
        this.rows = rows;
        this.documents = documents;
        this.sealing = sealing;
        this.settings = settings;
        this.diary = diary;
        this.tasks = tasks;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    /** Who made it. */
    public enum Maker {
        BAILIFF,
        BOTH
    }

    /**
     * A report as somebody files it.
     *
     * @param noticeOn when the commissaire's notice left; none for one that both signed
     * @param madeOn when it was made
     * @param note in words, at most 280 characters
     */
    public record Report(@Nullable LocalDate noticeOn, LocalDate madeOn, String note) {}

    /** Whose report the inventory waits for, and the signed-in person may file. */
    @Transactional(readOnly = true)
    public Optional<Maker> awaited(long id) {
        var of = inventories.require(id);
        var ref = InventoryDiary.ref(of.id());
        var reader = currentStaff.require();
        if (tasks.open(ref, BAILIFF_STEP).isPresent()) {
            return reader.isAny(Role.SUPERVISOR, Role.DIRECTOR) ? Optional.of(Maker.BAILIFF) : Optional.empty();
        }
        return reader.isAny(Role.FIELD_MANAGER, Role.SUPERVISOR)
                        && tasks.open(ref, VISIT_STEP).isPresent()
                ? Optional.of(Maker.BOTH)
                : Optional.empty();
    }

    /**
     * Files the report that is awaited; the process goes on with it.
     *
     * @param content a PDF of at most {@link #LARGEST} bytes, known by what it holds
     * @throws UserError 409 when no such report is awaited, 422 when the days or the file cannot be; nothing is kept then
     */
    public void file(long id, Maker maker, Report report, InputStream content) {
        var of = rows.lock(id);
        currentStaff.requireAgency(of.agencyId());
        if (tasks.open(InventoryDiary.ref(id), maker == Maker.BAILIFF ? BAILIFF_STEP : VISIT_STEP)
                .isEmpty()) {
            throw new UserError(HttpStatus.CONFLICT, "inventory.error.not-so");
        }
        if (awaited(id).filter(maker::equals).isEmpty()) {
            throw new AccessDeniedException("No right to file this report");
        }
        requirePossible(maker, report);
        var kept = documents.keep(
                of,
                InventoryDocument.Kind.REPORT,
                InventorySealing.name(of, maker == Maker.BAILIFF ? "constat" : "papier"),
                pdf(content));
        if (maker == Maker.BAILIFF) {
            fileBailiff(of, report, kept);
        } else {
            fileBoth(of, report, kept);
        }
    }

    private void requirePossible(Maker maker, Report report) {
        var notice = report.noticeOn();
        if (report.madeOn().isAfter(LocalDate.now(clock))
                || (maker == Maker.BAILIFF && (notice == null || report.madeOn().isBefore(notice)))) {
            throw new UserError("inventory.error.bailiff-days");
        }
        if (report.note().length() > NOTE_LENGTH) {
            throw new UserError("inventory.error.too-long");
        }
    }

    private void fileBailiff(Inventory of, Report report, InventoryDocument kept) {
        var notice = Objects.requireNonNull(report.noticeOn());
        rows.update(
                of.id(),
                List.of(of.status()),
                "made_as = 'BAILIFF', bailiff_notice_on = ?, bailiff_on = ?",
                notice,
                report.madeOn());
        var least = settings.at(report.madeOn()).number(InventorySetting.BAILIFF_NOTICE);
        var enough = !notice.plusDays(least).isAfter(report.madeOn());
        diary.tell(
                of,
                Timeline.Kind.VISIT,
                enough ? "bailiff.made" : "bailiff.short-notice",
                report.note(),
                kept.sha256().substring(0, 12));
        complete(of, BAILIFF_STEP, "FILED");
    }

    private void fileBoth(Inventory of, Report report, InventoryDocument kept) {
        rows.update(
                of.id(),
                List.of(of.status()),
                "made_as = 'JOINT', submitted_at = coalesce(submitted_at, ?), accepted_at = ?",
                clock.instant(),
                clock.instant());
        sealing.seal(of);
        diary.tell(
                of,
                Timeline.Kind.VISIT,
                "paper-filed",
                report.note(),
                DayFormat.of("d MMMM yyyy", Locale.FRENCH).format(report.madeOn()),
                kept.sha256().substring(0, 12));
        complete(of, VISIT_STEP, "FILED");
    }

    private void complete(Inventory of, String step, String outcome) {
        var task = tasks.open(InventoryDiary.ref(of.id()), step)
                .orElseThrow(() -> new UserError(HttpStatus.CONFLICT, "inventory.error.not-so"));
        tasks.claim(task, currentStaff.require());
        tasks.complete(task, Map.of("outcome", outcome));
    }

    /** A file that cannot be opened later binds nobody: it is opened once before it is kept. */
    private static byte[] pdf(InputStream content) {
        try {
            var whole = content.readNBytes(LARGEST + 1);
            if (whole.length > LARGEST) {
                throw new UserError(HttpStatus.PAYLOAD_TOO_LARGE, "inventory.error.report-large", LARGEST >> 20);
            }
            if (FileType.of(Arrays.copyOf(whole, Math.min(whole.length, FileType.TOLD_BY)))
                            .filter(FileType.PDF::equals)
                            .isEmpty()
                    || pages(whole) == 0) {
                throw new UserError("inventory.error.report-pdf");
            }
            return whole;
        } catch (IOException e) {
            throw new UncheckedIOException("The file could not be read", e);
        }
    }

    private static int pages(byte[] pdf) {
        try (var opened = Loader.loadPDF(pdf)) {
            return opened.getNumberOfPages();
        } catch (IOException | RuntimeException e) {
            // Broken, or locked by a password: both are no document to read in ten years.
            return 0;
        }
    }
}
