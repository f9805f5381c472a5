package fr.allervers.links;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How often one address and one link may ask, by buckets of tokens in this node's memory: with several nodes the limits
 * are as many times higher, which 256-bit tokens bear. An unknown token costs as much as ten pages.
 */
@Component
class RateLimits {

    private static final int UNKNOWN_COSTS = 9;
    /** The least recently seen are forgotten; it bounds the memory whatever comes. */
    private static final int REMEMBERED = 20_000;

    private final Map<String, Bucket> buckets = Collections.synchronizedMap(new Recent());
    private final TimeMeter time;
    private final int perAddress;
    private final int perLink;

    RateLimits(
            Clock clock,
            @Value("${allervers.links.per-address-a-minute:120}") int perAddress,
            @Value("${allervers.links.per-link-a-minute:40}") int perLink) {
        this.time = new Ticks(clock);
        this.perAddress = perAddress;
        this.perLink = perLink;
    }

    boolean allowAddress(String address) {
        return bucket("a " + network(address), perAddress).tryConsume(1);
    }

    /** An address asked for a link that there is not. */
    void unknown(String address) {
        bucket("a " + network(address), perAddress).consumeIgnoringRateLimits(UNKNOWN_COSTS);
    }

    /** An address came with a good link: what was counted against it is given back. */
    void known(String address) {
        bucket("a " + network(address), perAddress).addTokens(1);
    }

    /**
     * @param own the purpose's limit a minute; none: the house's
     */
    boolean allowLink(String token, @Nullable Integer own) {
        return bucket("l " + HexFormat.of().formatHex(Tokens.hash(token)), own == null ? perLink : own)
                .tryConsume(1);
    }

    private Bucket bucket(String key, int aMinute) {
        return buckets.computeIfAbsent(key, any -> Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(aMinute).refillGreedy(aMinute, Duration.ofMinutes(1)))
                .build());
    }

    /** Whoever has one IPv6 address has 2^64 of them. */
    static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            var bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(bytes.length == 16 ? Arrays.copyOf(bytes, 8) : bytes);
        } catch (UnknownHostException e) {
            return address;
        }
    }

    private record Ticks(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return Duration.ofMillis(clock.millis()).toNanos();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }

    private static final class Recent extends LinkedHashMap<String, Bucket> {

        private static final long serialVersionUID = 1L;

        Recent() {
            super(256, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    }
}
