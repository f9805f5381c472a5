package fr.allervers.messaging.sending;

import fr.allervers.messaging.gateway.Answer;
import fr.allervers.messaging.gateway.Receipt;
import fr.allervers.messaging.sending.Results.Result;
import fr.allervers.shared.Retry;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Writes answers and receipts, and brings them together once they are committed. On one node one thread writes both, so
 * that they never wait for each other's locks; another brings them together, so that a centre waits for its receipt to be
 * kept and no longer. Another node may write the answer while we write the receipt: whichever commits last sees the other,
 * because it looks after its own commit. What a crash leaves apart is found by {@link ReceiptStore#reconcile}.
 */
@Component
class Bookkeeping {

    private static final int WRITTEN_AT_ONCE = 500;
    /** Each brings the ids of as many entries as were written at once. */
    private static final int FOLDED_AT_ONCE = 8;

    private final Results results;
    private final ReceiptStore receipts;
    private final ReceiptFolding folding;
    private final MeterRegistry meters;
    private final Journal<Entry> journal = new Journal<>("message-books", WRITTEN_AT_ONCE, this::write);
    private final Journal<Set<String>> foldings = new Journal<>("message-folding", FOLDED_AT_ONCE, this::fold);

    Bookkeeping(Results results, ReceiptStore receipts, ReceiptFolding folding, MeterRegistry meters) {
        this.results = results;
        this.receipts = receipts;
        this.folding = folding;
        this.meters = meters;
    }

    private sealed interface Entry {}

    private record Answered(Result result) implements Entry {}

    private record Arrived(Receipt receipt) implements Entry {}

    /** Completes when the answer is written. */
    CompletableFuture<Void> answer(Result result) {
        return journal.add(new Answered(result));
    }

    /** Completes when the receipt is kept. */
    CompletableFuture<Void> receipt(Receipt receipt) {
        return journal.add(new Arrived(receipt));
    }

    /** Completes when all that was written until now is brought together. */
    CompletableFuture<Void> broughtTogether() {
        return foldings.add(Set.of());
    }

    private void write(List<Entry> entries) {
        answers(entries.stream()
                .filter(Answered.class::isInstance)
                .map(entry -> ((Answered) entry).result())
                .toList());
        receipts(entries.stream()
                .filter(Arrived.class::isInstance)
                .map(entry -> ((Arrived) entry).receipt())
                .toList());
        var centreIds = new HashSet<String>();
        for (var entry : entries) {
            if (entry instanceof Answered answered) {
                answered.result().answer().parts().stream()
                        .map(Answer.Part::centreId)
                        .forEach(centreIds::add);
            } else if (entry instanceof Arrived arrived) {
                centreIds.add(arrived.receipt().centreId());
            }
        }
        foldings.add(centreIds);
    }

    private void fold(List<Set<String>> centreIds) {
        var all = centreIds.stream().flatMap(Set::stream).collect(Collectors.toSet());
        Retry.onConflict(() -> folding.fold(all));
    }

    private void answers(List<Result> answers) {
        if (!answers.isEmpty()) {
            Retry.onConflict(() -> results.write(answers));
            answers.forEach(this::count);
        }
    }

    private void count(Result result) {
        meters.counter(
                        "allervers.messages",
                        "channel",
                        result.message().channel().name(),
                        "verdict",
                        result.answer().verdict().name())
                .increment();
    }

    private void receipts(List<Receipt> received) {
        if (!received.isEmpty()) {
            Retry.onConflict(() -> receipts.keep(received));
        }
    }

    @PreDestroy
    void close() {
        journal.close();
        foldings.close();
    }
}
