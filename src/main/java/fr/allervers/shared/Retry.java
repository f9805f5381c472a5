package fr.allervers.shared;

import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * Repeats a transaction that lost against another one: a dead-lock that MariaDB broke (1213, 1205, SQL state 40001), a
 * row that somebody else changed meanwhile. Wrap the call of the transactional facade, never code within a transaction.
 */
public final class Retry {

    private static final int TRIES = 3;
    private static final int LOCK_WAIT_TIMEOUT = 1205;

    private Retry() {}

    /** Tries three times in all; the last conflict is thrown. */
    public static <T> T onConflict(Supplier<T> transaction) {
        for (var attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (RuntimeException e) {
                if (attempt == TRIES || !isConflict(e)) {
                    throw e;
                }
                pause(attempt);
            }
        }
    }

    public static void onConflict(Runnable transaction) {
        onConflict(() -> {
            transaction.run();
            return true;
        });
    }

    /** Whether a second try may succeed. */
    public static boolean isConflict(Throwable error) {
        for (Throwable at = error; at != null; at = at.getCause()) {
            if (at instanceof ConcurrencyFailureException) {
                return true;
            }
            if (at instanceof SQLException sql
                    && (sql.getErrorCode() == LOCK_WAIT_TIMEOUT || "40001".equals(sql.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(10L, 40L * attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
