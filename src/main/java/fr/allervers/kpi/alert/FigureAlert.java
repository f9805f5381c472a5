package fr.allervers.kpi.alert;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A figure of an agency that passed its limit.
 *
 * @param figure key of the figure
 * @param month first day of the month in which it did
 * @param value, alertAt in the figure's unit
 */
record FigureAlert(
        long id, String figure, long agencyId, LocalDate month, double value, double alertAt, Instant openedAt) {

    static final String KIND = "figure-alert";
}
