package fr.allervers.testing;

import java.lang.management.ManagementFactory;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** How much of the heap an act holds at its height. */
public final class HeldMemory {

    /** Each look collects the whole heap, which holds what the tests before have left. */
    private static final long LOOK_EVERY_MS = 3_000;

    private HeldMemory() {}

    /** Bytes that live through a collection, at most, more than before the act. */
    public static long during(Runnable act) throws InterruptedException {
        var before = usedAfterCollection();
        var over = new CountDownLatch(1);
        var most = new AtomicLong();
        var watcher = new Thread(() -> {
            do {
                most.accumulateAndGet(usedAfterCollection(), Math::max);
            } while (!isOver(over));
        });
        watcher.start();
        try {
            act.run();
        } finally {
            over.countDown();
            watcher.join();
        }
        return most.get() - before;
    }

    private static long usedAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static boolean isOver(CountDownLatch over) {
        try {
            return over.await(LOOK_EVERY_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
