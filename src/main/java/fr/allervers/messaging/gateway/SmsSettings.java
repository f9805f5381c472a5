package fr.allervers.messaging.gateway;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How SMS leave: {@code allervers.sms.*}. Passwords come from the environment ({@code ALLERVERS_SMS_SMPP_PASSWORD},
 * {@code ALLERVERS_SMS_ORANGE_PASSWORD}), never from a file of the project.
 *
 * @param gateway which centre; {@code none}: SMS wait in the outbox
 * @param perSecond parts that one node hands over in a second, 0 for as many as the centre takes
 * @param sender name or number that telephones show when a message has none of its own
 */
@Validated
@ConfigurationProperties("allervers.sms")
public record SmsSettings(
        @DefaultValue("none") Choice gateway,
        @DefaultValue("20") @Min(0) double perSecond,

        @Nullable @Pattern(regexp = "[A-Za-z0-9]{3,11}|\\+?[0-9]{3,15}")
        String sender,

        @Valid @Nullable Smpp smpp,
        @Valid @Nullable Orange orange) {

    /** The centres that the application knows. */
    public enum Choice {
        NONE,
        /** For development: delivers by itself, a few fail. */
        LOCAL,
        SMPP,
        ORANGE
    }

    @AssertTrue(message = "allervers.sms.gateway=smpp needs allervers.sms.smpp.host, system-id and password")
    public boolean isSmppComplete() {
        return gateway != Choice.SMPP || smpp != null;
    }

    @AssertTrue(message = "allervers.sms.gateway=orange needs allervers.sms.orange.username, password and group-id")
    public boolean isOrangeComplete() {
        return gateway != Choice.ORANGE || orange != null;
    }

    /**
     * SMPP 3.4.
     *
     * @param window submits without an answer at one time
     * @param answerWithin after that the message is unknown
     * @param validity how long the centre tries to reach the telephone, 1 minute to 7 days
     * @param ids how the ids of answers and of receipts differ
     * @param userMessageReference whether our reference goes along as an optional parameter (a few centres refuse them)
     * @param unknownSubscriberErrors the codes of receipts that mean that nobody has the number
     */
    public record Smpp(
            @NotBlank String host,
            @DefaultValue("2775") @Min(1) @Max(65_535) int port,
            @DefaultValue("false") boolean tls,
            @NotBlank String systemId,
            @NotNull String password,
            @DefaultValue("") String systemType,
            @DefaultValue("10") @Min(1) @Max(500) int window,
            @DefaultValue("PT30S") Duration enquireEvery,
            @DefaultValue("PT30S") Duration answerWithin,
            @DefaultValue("P2D") Duration validity,
            @DefaultValue("same") Ids ids,
            @DefaultValue("true") boolean userMessageReference,
            @DefaultValue({"001", "1"}) Set<String> unknownSubscriberErrors) {

        @Override
        public String toString() {
            return "Smpp[" + host + ":" + port + ", " + systemId + "]";
        }
    }

    /** How a centre writes the id of one message in its answer and in its receipt. */
    public enum Ids {
        SAME,
        /** Hexadecimal in the answer, decimal in the receipt. */
        ANSWER_HEX_RECEIPT_DECIMAL,
        /** Decimal in the answer, hexadecimal in the receipt. */
        ANSWER_DECIMAL_RECEIPT_HEX
    }

    /**
     * Orange Contact Everyone 1.2.
     *
     * @param url up to and with the version
     * @param groupId the group in whose name we send; none when the account has but one
     * @param repliesEvery how often replies are fetched
     */
    public record Orange(
            @DefaultValue("https://contact-everyone.orange-business.com/api/v1.2")
            URI url,

            @NotBlank String username,
            @NotNull String password,
            @Nullable String groupId,
            @DefaultValue("4") @Min(1) @Max(50) int window,
            @DefaultValue("PT5S") Duration connectWithin,
            @DefaultValue("PT30S") Duration answerWithin,
            @DefaultValue("PT1M") Duration repliesEvery) {

        @Override
        public String toString() {
            return "Orange[" + url + ", " + username + "]";
        }
    }
}
