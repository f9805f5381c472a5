package fr.allervers.messaging.mailing;

import fr.allervers.shared.WorkingTime;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailingSettings.class)
class MailingConfiguration {

    @Bean
    QuietHoursPolicy quietHours(MailingSettings settings, WorkingTime days) {
        return new QuietHoursPolicy(settings.opens(), settings.closes(), days::isHoliday);
    }
}
