package fr.allervers.messaging.mail;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How e-mail leaves: {@code allervers.mail.*}. The server is Spring's {@code spring.mail.*}; its password comes from the
 * environment ({@code SPRING_MAIL_PASSWORD}).
 *
 * @param from the address that people see and answer to; needed as soon as there is a mail server
 * @param fromName the name before it
 * @param unsubscribe the address to which "no more of these" goes; without one, the sender's
 * @param perSecond messages that one node hands over in a second, 0 for as many as the server takes
 */
@Validated
@ConfigurationProperties("allervers.mail")
public record MailSettings(
        @Nullable @Email String from,
        @DefaultValue("") String fromName,
        @Nullable @Email String unsubscribe,
        @DefaultValue("10") @Min(0) double perSecond) {}
