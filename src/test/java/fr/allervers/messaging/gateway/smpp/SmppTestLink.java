package fr.allervers.messaging.gateway.smpp;

import static org.awaitility.Awaitility.await;

import fr.allervers.messaging.gateway.FromNetwork;
import fr.allervers.messaging.gateway.SmsGateway;
import fr.allervers.messaging.gateway.SmsSettings;
import java.time.Duration;
import java.util.Set;

/** A gateway of a test's own to a centre on this machine. */
public final class SmppTestLink implements AutoCloseable {

    private final SmppLink link;
    private final SmppGateway gateway;

    private SmppTestLink(SmppLink link, SmppGateway gateway) {
        this.link = link;
        this.gateway = gateway;
    }

    /** Bound when it returns; no rate but the window's. */
    public static SmppTestLink to(int port, int window, Duration answerWithin, FromNetwork network) {
        return to(port, window, 0, answerWithin, network);
    }

    public static SmppTestLink to(int port, int window, double perSecond, Duration answerWithin, FromNetwork network) {
        var smpp = settings(port, window, answerWithin);
        var reader = new ReceiptReader(new MessageIds(smpp.ids()), smpp.unknownSubscriberErrors());
        var link = new SmppLink(smpp, SmppConnections.of(smpp), new SmppReceiver(network, reader));
        var all = new SmsSettings(SmsSettings.Choice.SMPP, perSecond, "Bailleur", smpp, null);
        link.start();
        var test = new SmppTestLink(link, new SmppGateway(all, smpp, link));
        test.awaitBound();
        return test;
    }

    static SmsSettings.Smpp settings(int port, int window, Duration answerWithin) {
        return new SmsSettings.Smpp(
                "127.0.0.1",
                port,
                false,
                "allervers",
                "secret",
                "",
                window,
                Duration.ofSeconds(30),
                answerWithin,
                Duration.ofDays(2),
                SmsSettings.Ids.SAME,
                true,
                Set.of("001"));
    }

    public SmsGateway gateway() {
        return gateway;
    }

    public void awaitBound() {
        await().atMost(Duration.ofSeconds(20)).until(gateway::ready);
    }

    @Override
    public void close() {
        link.close();
    }
}
