package fr.allervers.messaging.gateway;

/**
 * Where gateways put what comes from the network. Both return once it is kept, so that the gateway answers the centre
 * only then: what is not acknowledged comes again. What comes twice changes nothing.
 */
public interface FromNetwork {

    void receipt(Receipt receipt);

    void reply(Incoming message);
}
