package fr.allervers.inventory.settlement;

/**
 * A line of a wear grid (grille de vétusté).
 *
 * @param lifeYears after which only the residual part is the tenant's
 * @param franchiseYears in which nothing is taken off
 * @param yearlyPercent taken off for each year after that
 * @param residualPercent what is the tenant's at least
 */
public record WearLine(String material, int lifeYears, int franchiseYears, int yearlyPercent, int residualPercent) {}
