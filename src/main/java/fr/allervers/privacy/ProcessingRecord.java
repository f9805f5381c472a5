package fr.allervers.privacy;

import fr.allervers.shared.personal.DataKind;
import fr.allervers.staff.CurrentStaff;
import fr.allervers.staff.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/**
 * The record of processing activities (registre des traitements, RGPD art. 30), made from what the application does: the tables and
 * columns from the catalogue, the delays from the settings. Purpose, legal basis, people and recipients of a kind are words (messages).
 */
@Component
public class ProcessingRecord {

    private final Catalogue catalogue;
    private final Retention retention;
    private final CurrentStaff currentStaff;
    private final Clock clock;

    ProcessingRecord(Catalogue catalogue, Retention retention, CurrentStaff currentStaff, Clock clock) {
        this.catalogue = catalogue;
        this.retention = retention;
        this.currentStaff = currentStaff;
        this.clock = clock;
    }

    /**
     * One activity.
     *
     * @param kept how long today; none when no delay ends it
     * @param tables tables with the columns that tell of people
     */
    public record Activity(DataKind kind, @Nullable RetentionValue kept, Map<String, List<String>> tables) {}

    /** The activities as they are today; administrators only. */
    public List<Activity> activities() {
        if (!currentStaff.require().is(Role.ADMINISTRATOR)) {
            throw new AccessDeniedException("Administrators read the record");
        }
        var delays = retention.on(today());
        var activities = new ArrayList<Activity>();
        for (var kind : DataKind.values()) {
            activities.add(new Activity(kind, delays.get(kind), tables(kind)));
        }
        return activities;
    }

    /** The day of which the record is. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    private static boolean isAboutStaff(DataKind kind) {
        return kind == DataKind.STAFF || kind == DataKind.AUDIT;
    }

    private Map<String, List<String>> tables(DataKind kind) {
        return catalogue.tables().stream()
                .filter(table -> table.kind() == kind)
                .map(table ->
                        Map.entry(table.name(), isAboutStaff(kind) ? table.columns(ColumnAct.STAFF) : table.personal()))
                .filter(entry -> !entry.getValue().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, two) -> one, LinkedHashMap::new));
    }
}
