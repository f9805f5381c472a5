package fr.allervers.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A content written beside the others and forced onto the disk, since its name is known only once it was read. Closing deletes it
 * where it was not moved away.
 */
record Aside(Path file, String sha256, long size) implements AutoCloseable {

    /** Reads the content to its end; one that breaks off leaves nothing. */
    static Aside of(InputStream content, Path folder) throws IOException {
        var file = Files.createDirectories(folder).resolve(UUID.randomUUID().toString());
        var whole = false;
        try {
            var digest = digest();
            var size = write(new DigestInputStream(content, digest), file);
            whole = true;
            return new Aside(file, HexFormat.of().formatHex(digest.digest()), size);
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static long write(InputStream content, Path to) throws IOException {
        try (var channel = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var size = content.transferTo(Channels.newOutputStream(channel));
            channel.force(true);
            return size;
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
