package fr.allervers.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Contents in a folder, each under its SHA-256. A content appears under its name only when it is whole and on the disk: it
 * is written aside, forced, and moved.
 */
@Component
class ContentFolder {

    private final Path root;

    ContentFolder(@Value("${allervers.documents.folder}") Path root) {
        this.root = root.toAbsolutePath();
    }

    record Kept(String sha256, long size) {}

    /**
     * Keeps the content.
     *
     * @param beforeAppearing is told the SHA-256 before the content appears under it
     */
    Kept keep(InputStream content, Consumer<String> beforeAppearing) throws IOException {
        var aside = Files.createDirectories(root.resolve("incoming"))
                .resolve(UUID.randomUUID().toString());
        try {
            var digest = sha256();
            var size = write(new DigestInputStream(content, digest), aside);
            var sha256 = HexFormat.of().formatHex(digest.digest());
            beforeAppearing.accept(sha256);
            move(aside, place(sha256));
            return new Kept(sha256, size);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    InputStream open(String sha256) throws IOException {
        return Files.newInputStream(place(sha256));
    }

    /** Deletes the content, if it is there. */
    void delete(String sha256) throws IOException {
        Files.deleteIfExists(place(sha256));
    }

    private static long write(InputStream content, Path to) throws IOException {
        try (var channel = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var size = content.transferTo(Channels.newOutputStream(channel));
            channel.force(true);
            return size;
        }
    }

    private static void move(Path aside, Path to) throws IOException {
        if (Files.exists(to)) {
            return;
        }
        Files.createDirectories(to.getParent());
        try {
            Files.move(aside, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new UncheckedIOException("The documents' folder must lie on one file system", e);
        }
        // The name is as durable as the content only once its folder is forced too.
        try (var folder = FileChannel.open(to.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private Path place(String sha256) {
        return root.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
