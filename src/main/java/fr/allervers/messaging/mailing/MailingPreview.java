package fr.allervers.messaging.mailing;

import fr.allervers.messaging.Channel;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a mailing would do, before anything leaves.
 *
 * @param households that the audience names
 * @param channels what leaves, by channel, in the order of the ladder
 * @param unreachable households that nothing reaches, by reason
 * @param cost in euros, of SMS and letters
 * @param leavesAt when informative messages may leave, later than now; none: at once
 * @param missing fields that the author has to fill in
 */
public record MailingPreview(
        String audience,
        int households,
        List<ByChannel> channels,
        Map<Unreachable, Integer> unreachable,
        BigDecimal cost,
        List<Sample> samples,
        List<PastedList.BadLine> bad,
        int outsideRegister,
        @Nullable Instant leavesAt,
        boolean needsApproval,
        Set<String> missing) {

    /**
     * One channel.
     *
     * @param messages numbers, addresses or letters
     * @param parts of SMS on the network, else as many as messages
     */
    public record ByChannel(Channel channel, int households, int messages, int parts) {}

    /** A message as it would leave. */
    public record Sample(
            Channel channel,
            String to,
            String language,
            @Nullable String subject,
            String body) {}

    public int messages() {
        return channels.stream().mapToInt(ByChannel::messages).sum();
    }

    public int unreached() {
        return unreachable.values().stream().mapToInt(Integer::intValue).sum();
    }
}
