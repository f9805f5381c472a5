package fr.allervers.ledger.files;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes camt files for tests: invented banks, invented payers. */
public final class CamtText {

    /** Of the form of a French IBAN, and of no bank. */
    public static final String ACCOUNT = "FR7699999000010000000000142";

    private final boolean notice;
    private final String number;
    private final StringBuilder entries = new StringBuilder();
    private final List<Long> cents = new ArrayList<>();
    private String day = "2026-11-05";
    private String version = "08";
    private String account = ACCOUNT;
    private long opening = 1_000_000;
    private long wrongBy;
    private int count;

    private CamtText(boolean notice, String number) {
        this.notice = notice;
        this.number = number;
    }

    public static CamtText statement(String number) {
        return new CamtText(false, number);
    }

    public static CamtText notice(String number) {
        return new CamtText(true, number);
    }

    public CamtText on(String isoDay) {
        day = isoDay;
        return this;
    }

    public CamtText ofAccount(String iban) {
        account = iban;
        return this;
    }

    CamtText version(String two) {
        version = two;
        return this;
    }

    CamtText closingWrongBy(long wrong) {
        wrongBy = wrong;
        return this;
    }

    CamtText announcing(int entriesAnnounced) {
        count = entriesAnnounced;
        return this;
    }

    /** One payment that came in; a blank reference is left out. */
    public CamtText credit(String reference, long amount, String endToEnd, String payer, String iban, String words) {
        return entry(reference, amount, "CRDT", "RCDT", payment(amount, endToEnd, payer, iban, words, ""));
    }

    /** A payment of which the bank tells the sum only. */
    public CamtText bare(String reference, long amount) {
        return entry(reference, amount, "CRDT", "RCDT", "");
    }

    /** A direct debit that came back. */
    public CamtText rejected(String reference, long amount, String endToEnd) {
        return entry(
                reference,
                amount,
                "DBIT",
                "IDDT",
                payment(amount, endToEnd, "Locataire", "", "", "<RtrInf><Rsn><Cd>AM04</Cd></Rsn></RtrInf>"));
    }

    /** Payments in one entry, told one by one. */
    public CamtText batch(String reference, long sum, String... payments) {
        return entry(reference, sum, "CRDT", "IDDT", String.join("", payments));
    }

    /** The sum of a batch. */
    public CamtText batchSum(String reference, long sum, int number) {
        return entry(reference, sum, "CRDT", "IDDT", "<Btch><NbOfTxs>" + number + "</NbOfTxs></Btch>");
    }

    public static String payment(long amount, String endToEnd, String payer, String iban, String words, String more) {
        return "<TxDtls><Refs>" + tag("EndToEndId", endToEnd) + "</Refs><Amt Ccy=\"EUR\">" + euros(amount) + "</Amt>"
                + "<RltdPties><Dbtr>"
                + tag("Nm", payer) + "</Dbtr>"
                + (iban.isEmpty() ? "" : "<DbtrAcct><Id><IBAN>" + iban + "</IBAN></Id></DbtrAcct>") + "</RltdPties>"
                + "<RmtInf>" + tag("Ustrd", words) + "</RmtInf>" + more + "</TxDtls>";
    }

    CamtText entry(String reference, long amount, String direction, String family, String details) {
        return raw(
                reference,
                amount,
                direction,
                "<Sts><Cd>BOOK</Cd></Sts>",
                family,
                details.isEmpty() ? "" : "<NtryDtls>" + details + "</NtryDtls>");
    }

    CamtText raw(
            String reference, long amount, String direction, String status, String family, @Nullable String details) {
        cents.add(direction.equals("CRDT") ? amount : -amount);
        entries.append("<Ntry><Amt Ccy=\"EUR\">" + euros(amount) + "</Amt><CdtDbtInd>" + direction + "</CdtDbtInd>"
                + status + "<BookgDt><Dt>" + day + "</Dt></BookgDt><ValDt><Dt>" + day + "</Dt></ValDt>"
                + tag("AcctSvcrRef", reference)
                + "<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>" + family
                + "</Cd><SubFmlyCd>OTHR</SubFmlyCd></Fmly></Domn></BkTxCd>" + details + "</Ntry>");
        return this;
    }

    public byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    String text() {
        var sum = cents.stream().mapToLong(Long::longValue).sum();
        var holder = notice ? "Ntfctn" : "Stmt";
        var message = notice ? "BkToCstmrDbtCdtNtfctn" : "BkToCstmrStmt";
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt."
                + (notice ? "054" : "053") + ".001." + version + "\"><" + message
                + "><GrpHdr><MsgId>M1</MsgId><CreDtTm>" + day + "T23:00:00</CreDtTm></GrpHdr><" + holder + "><Id>"
                + number
                + "</Id><CreDtTm>" + day + "T23:00:00</CreDtTm><Acct><Id><IBAN>" + account + "</IBAN></Id></Acct>"
                + (notice ? "" : balance("OPBD", opening) + balance("CLBD", opening + sum + wrongBy))
                + (count == 0
                        ? ""
                        : "<TxsSummry><TtlNtries><NbOfNtries>" + count + "</NbOfNtries></TtlNtries></TxsSummry>")
                + "\n" + entries.toString().replace("</Ntry>", "</Ntry>\n") + "</" + holder + "></" + message
                + "></Document>";
    }

    private String balance(String code, long amount) {
        return "<Bal><Tp><CdOrPrtry><Cd>" + code + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">" + euros(Math.abs(amount))
                + "</Amt><CdtDbtInd>" + (amount < 0 ? "DBIT" : "CRDT") + "</CdtDbtInd><Dt><Dt>" + day
                + "</Dt></Dt></Bal>";
    }

    private static String tag(String name, String text) {
        return text.isBlank() ? "" : "<" + name + ">" + text + "</" + name + ">";
    }

    private static String euros(long amount) {
        return amount / 100 + "." + String.format("%02d", amount % 100);
    }
}
