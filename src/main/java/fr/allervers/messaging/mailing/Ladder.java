package fr.allervers.messaging.mailing;

import fr.allervers.messaging.Channel;
import fr.allervers.messaging.Importance;
import java.util.EnumSet;
import java.util.Set;

/**
 * How each household is reached: by SMS on every mobile of its adults, one message per number; where that is not
 * possible by e-mail; where that is not either by a letter.
 *
 * @param channels those that this mailing uses
 * @param perHousehold one message per household, to the lease holder first, instead of one per adult
 */
public record Ladder(Set<Channel> channels, boolean perHousehold, Importance importance) {

    public Ladder {
        if (channels.isEmpty()) {
            throw new IllegalArgumentException("A mailing has a channel");
        }
        channels = EnumSet.copyOf(channels);
    }

    boolean uses(Channel channel) {
        return channels.contains(channel);
    }

    boolean informative() {
        return importance == Importance.INFORMATIVE;
    }
}
