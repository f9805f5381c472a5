package fr.allervers.messaging.gateway.orange;

import fr.allervers.messaging.gateway.FromNetwork;
import fr.allervers.messaging.gateway.Incoming;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches replies: the service is asked, it does not tell. One that was fetched before is known by its id. */
class OrangeReplies {

    private static final Logger LOG = LoggerFactory.getLogger(OrangeReplies.class);

    private final ContactEveryone service;
    private final FromNetwork network;

    OrangeReplies(ContactEveryone service, FromNetwork network) {
        this.service = service;
        this.network = network;
    }

    void fetch() {
        try {
            service.replies().forEach(row -> read(row).ifPresent(network::reply));
        } catch (RuntimeException e) {
            LOG.warn("Replies could not be fetched: {}", e.getClass().getSimpleName());
        }
    }

    /** The fields' names differ between descriptions of the interface: the likely ones are tried. */
    private static Optional<Incoming> read(Map<String, Object> row) {
        var id = first(row, "id", "messageId");
        var from = first(row, "msisdn", "from", "sender", "phoneNumber");
        var text = first(row, "body", "message", "text", "content");
        if (id == null || from == null || text == null) {
            LOG.warn("A reply without id, number or text was left aside");
            return Optional.empty();
        }
        var number = from.matches("[0-9]{8,15}") ? "+" + from : from;
        return Optional.of(new Incoming(number, text, "orange:" + id, true));
    }

    private static @Nullable String first(Map<String, Object> row, String... names) {
        for (var name : names) {
            if (row.get(name) != null) {
                return row.get(name).toString();
            }
        }
        return null;
    }
}
