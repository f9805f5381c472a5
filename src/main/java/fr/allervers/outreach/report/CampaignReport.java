package fr.allervers.outreach.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A campaign in numbers.
 *
 * @param target households that the agencies are to call
 * @param medianHoursToFirstCall hours from the start of a household's case to its first call, median; none without calls
 * @param verbatims words that people agreed to share, without their names, newest first
 * @param masked whether groups under five are left out because the reader works for other agencies
 */
public record CampaignReport(
        Totals totals,
        int target,
        @Nullable Double medianHoursToFirstCall,
        List<ReportTable> tables,
        List<String> verbatims,
        boolean masked,
        Instant asOf) {

    /**
     * @param universe households listed
     * @param called households called at least once
     * @param reached households of which somebody was spoken to
     * @param calls calls made, also several to one household
     * @param callBacksDue weekly calls whose time has come
     */
    public record Totals(
            int universe,
            int called,
            int reached,
            int closed,
            int calls,
            int referralsOpened,
            int referralsClosed,
            int callBacksDue,
            int callBacksKept) {

        /** Percentage of the households called that were reached. */
        public int responseRate() {
            return percent(reached, called);
        }

        public int callBackRate() {
            return percent(callBacksKept, callBacksDue);
        }

        /** Calls made for one household reached; 0 without any. */
        public double callsPerContact() {
            return reached == 0 ? 0 : Math.round(10.0 * calls / reached) / 10.0;
        }

        private static int percent(int part, int whole) {
            return whole == 0 ? 0 : Math.round(100f * part / whole);
        }
    }

    /** Percentage of the target that was called at least once. */
    public int targetRate() {
        return Totals.percent(totals.called(), target);
    }

    /** The table with this key. */
    public ReportTable table(String key) {
        return tables.stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
    }
}
