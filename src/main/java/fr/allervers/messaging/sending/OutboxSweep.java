package fr.allervers.messaging.sending;

import fr.allervers.messaging.Channel;
import fr.allervers.messaging.gateway.Carrier;
import fr.allervers.shared.Retry;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sends what waits, channel by channel; any number of nodes may do so at once. */
@Component
public class OutboxSweep {

    private final Dispatch dispatch;
    private final ReceiptStore receipts;
    private final ObjectProvider<Carrier> carriers;
    private final Bookkeeping books;
    private final Map<Channel, Pace> paces = new EnumMap<>(Channel.class);

    private volatile boolean stopping;

    OutboxSweep(Dispatch dispatch, ReceiptStore receipts, Bookkeeping books, ObjectProvider<Carrier> carriers) {
        this.dispatch = dispatch;
        this.receipts = receipts;
        this.carriers = carriers;
        this.books = books;
    }

    /** Sends all that is due on every channel that has a carrier and says how many it handed over; the rest waits. */
    public int sweep() {
        settle();
        return carriers.stream().map(Carrier::channel).mapToInt(this::sweep).sum();
    }

    /** Sends all that is due on this channel; nothing without a carrier. */
    public int sweep(Channel channel) {
        return carriers.stream()
                .filter(carrier -> carrier.channel() == channel)
                .mapToInt(this::pump)
                .sum();
    }

    private int pump(Carrier carrier) {
        try {
            return new Pump(carrier, dispatch, books, pace(carrier), () -> stopping).run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** Kept from one run to the next, with the pause that a centre has asked for. */
    private synchronized Pace pace(Carrier carrier) {
        return paces.computeIfAbsent(carrier.channel(), channel -> new Pace(carrier.perSecond()));
    }

    /** Gives up waiting for answers that a crash of ours has lost, and lets receipts find their messages. */
    public void settle() {
        Retry.onConflict(() -> dispatch.giveUpSilent());
        Retry.onConflict(receipts::reconcile);
    }

    /** The channels on which something can leave. */
    List<Channel> channels() {
        return carriers.stream().map(Carrier::channel).toList();
    }

    /** Before anything is taken down: what is claimed and not handed over goes back, what is on its way gets its answer. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopping = true;
    }
}
