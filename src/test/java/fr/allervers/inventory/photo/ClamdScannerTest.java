package fr.allervers.inventory.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The talk with clamd: only a plain yes or no counts, everything else is no answer. */
class ClamdScannerTest {

    private static final Duration SHORT = Duration.ofMillis(400);

    @TempDir
    Path folder;

    private ServerSocket server;
    private final CompletableFuture<byte[]> received = new CompletableFuture<>();

    @BeforeEach
    void aServer() throws IOException {
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void closed() throws IOException {
        server.close();
    }

    private interface Talk {
        void with(Socket client) throws Exception;
    }

    /** Answers one connection in its own thread. */
    private void serving(Talk talk) {
        var thread = new Thread(() -> {
            try (var client = server.accept()) {
                talk.with(client);
            } catch (Exception e) {
                received.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void answering(String answer) {
        serving(client -> {
            received.complete(stream(client));
            client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        });
    }

    /** Reads the command and the pieces as clamd does. */
    private static byte[] stream(Socket client) throws IOException {
        var in = new DataInputStream(client.getInputStream());
        assertThat(new String(in.readNBytes(10), StandardCharsets.US_ASCII)).isEqualTo("zINSTREAM\0");
        var content = new ByteArrayOutputStream();
        for (var length = in.readInt(); length > 0; length = in.readInt()) {
            content.write(in.readNBytes(length));
        }
        return content.toByteArray();
    }

    private ClamdScanner scanner(Duration timeout) {
        return new ClamdScanner(
                new ClamdSettings(server.getInetAddress().getHostAddress(), server.getLocalPort(), timeout));
    }

    private Path photo(int size) throws IOException {
        var content = new byte[size];
        for (var at = 0; at < size; at++) {
            content[at] = (byte) (at * 31);
        }
        return Files.write(folder.resolve("photo.jpg"), content);
    }

    @Test
    void aCleanPhotoIsSentWholeInPieces() throws Exception {
        answering("stream: OK\0");
        var photo = photo(200_001);
        assertThat(scanner(Duration.ofSeconds(5)).isClean(photo)).isTrue();
        assertThat(received.get(5, TimeUnit.SECONDS)).isEqualTo(Files.readAllBytes(photo));
    }

    @Test
    void whatIsFoundIsNotClean() throws Exception {
        answering("stream: Eicar-Signature FOUND\0");
        assertThat(scanner(Duration.ofSeconds(5)).isClean(photo(100))).isFalse();
    }

    @Test
    void anAnswerThatIsNeitherIsNoAnswer() throws Exception {
        for (var answer :
                new String[] {"INSTREAM size limit exceeded. ERROR\0", "stream: OK FOUND maybe\0", "", "stream: O", "\0"
                }) {
            answering(answer);
            var photo = photo(100);
            assertThatThrownBy(() -> scanner(Duration.ofSeconds(5)).isClean(photo))
                    .as("answer " + answer)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aSilentScannerIsLeftAfterItsTime() throws Exception {
        serving(client -> {
            stream(client);
            received.get(5, TimeUnit.SECONDS);
        });
        assertLeft(photo(100));
        received.complete(new byte[0]);
    }

    @Test
    void aScannerThatDoesNotReadIsLeftToo() throws Exception {
        serving(client -> received.get(5, TimeUnit.SECONDS));
        assertLeft(photo(30_000_000));
        received.complete(new byte[0]);
    }

    private void assertLeft(Path photo) {
        var began = System.nanoTime();
        assertThatThrownBy(() -> scanner(SHORT).isClean(photo)).isInstanceOf(IOException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(SHORT.minusMillis(50), SHORT.multipliedBy(8));
    }

    @Test
    void aScannerThatIsNotThereIsNoAnswer() throws Exception {
        server.close();
        var photo = photo(100);
        assertThatThrownBy(() -> scanner(SHORT).isClean(photo)).isInstanceOf(IOException.class);
    }
}
