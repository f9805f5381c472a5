package fr.allervers.testing;

import fr.allervers.messaging.gateway.Answer;
import fr.allervers.messaging.gateway.Parcel;
import fr.allervers.messaging.gateway.SmsGateway;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** The tests' centre: it accepts and remembers, unless told to do otherwise for a number. */
public class SmsCentre implements SmsGateway {

    /** A message as the centre got it. */
    public record Received(String e164, String text, String reference) {}

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Map<String, Function<Received, Answer>> behaviour = new ConcurrentHashMap<>();

    @Override
    public Answer send(Parcel parcel) {
        var message = new Received(parcel.recipient(), parcel.body(), parcel.reference());
        received.add(message);
        return behaviour
                .getOrDefault(
                        parcel.recipient(), any -> Answer.accepted(List.of(new Answer.Part(1, parcel.reference()))))
                .apply(message);
    }

    /** What came for this number, in order. */
    public List<Received> to(String e164) {
        return received.stream().filter(message -> message.e164().equals(e164)).toList();
    }

    /** From now on the centre answers so for this number. */
    public void answer(String e164, Function<Received, Answer> with) {
        behaviour.put(e164, with);
    }
}
