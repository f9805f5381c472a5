package fr.allervers.inventory.photo;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A clamd over TCP, by its INSTREAM command (clamd(8)): the file in pieces, each behind its length in four bytes, an empty
 * piece, then one line of answer. Anything but a plain yes or no is no answer.
 */
final class ClamdScanner implements PhotoScanner {

    private static final Logger LOG = LoggerFactory.getLogger(ClamdScanner.class);
    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern FOUND = Pattern.compile("stream: (.{1,200}) FOUND");
    private static final int PIECE = 1 << 16;
    private static final int LONGEST_ANSWER = 1000;

    /** Closes the connection of a scanner that is silent, or that does not read what it is sent. */
    private static final ScheduledExecutorService ENDS = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "clamd-ends");
        thread.setDaemon(true);
        return thread;
    });

    private final ClamdSettings settings;

    ClamdScanner(ClamdSettings settings) {
        this.settings = settings;
    }

    @Override
    public boolean isClean(Path photo) throws IOException {
        try (var socket = new Socket()) {
            var end = ENDS.schedule(() -> close(socket), settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
            try {
                socket.connect(
                        new InetSocketAddress(settings.host(), settings.port()),
                        Math.toIntExact(settings.timeout().toMillis()));
                send(photo, new DataOutputStream(socket.getOutputStream()));
                return read(answer(socket.getInputStream()), photo);
            } finally {
                end.cancel(false);
            }
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("The connection to the scanner did not close", e);
        }
    }

    private static void send(Path photo, DataOutputStream to) throws IOException {
        to.write(COMMAND);
        try (var content = Files.newInputStream(photo)) {
            var piece = new byte[PIECE];
            for (var length = content.read(piece); length >= 0; length = content.read(piece)) {
                to.writeInt(length);
                to.write(piece, 0, length);
            }
        }
        to.writeInt(0);
        to.flush();
    }

    private static String answer(InputStream from) throws IOException {
        var answer = new StringBuilder();
        for (var one = from.read(); one > 0 && answer.length() < LONGEST_ANSWER; one = from.read()) {
            answer.append((char) one);
        }
        return answer.toString().strip();
    }

    private static boolean read(String answer, Path photo) throws IOException {
        if (answer.equals("stream: OK")) {
            return true;
        }
        var found = FOUND.matcher(answer);
        if (found.matches()) {
            LOG.warn("The virus scanner found {} in {}", found.group(1), photo.getFileName());
            return false;
        }
        throw new IOException("The virus scanner answered: " + answer);
    }
}
