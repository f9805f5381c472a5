package fr.allervers.messaging.sending;

import fr.allervers.messaging.gateway.Answer;
import fr.allervers.messaging.gateway.Receipt;
import fr.allervers.messaging.sending.Results.Result;
import fr.allervers.shared.Retry;
import jakarta.annotation.PreDestroy;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/**
 * Writes answers and receipts, and brings them together once they are committed. On one node one thread writes both, so
 * that they never wait for each other's locks. Another node may write the answer while we write the receipt: whichever
 * commits last sees the other, because it looks after its own commit.
 */
@Component
class Bookkeeping {

    private final Results results;
    private final ReceiptStore receipts;
    private final ReceiptFolding folding;
    private final Journal<Entry> journal = new Journal<>("message-books", this::write);

    Bookkeeping(Results results, ReceiptStore receipts, ReceiptFolding folding) {
        this.results = results;
        this.receipts = receipts;
        this.folding = folding;
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
        Retry.onConflict(() -> folding.fold(centreIds));
    }

    private void answers(List<Result> answers) {
        if (!answers.isEmpty()) {
            Retry.onConflict(() -> results.write(answers));
        }
    }

    private void receipts(List<Receipt> received) {
        if (!received.isEmpty()) {
            Retry.onConflict(() -> receipts.keep(received));
        }
    }

    @PreDestroy
    void close() {
        journal.close();
    }
}
