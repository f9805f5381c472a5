package fr.allervers.kpi.figure;

import java.util.List;

/**
 * How something turned out, for a chart and its table.
 *
 * @param fact names it in messages ({@code kpi.fact.FACT}); rows are named {@code kpi.outcome.FACT.OUTCOME}
 * @param figure under which the cases are listed
 * @param money whether amounts are shown too
 */
public record Outcomes(String fact, Figure figure, boolean money, List<Row> rows) {

    /** @param n how many */
    public record Row(String outcome, long n, long amount) {}
}
