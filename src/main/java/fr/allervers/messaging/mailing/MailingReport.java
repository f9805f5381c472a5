package fr.allervers.messaging.mailing;

import fr.allervers.messaging.Channel;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a mailing went so far.
 *
 * @param byChannel figures of each channel used
 * @param byBuilding figures of each building, by commune and address
 * @param reasons why messages failed, most frequent first
 * @param unreachable households by reason
 * @param cost of what left, in euros
 * @param sample the text of the first SMS, as its reader has it; none before there is one
 */
public record MailingReport(
        Totals totals,
        List<OfChannel> byChannel,
        List<OfBuilding> byBuilding,
        List<Reason> reasons,
        Map<Unreachable, Integer> unreachable,
        List<LetterBatch> letters,
        BigDecimal cost,
        @Nullable String sample) {

    /**
     * Messages by their fate.
     *
     * @param waiting listed or in the outbox
     * @param sent in the network's hands, printed, or delivered
     * @param delivered those of them of which a receipt says so
     * @param unreachable households that nothing reaches
     */
    public record Totals(
            int all, int waiting, int sent, int delivered, int failed, int unknown, int cancelled, int unreachable) {

        /** Percentage that no longer waits. */
        public int progress() {
            return all == 0 ? 100 : (all - waiting) * 100 / all;
        }
    }

    /** The same for a channel. */
    public record OfChannel(Channel channel, Totals totals) {}

    /** The same for a building. */
    public record OfBuilding(long buildingId, String name, String address, String commune, Totals totals) {}

    /** Why messages failed. */
    public record Reason(String words, int count) {}

    /**
     * Letters printed together.
     *
     * @param number from 1
     * @param from place of its first letter in the order of boxing
     */
    public record LetterBatch(int number, int from, int to, int printed, String firstBuilding, String lastBuilding) {
        public boolean isPrinted() {
            return printed == to - from + 1;
        }
    }
}
