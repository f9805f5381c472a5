package fr.allervers.dev;

import fr.allervers.ledger.LedgerImport.Source;
import fr.allervers.ledger.LedgerImports;
import fr.allervers.ledger.files.CamtText;
import fr.allervers.staff.StaffDirectory;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Twelve months of rent, aid and payments for every lease of the demo, in a few statements: nine tenants in twenty with aid paid to
 * the landlord, eight in a hundred behind by one to four months, some of them by a rejected debit; and a bank's file with money
 * without a name. The same leases are behind at every start.
 */
@Order(3)
public class DemoLedger implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoLedger.class);

    /** First days of the last twelve months, this one included, with who pays how. */
    private static final String MONTHS = """
            from (select 0 as ago union select 1 union select 2 union select 3 union select 4 union select 5 union select 6 union select 7
                  union select 8 union select 9 union select 10 union select 11) n
            join (select l.id, l.starts_on, coalesce(d.rent_cents, 45000) as rent, coalesce(d.charges_cents, 6000) as charges,
                         if(mod(l.id, 20) < 9, round(coalesce(d.rent_cents, 45000) * 0.4), 0) as aid,
                         if(mod(l.id * 37, 100) < 8, 1 + mod(l.id, 4), 0) as behind
                    from lease l join dwelling d on d.id = l.dwelling_id where l.ends_on is null) t
            cross join (select cast(:first as date) as first) f
            where f.first - interval n.ago month >= t.starts_on
            """;

    /** Before the first entry. */
    private static final LocalDate EVER = LocalDate.of(2000, 1, 1);

    private static final String INSERT =
            "insert into rent_entry (lease_id, kind, side, means, amount_cents, value_on, due_on, period, label, booked_at, booked_by, entry_key) ";

    private final JdbcClient jdbc;
    private final LedgerImports imports;
    private final StaffDirectory staff;
    private final TransactionTemplate transactions;
    private final Clock clock;

    DemoLedger(
            JdbcClient jdbc,
            LedgerImports imports,
            StaffDirectory staff,
            TransactionTemplate transactions,
            Clock clock) {
        this.jdbc = jdbc;
        this.imports = imports;
        this.staff = staff;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (jdbc.sql("select count(*) from rent_account").query(Long.class).single() > 0) {
            return;
        }
        bookSince(EVER);
        DemoCampaign.signIn(staff, "sophie");
        try {
            bring();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** Books what is dated after this day and not after today. Those who are behind go on paying nothing. */
    public void bookSince(LocalDate day) {
        transactions.executeWithoutResult(status -> book(day));
    }

    private void book(LocalDate since) {
        jdbc.sql("insert ignore into rent_account (lease_id) select id from lease where ends_on is null")
                .update();
        entries(since, "RENT", "D", "null", "t.rent", 4, "'Loyer'", "true");
        entries(since, "SERVICE_CHARGES", "D", "null", "t.charges", 4, "'Provision pour charges'", "t.charges > 0");
        entries(since, "HOUSING_AID", "C", "null", "-t.aid", 6, "'APL'", "t.aid > 0");
        var means =
                "elt(1 + mod(t.id, 10), 'DIRECT_DEBIT', 'DIRECT_DEBIT', 'DIRECT_DEBIT', 'DIRECT_DEBIT', 'DIRECT_DEBIT', 'TRANSFER', 'TRANSFER', 'TRANSFER', 'CHEQUE', 'TREASURY')";
        entries(
                since,
                "PAYMENT",
                "C",
                means,
                "-(t.rent + t.charges - t.aid)",
                9,
                "'Règlement'",
                "n.ago >= t.behind or mod(t.id, 10) < 2");
        entries(
                since,
                "REJECTED_DEBIT",
                "C",
                "'DIRECT_DEBIT'",
                "t.rent + t.charges - t.aid",
                14,
                "'Prélèvement rejeté'",
                "n.ago < t.behind and mod(t.id, 10) < 2");
        jdbc.sql("""
                        update rent_account a join (select lease_id, sum(amount_cents) as cents, count(*) as entries from rent_entry group by lease_id) e
                            on e.lease_id = a.lease_id set a.balance_cents = e.cents, a.entries = e.entries
                        """).update();
        var behind = jdbc.sql("""
                        update household h join (select l.household_id, sum(greatest(0, a.balance_cents)) as cents from rent_account a
                                                   join lease l on l.id = a.lease_id group by l.household_id) owed on owed.household_id = h.id
                           set h.arrears_cents = owed.cents, h.arrears_as_of = ?
                        """).param(LocalDate.now(clock)).update();
        LOG.info("Demo accounts: {} households", behind);
    }

    /** One entry a month and lease where the condition holds, so many days after the first, later than a day and as far as today. */
    private void entries(
            LocalDate since,
            String kind,
            String side,
            String means,
            String cents,
            int days,
            String label,
            String when) {
        var day = "f.first - interval n.ago month + interval " + days + " day";
        jdbc.sql(INSERT + "select t.id, '" + kind + "', '" + side + "', " + means + ", " + cents + ", " + day + ", "
                        + day
                        + ", f.first - interval n.ago month, " + label
                        + ", :now, 'demo', unhex(left(sha2(concat('demo ', t.id, ' " + kind
                        + " ', f.first - interval n.ago month), 256), 32)) " + MONTHS + " and (" + when + ") and " + day
                        + " > :since and " + day + " <= :today")
                .param("since", since)
                .param("first", LocalDate.now(clock).withDayOfMonth(1))
                .param("today", LocalDate.now(clock))
                .param("now", clock.instant())
                .update();
    }

    private void bring() {
        var day = LocalDate.now(clock).minusDays(1);
        var file = CamtText.statement("2026-" + day.getDayOfYear())
                .on(day.toString())
                .credit("BNK70001", 41250, "", "Mme Garance Tilleul", "FR7699999000050000000000142", "loyer")
                .credit("BNK70002", 20000, "", "M. Aubin Charmille", "FR7699999000050000000000239", "acompte merci")
                .credit(
                        "BNK70003",
                        51200,
                        "",
                        "CCAS de Valence",
                        "FR7699999000050000000000336",
                        "secours C00012 C00013")
                .batchSum("BNK70004", 348_000, 8)
                .credit(
                        "BNK70005",
                        15000,
                        "C00021",
                        "Mme Odile Fresnay",
                        "FR7699999000050000000000433",
                        "C00021 reste de novembre")
                .bytes();
        var id = imports.upload("releve-banque.xml", new ByteArrayInputStream(file), Source.SCREEN, null)
                .id();
        imports.start(id);
    }
}
