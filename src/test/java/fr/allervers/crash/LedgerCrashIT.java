package fr.allervers.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.allervers.ledger.files.CamtText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Power cuts in the middle of a bank's statement, in which half of the payments are told apart by nothing but their number. */
class LedgerCrashIT {

    private static final int KILLS = Integer.getInteger("kills", 1);
    private static final int PAYMENTS = 20_000;
    private static final int CENTS = 1_000;
    private static final String BOUNDARY = "allervers";

    @Test
    void everyPaymentIsBookedOnceWhateverIsKilled() throws Exception {
        var ground = new Ground("crash_ledger");
        var random = new Random(20203);
        var statement = statement();
        try (var node = start(ground)) {
            ground.person("sophie", "RENT_OFFICER");
            ground.register();
            ground.leases();
            assertThat(send(node, statement).statusCode()).isEqualTo(202);
            killWhileItRuns(ground, node, random);
        }
        for (var kill = 1; kill < KILLS; kill++) {
            try (var node = start(ground)) {
                killWhileItRuns(ground, node, random);
            }
            isConsistent(ground);
        }
        try (var last = start(ground)) {
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> ground.count("select count(*) from ledger_import where state = 'DONE'") == 1);
            // The bank sends the same once more.
            assertThat(send(last, statement).statusCode()).isEqualTo(202);
        }

        assertThat(ground.count("select count(*) from ledger_import")).isEqualTo(1);
        assertThat(ground.count("select posted from ledger_import")).isEqualTo(PAYMENTS);
        assertThat(ground.count("select lines_done from ledger_import")).isEqualTo(PAYMENTS);
        assertThat(ground.count("select suspended + known + rejected from ledger_import"))
                .isZero();
        assertThat(ground.count("select count(*) from rent_entry")).isEqualTo(PAYMENTS);
        assertThat(ground.count("select count(distinct line_no) from rent_entry"))
                .isEqualTo(PAYMENTS);
        isConsistent(ground);
    }

    /** What is booked, what accounts say and how far the import is told agree at any moment. */
    private static void isConsistent(Ground ground) {
        assertThat(ground.count("select coalesce(max(posted), 0) from ledger_import"))
                .isEqualTo(ground.count("select count(*) from rent_entry"));
        assertThat(ground.count("select coalesce(sum(balance_cents), 0) from rent_account"))
                .isEqualTo(-(long) CENTS * ground.count("select count(*) from rent_entry"));
        assertThat(ground.count("""
                        select count(*) from rent_account a
                         where a.entries <> (select count(*) from rent_entry e where e.lease_id = a.lease_id)
                        """)).isZero();
    }

    private static Node start(Ground ground) throws Exception {
        return ground.start("--allervers.ledger.turn=PT5S");
    }

    private static void killWhileItRuns(Ground ground, Node node, Random random) throws InterruptedException {
        var before = linesDone(ground);
        await().pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofMinutes(2))
                .until(() -> linesDone(ground) > before || before == PAYMENTS);
        TimeUnit.MILLISECONDS.sleep(random.nextInt(300));
        node.kill();
    }

    private static long linesDone(Ground ground) {
        return ground.count("select coalesce(max(lines_done), 0) from ledger_import");
    }

    /** Every second payment has no reference of the bank's: for it the same came before, several times. */
    private static byte[] statement() {
        var on = YearMonth.from(LocalDate.now(ZoneId.of("Europe/Paris")))
                .minusMonths(1)
                .atDay(5);
        var text = CamtText.statement("2026-11").on(on.toString());
        for (var payment = 1; payment <= PAYMENTS; payment++) {
            var household = 1 + payment % Ground.HOUSEHOLDS;
            text.credit(
                    payment % 2 == 0 ? "R" + payment : "",
                    CENTS,
                    "",
                    "Nom" + household,
                    "",
                    "Loyer BAIL%06d".formatted(household));
        }
        return text.bytes();
    }

    private static HttpResponse<String> send(Node node, byte[] statement) throws IOException, InterruptedException {
        var sophie = node.signIn("sophie");
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--" + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"releve.xml\"\r\nContent-Type: application/xml\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(statement);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return sophie.postFile(
                "/api/v1/ledger-imports",
                body.toByteArray(),
                "multipart/form-data; boundary=" + BOUNDARY,
                sophie.token("/comptes/imports"));
    }
}
