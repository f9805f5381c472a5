package fr.allervers.arrears.prevention;

import fr.allervers.ledger.Standing;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The account as it was read last for a case; amounts are cents. */
@Embeddable
record AccountReading(long debtCents, long collectableCents, BigDecimal monthsOwed, LocalDate readOn) {

    static AccountReading of(Standing standing) {
        return new AccountReading(
                standing.debtCents(), standing.collectableCents(), standing.monthsOwed(), standing.on());
    }
}
