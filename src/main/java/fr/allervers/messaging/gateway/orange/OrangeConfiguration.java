package fr.allervers.messaging.gateway.orange;

import static java.util.Objects.requireNonNull;

import fr.allervers.messaging.gateway.FromNetwork;
import fr.allervers.messaging.gateway.SmsGateway;
import fr.allervers.messaging.gateway.SmsSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.Scheduled;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "allervers.sms.gateway", havingValue = "orange")
class OrangeConfiguration {

    @Bean
    ContactEveryone contactEveryone(SmsSettings settings) {
        return new ContactEveryone(requireNonNull(settings.orange()));
    }

    @Bean
    SmsGateway orangeGateway(SmsSettings settings, ContactEveryone service) {
        return new OrangeGateway(settings, service);
    }

    @Bean
    @ConditionalOnProperty(name = "allervers.work.enabled", matchIfMissing = true)
    Fetching orangeFetching(ContactEveryone service, FromNetwork network) {
        return new Fetching(new OrangeReplies(service, network));
    }

    static class Fetching {

        private final OrangeReplies replies;

        Fetching(OrangeReplies replies) {
            this.replies = replies;
        }

        @Scheduled(fixedDelayString = "${allervers.sms.orange.replies-every:PT1M}")
        void fetch() {
            replies.fetch();
        }
    }
}
