package fr.allervers.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A telephone's network, between a browser and the application: slow, cut at a byte of what is sent, and back again. What
 * is done to it is felt by pages and service workers alike.
 */
final class PhoneNetwork implements AutoCloseable {

    private static final int PIECE = 8_192;
    /** For each piece, in either direction: some hundred kilobytes a second, a tenth of a second away. */
    private static final int SLOW_MS = 50;

    private final ServerSocket door;
    private final int application;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong bytesUntilCut = new AtomicLong(Long.MAX_VALUE);
    private final ExecutorService carriers = Executors.newCachedThreadPool();
    private volatile boolean cut;
    private volatile boolean slow;

    PhoneNetwork(int application) {
        this.application = application;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        carriers.execute(this::accept);
    }

    /** Where the application is, through this network; browsers trust this name as they trust https. */
    String address() {
        return "http://localhost:" + door.getLocalPort();
    }

    void slow(boolean isSlow) {
        slow = isSlow;
    }

    /** Breaks every connection once so many bytes more were sent, and takes no other. */
    void cutAfter(long bytes) {
        bytesUntilCut.set(bytes);
    }

    boolean isCut() {
        return cut;
    }

    void restore() {
        bytesUntilCut.set(Long.MAX_VALUE);
        cut = false;
    }

    private void cut() {
        cut = true;
        open.forEach(PhoneNetwork::close);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var telephone = door.accept();
                if (cut) {
                    close(telephone);
                } else {
                    var server = new Socket(InetAddress.getLoopbackAddress(), application);
                    open.add(telephone);
                    open.add(server);
                    carriers.execute(() -> carry(telephone, server, true));
                    carriers.execute(() -> carry(server, telephone, false));
                }
            } catch (IOException e) {
                // The door was closed, or somebody went away at it.
                continue;
            }
        }
    }

    private void carry(Socket from, Socket to, boolean up) {
        var bytes = new byte[PIECE];
        try (from;
                to) {
            for (var n = from.getInputStream().read(bytes);
                    n >= 0 && !cut;
                    n = from.getInputStream().read(bytes)) {
                if (slow) {
                    Thread.sleep(SLOW_MS);
                }
                var left = up ? bytesUntilCut.getAndAdd(-n) : n;
                to.getOutputStream().write(bytes, 0, (int) Math.max(0, Math.min(left, n)));
                if (left < n) {
                    cut();
                }
            }
        } catch (IOException | InterruptedException e) {
            // A connection that ends in the middle is what networks do.
            return;
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        cut();
        carriers.shutdownNow();
    }
}
