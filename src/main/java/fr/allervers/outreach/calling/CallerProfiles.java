package fr.allervers.outreach.calling;

import fr.allervers.staff.StaffMember;
import java.util.List;
import org.springframework.stereotype.Component;

/** What callers can do: files a week, their size, languages. */
@Component
public class CallerProfiles {

    /** A caller's capacity and the languages they speak (ISO 639-1). */
    public record CallerProfile(long staffId, int filesPerWeek, int fileSize, List<String> languages) {}

    /** A caller in a campaign. */
    public record CallerLine(
            StaffMember caller,
            CallerProfile profile,
            boolean absentToday,
            int held,
            int calledThisWeek,
            int reached) {}

    public CallerProfile of(long staffId) {
        throw new UnsupportedOperationException();
    }

    public void save(CallerProfile profile) {
        throw new UnsupportedOperationException();
    }

    /** The callers who may work for the campaign, by name. */
    public List<CallerLine> callers(long campaignId) {
        throw new UnsupportedOperationException();
    }
}
