package fr.allervers.outreach.report;

import org.jspecify.annotations.Nullable;

/** What part of a campaign a report is about; none of a thing: all of it. */
public record ReportFilter(
        @Nullable Long wave,
        @Nullable Long agency,
        @Nullable Long caller) {

    public static final ReportFilter ALL = new ReportFilter(null, null, null);
}
