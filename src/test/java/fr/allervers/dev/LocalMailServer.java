package fr.allervers.dev;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A mail server on this machine that takes everything, hands nothing on and forgets after a while. */
final class LocalMailServer {

    private static final int FORGETS_AFTER_MINUTES = 30;

    private LocalMailServer() {}

    /** Starts it for as long as the application lives, and says at which port. */
    static int start() {
        var server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
        server.start();
        Executors.newSingleThreadScheduledExecutor(work -> {
                    var thread = new Thread(work, "forget-mail");
                    thread.setDaemon(true);
                    return thread;
                })
                .scheduleWithFixedDelay(
                        () -> forget(server), FORGETS_AFTER_MINUTES, FORGETS_AFTER_MINUTES, TimeUnit.MINUTES);
        return server.getSmtp().getPort();
    }

    private static void forget(GreenMail server) {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }
}
