package fr.allervers.messaging.mail;

import fr.allervers.documents.DocumentStore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailConfiguration {

    /** With a mail server, e-mail leaves; without one the ladder goes on to the letter. */
    @Bean
    @ConditionalOnProperty("spring.mail.host")
    MailCarrier mailCarrier(JavaMailSender sender, MailSettings settings, JdbcClient jdbc, DocumentStore store) {
        return new MailCarrier(sender, settings, new MailAttachments(jdbc, store));
    }
}
