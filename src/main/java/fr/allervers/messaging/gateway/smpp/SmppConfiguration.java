package fr.allervers.messaging.gateway.smpp;

import static java.util.Objects.requireNonNull;

import fr.allervers.messaging.gateway.FromNetwork;
import fr.allervers.messaging.gateway.SmsGateway;
import fr.allervers.messaging.gateway.SmsSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One bind per node; centres allow as many as the contract says. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "allervers.sms.gateway", havingValue = "smpp")
class SmppConfiguration {

    @Bean(initMethod = "start")
    SmppLink smppLink(SmsSettings settings, FromNetwork network) {
        var smpp = requireNonNull(settings.smpp());
        var receipts = new ReceiptReader(new MessageIds(smpp.ids()), smpp.unknownSubscriberErrors());
        return new SmppLink(smpp, SmppConnections.of(smpp), new SmppReceiver(network, receipts));
    }

    @Bean
    SmsGateway smppGateway(SmsSettings settings, SmppLink link) {
        return new SmppGateway(settings, requireNonNull(settings.smpp()), link);
    }
}
