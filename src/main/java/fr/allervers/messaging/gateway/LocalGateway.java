package fr.allervers.messaging.gateway;

import fr.allervers.messaging.SmsText;
import fr.allervers.messaging.gateway.Answer.Part;
import fr.allervers.messaging.gateway.Receipt.State;
import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Stands in for a centre on a developer's machine: it sends nothing and delivers after a second. The last two digits of
 * the number choose what happens: 99 refused, 98 nobody has the number, 97 expired, 96 answers STOP, 95 says thank you.
 */
@Component
@ConditionalOnProperty(name = "allervers.sms.gateway", havingValue = "local")
class LocalGateway implements SmsGateway {

    private static final Logger LOG = LoggerFactory.getLogger(LocalGateway.class);

    private final ObjectProvider<FromNetwork> network;
    private final SmsSettings settings;
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "local-sms");
        thread.setDaemon(true);
        return thread;
    });

    LocalGateway(ObjectProvider<FromNetwork> network, SmsSettings settings) {
        this.network = network;
        this.settings = settings;
    }

    @Override
    public int window() {
        return 4;
    }

    @Override
    public double perSecond() {
        return settings.perSecond();
    }

    @Override
    public GatewayStatus status() {
        return new GatewayStatus("local", true, null);
    }

    @Override
    public Answer send(Parcel parcel) {
        var number = parcel.recipient();
        if (number.endsWith("99")) {
            return Answer.noSuchNumber("Numéro non attribué");
        }
        var text = SmsText.of(parcel.body());
        LOG.info(
                "SMS {} to {} in {} part(s)",
                parcel.reference(),
                number,
                text.parts().size());
        var parts = new ArrayList<Part>();
        for (var part = 1; part <= text.parts().size(); part++) {
            var id = "local-" + parcel.id() + "-" + part;
            parts.add(new Part(part, id));
            later.schedule(() -> tell(id, number), 1, TimeUnit.SECONDS);
        }
        return Answer.accepted(parts);
    }

    private void tell(String id, String number) {
        var to = network.getObject();
        switch (number.substring(number.length() - 2)) {
            case "98" -> to.receipt(new Receipt(id, State.FAILED, "001", number, null, true));
            case "97" -> to.receipt(new Receipt(id, State.FAILED, "EXPIRED", number, null, false));
            default -> to.receipt(new Receipt(id, State.DELIVERED, null, number, null, false));
        }
        if (number.endsWith("96")) {
            to.reply(new Incoming(number, "STOP", id, true));
        } else if (number.endsWith("95")) {
            to.reply(new Incoming(number, "Merci beaucoup pour votre message", id, true));
        }
    }

    @PreDestroy
    void close() {
        later.shutdownNow();
    }
}
