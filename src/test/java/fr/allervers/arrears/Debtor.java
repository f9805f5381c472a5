package fr.allervers.arrears;

import fr.allervers.ledger.Booking;
import fr.allervers.ledger.EntryKind;
import fr.allervers.ledger.Means;
import fr.allervers.ledger.RentAccounts;
import fr.allervers.testing.Tenants;
import fr.allervers.testing.Tenants.Tenant;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A tenant with a lease and an account, for tests of arrears. */
public final class Debtor {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    public final Tenant tenant;
    public final long leaseId;
    private final RentAccounts accounts;
    private final TransactionTemplate transaction;

    private Debtor(Tenant tenant, long leaseId, RentAccounts accounts, TransactionTemplate transaction) {
        this.tenant = tenant;
        this.leaseId = leaseId;
        this.accounts = accounts;
        this.transaction = transaction;
    }

    /** A tenant of a new agency whose lease began on this day. */
    public static Debtor since(
            LocalDate start, Tenants tenants, JdbcClient jdbc, RentAccounts accounts, TransactionTemplate transaction) {
        var tenant = tenants.tenant();
        var lease = jdbc.sql(
                        "insert into lease (code, dwelling_id, household_id, starts_on) select ?, dwelling_id, id, ? from household where id = ? returning id")
                .params("A3L" + NUMBER.incrementAndGet() + "-" + tenant.householdId(), start, tenant.householdId())
                .query(Long.class)
                .single();
        return new Debtor(tenant, lease, accounts, transaction);
    }

    public Debtor rent(String on, long cents) {
        return book(EntryKind.RENT, null, on, cents);
    }

    /** Something else than rent: repairs, costs. */
    public Debtor charge(String on, long cents) {
        return book(EntryKind.OTHER_CHARGE, null, on, cents);
    }

    public Debtor pays(String on, long cents) {
        return book(EntryKind.PAYMENT, Means.TRANSFER, on, cents);
    }

    public Debtor aid(String on, long cents) {
        return book(EntryKind.HOUSING_AID, null, on, cents);
    }

    public Debtor rejected(String on, long cents) {
        return book(EntryKind.REJECTED_DEBIT, null, on, cents);
    }

    private Debtor book(EntryKind kind, @org.jspecify.annotations.Nullable Means means, String on, long cents) {
        transaction.executeWithoutResult(status -> accounts.book(new Booking(
                "debtor-" + NUMBER.incrementAndGet() + "-" + leaseId,
                leaseId,
                kind,
                means,
                cents,
                LocalDate.parse(on),
                kind.name(),
                null)));
        return this;
    }
}
