package fr.allervers.messaging.gateway;

import fr.allervers.messaging.Channel;

/** The centre that sends our SMS. One per house: the setting {@code allervers.sms.gateway} chooses it. */
public interface SmsGateway extends Carrier {

    @Override
    default Channel channel() {
        return Channel.SMS;
    }

    /** How it stands with the centre, for the page that shows it. */
    default GatewayStatus status() {
        return new GatewayStatus(getClass().getSimpleName(), ready(), null);
    }
}
