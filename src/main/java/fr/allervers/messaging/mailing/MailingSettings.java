package fr.allervers.messaging.mailing;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the landlord sets for mailings, under {@code allervers.mailings}.
 *
 * @param opens from when informative messages leave
 * @param closes until when, excluded
 * @param approvalAbove more messages than this need a second person
 * @param perMinute messages handed to the outbox in a minute, over one mailing; 0 for no limit
 * @param chunk messages written in one transaction
 * @param lettersPerBatch letters in one PDF
 * @param sender the name shown by telephones; empty for the gateway's own
 * @param prefixes of the numbers written to: France and its overseas
 * @param smsCents price of one part, in cents
 * @param letterCents price of one letter, printed and posted, in cents
 * @param listLines lines that a pasted list may have
 */
@ConfigurationProperties("allervers.mailings")
public record MailingSettings(
        @DefaultValue("08:00") LocalTime opens,
        @DefaultValue("21:30") LocalTime closes,
        @DefaultValue("200") int approvalAbove,
        @DefaultValue("0") int perMinute,
        @DefaultValue("500") int chunk,
        @DefaultValue("200") int lettersPerBatch,
        @DefaultValue("") String sender,

        @DefaultValue({"+33", "+262", "+508", "+590", "+594", "+596", "+687", "+689"})
        List<String> prefixes,

        @DefaultValue("4.5") BigDecimal smsCents,
        @DefaultValue("116") BigDecimal letterCents,
        @DefaultValue("5000") int listLines) {

    /** Numbers that begin with one of the prefixes, as a regular expression that MariaDB and Java both read. */
    String numbersWrittenTo() {
        return "^[+](" + String.join("|", prefixes).replace("+", "") + ")";
    }
}
