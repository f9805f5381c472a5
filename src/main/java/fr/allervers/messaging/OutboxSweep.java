package fr.allervers.messaging;

import fr.allervers.messaging.SmsGateway.Answer;
import fr.allervers.messaging.SmsGateway.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Sends what waits, message by message; any number of nodes may do so at once. */
@Component
public class OutboxSweep {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxSweep.class);

    private final Dispatch dispatch;
    private final ObjectProvider<SmsGateway> gateway;

    OutboxSweep(Dispatch dispatch, ObjectProvider<SmsGateway> gateway) {
        this.dispatch = dispatch;
        this.gateway = gateway;
    }

    /** Sends all SMS that are due and says how many it handed over; none without a centre, they wait. */
    public int sweep() {
        dispatch.giveUpSilent();
        var centre = gateway.getIfAvailable();
        var count = 0;
        while (centre != null) {
            var message = dispatch.claimSms();
            if (message.isEmpty()) {
                break;
            }
            dispatch.record(message.get(), send(centre, message.get()));
            count++;
        }
        return count;
    }

    private static Answer send(SmsGateway centre, Dispatch.Claimed message) {
        try {
            return centre.send(message.recipient(), message.body(), "allervers-" + message.id());
        } catch (RuntimeException e) {
            // The text and the number stay out of the log.
            LOG.warn("No answer for message {}: {}", message.id(), e.getClass().getSimpleName());
            return new Answer(Verdict.UNKNOWN, e.getClass().getSimpleName());
        }
    }
}
